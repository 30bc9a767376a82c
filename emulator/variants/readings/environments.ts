import type { OtherReadings } from '../variant.ts';

/** TO WRITE */
export const environments: OtherReadings = {};
