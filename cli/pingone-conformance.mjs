#!/usr/bin/env node
import { register } from 'tsx/esm/api';

const [major] = process.versions.node.split('.');
if (Number(major) < 20) {
  console.error(
    `pingone-conformance needs Node 20 or newer, this is ${process.version}; install a newer Node`,
  );
  process.exit(2);
}
register();
await import('./main.ts');
