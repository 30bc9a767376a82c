import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathTemplates } from '../../../fixtures/addresses.ts';
import { assert } from '../../../fixtures/assertions.ts';
import { readSettings } from '../../../fixtures/readSettings.ts';
import { type Settings, SettingsError } from '../../../fixtures/settings.ts';

/** The vendor's Postman environment with made-up values. */
export const template: Readonly<Record<string, string>> & {
  readonly adminAppID: string;
  readonly adminAppSecret: string;
  readonly adminEnvID: string;
  readonly envID: string;
  readonly orgID: string;
} = {
  tld: 'eu',
  ...pathTemplates,
  adminAppID: 'app-of-the-template',
  adminAppSecret: 'no-secret-at-all',
  adminEnvID: 'admin-environment',
  envID: 'environment',
  orgID: 'organization',
};

/** The template without one variable. */
export function without(name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(template).filter(([key]) => key !== name));
}

/**
 * The settings of a run that was given an export of these variables and nothing else.
 * @param disabled names of variables that are switched off in the export
 * @throws SettingsError when a needed variable has no value
 */
export function settingsFrom(
  variables: Readonly<Record<string, string>>,
  disabled: readonly string[] = [],
): Settings {
  const folder = mkdtempSync(join(tmpdir(), 'postman-'));
  try {
    const file = join(folder, 'environment.json');
    const values = Object.entries(variables).map(([key, value]) => ({
      key,
      value,
      enabled: !disabled.includes(key),
    }));
    writeFileSync(file, JSON.stringify({ name: 'PingOne', values }));
    return readSettings({ 'postman-environment': file, out: tmpdir() }, {});
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Demands that the suite stops with a configuration error that names the variable. */
export function assertNamed(name: string, read: () => unknown): void {
  let message = 'no error';
  try {
    read();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    message = error.message;
  }
  assert(
    message.includes(name),
    `the suite goes on with ${name} as it is`,
    { expected: `a configuration error that names ${name}`, received: message },
    assertNamed,
  );
}
