import type { OtherReadings } from '../variant.ts';

/** TO WRITE */
export const platform: OtherReadings = {};
