import type { OtherReadings } from '../variant.ts';

/** TO WRITE */
export const recentDecisions: OtherReadings = {};
