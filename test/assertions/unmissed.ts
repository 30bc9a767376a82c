/** Assertions whose loss no defect and no server shows, and why they are made all the same. */
export const unmissed: readonly {
  readonly file: string;
  readonly begins: string;
  readonly reason: string;
}[] = [
  {
    file: 'checks/authorization.ts',
    begins: 'assertRefusedWith(answer, unauthorized, notFound)',
    reason:
      'it is made only where no request is answered 403, of which the rows on the code of a 403 say nothing',
  },
  {
    file: 'checks/errors.ts',
    begins: "proveOpen(scope, resource, given, ['update'])",
    reason: 'rows on error bodies speak of any refusal; it keeps the case to the one that was meant',
  },
  {
    file: 'checks/errors.ts',
    begins: 'assertStatus(error,',
    reason: 'it makes sure that the status was provoked whose code the next line is about',
  },
  {
    file: 'checks/immutability.ts',
    begins: 'proveOpen(',
    reason: 'it is made only against a server that refuses what it could ignore',
  },
  {
    file: 'checks/links.ts',
    begins: 'assertStatus(put,',
    reason:
      'the status of a replacement is another row; without it a refusal would be told as a missing link',
  },
  {
    file: 'checks/pageLinks.ts',
    begins: 'assertOn(pages[0] as Page',
    reason:
      'it keeps a server that ignores the limit, which is another row, from passing without a second page',
  },
  {
    file: 'checks/pageLinks.ts',
    begins: 'assertOn(second, second.prev',
    reason: 'without the link nothing can be read either; it says so in the words of the row',
  },
  {
    file: 'checks/pageLinks.ts',
    begins: 'assertOn(first, first.next',
    reason: 'without the link nothing can be read either; it says so in the words of the row',
  },
  {
    file: 'checks/refusal.ts',
    begins: 'assertRefused(await scope.api.post(',
    reason:
      'that such a body is refused is another row; what is accepted stands there then, as the next line sees',
  },
  {
    file: 'checks/refusal.ts',
    begins: 'assertRefused(await scope.api.put(',
    reason:
      'that such a body is refused is another row; what is accepted is changed then, as the next line sees',
  },
  {
    file: 'checks/pageParameters.ts',
    begins: 'assertRefusedWith(first, badRequest)',
    reason: 'it is made only against a server that refuses a filter that it may refuse',
  },
];
