import { access } from './access.ts';
import { deploymentPackage } from './deploymentPackage.ts';
import { reading } from './reading.ts';

/** What holds for the versions of the policies. */
export const rules = [...reading, ...deploymentPackage, ...access];
