import type { Defect } from '../defect.ts';
import { name } from './name.ts';
import { parent } from './parent.ts';
import { paths } from './paths.ts';
import { permissionsBelow } from './permissions.ts';
import { resource } from './resource.ts';

/** What a server can do wrong with application resources. */
export const applicationResourcesDefects: readonly Defect[] = [
  ...resource,
  ...paths,
  ...name,
  ...parent,
  ...permissionsBelow,
];
