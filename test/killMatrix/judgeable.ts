import { defaultSeed } from '../../emulator/seed.ts';
import { isOutOfReach, whyUnjudged } from '../../fixtures/capabilities.ts';
import { emulatorTarget } from '../../fixtures/emulatorTarget.ts';
import { requirement } from '../../schemas/contract.ts';

const target = emulatorTarget({
  apiUrl: 'http://127.0.0.1/v1',
  authUrl: 'http://127.0.0.1',
  seed: defaultSeed,
});

/** Whether a requirement is exercised against the embedded emulator at all: only then can a defect of it be seen. */
export function judgeableByEmulator(id: string): boolean {
  const { capability } = requirement(id);
  if (capability === undefined) return true;
  return !isOutOfReach(capability) && whyUnjudged(target, capability) === undefined;
}
