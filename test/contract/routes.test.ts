import { expect, test } from 'vitest';
import { matchOperation, operation, operations } from '../../schemas/contract.ts';
import { router } from '../../schemas/routes.ts';

const id = '11111111-1111-4111-8111-111111111111';

test.each(operations())('$id is found by its method and path', (each) => {
  const pathname = each.path.replaceAll(/\{\w+\}/g, id);
  expect(matchOperation(each.method, pathname, each.side)?.id).toBe(each.id);
  expect(matchOperation(each.method.toLowerCase(), pathname, each.side, 'text/plain')?.id).toBe(each.id);
  expect(operation(each.id)).toBe(each);
});

test('a literal segment wins over a parameter', () => {
  expect(matchOperation('GET', `/environments/${id}/capabilities`, 'api')?.id).toBe('capabilities.read');
  expect(matchOperation('GET', '/environments/capabilities', 'api')?.id).toBe('environments.read');
});

test('operations on one method and path are told apart by the media type, without regard to case or charset', () => {
  const one = operation('groups.create');
  const many = { ...one, id: 'groups.createMany', requestMediaTypes: ['application/vnd.example.bulk+json'] };
  const match = router([one, many]);
  const pathname = `/environments/${id}/groups`;
  expect(match('POST', pathname, 'Application/vnd.example.Bulk+json; charset=utf-8')?.id).toBe(
    'groups.createMany',
  );
  expect(match('POST', pathname, 'application/json')?.id).toBe('groups.create');
  expect(match('POST', pathname)?.id).toBe('groups.create');
});

test('a literal branch that leads nowhere is left for the parameter beside it', () => {
  const read = operation('groups.read');
  const match = router([read, { ...read, id: 'other', path: '/environments/{envID}/groups/all/members' }]);
  expect(match('GET', `/environments/${id}/groups/all`)?.id).toBe('groups.read');
});

test.each([
  ['another side', 'POST', `/${id}/as/token`, 'api'],
  ['a method that the path does not offer', 'PATCH', `/environments/${id}`, 'api'],
  ['a path that is longer', 'GET', `/organizations/${id}/capabilities/more`, 'api'],
  ['a trailing slash', 'GET', `/environments/${id}/`, 'api'],
  ['an unknown collection', 'GET', `/environments/${id}/branding`, 'api'],
] as const)('nothing is found for %s', (_, method, pathname, side) => {
  expect(matchOperation(method, pathname, side)).toBeUndefined();
});

test('an unknown operation id is refused with a hint', () => {
  expect(() => operation('groups.fly')).toThrow('the contract has no operation groups.fly');
});
