import type { Case } from '../../../fixtures/case.ts';
import { explore } from '../../../fixtures/exploration/explore.ts';
import type { Claim, Subject } from '../../../fixtures/exploration/subject.ts';

/**
 * One case for each claim. Each plays sequences of its own and judges nothing but its claim, so that a failure is
 * told under the row that the step at fault breaks.
 */
export function claimCases(subject: Subject, claims: readonly Claim[]): readonly Case[] {
  return claims.map((claim) => ({
    title: claim.title,
    requirements: claim.requirements,
    run: async ({ scope }) => {
      await explore(scope, subject, [claim]);
    },
  }));
}
