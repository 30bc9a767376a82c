import { Client, Unreachable } from '../fixtures/client.ts';
import { TargetError } from '../fixtures/inspectTarget.ts';
import { readSettings } from '../fixtures/readSettings.ts';
import { SettingsError } from '../fixtures/settings.ts';
import { signIn } from '../fixtures/token.ts';
import { Traffic } from '../fixtures/traffic.ts';

/**
 * Gets an access token of the configured target, for command lines pasted from a report.
 * @throws SettingsError without a target and credentials; TargetError when none is given out
 */
export async function token(flags: Readonly<Record<string, string | undefined>>): Promise<string> {
  const settings = readSettings(flags, process.env);
  if (settings.target === 'emulator' || settings.client === undefined) {
    throw new SettingsError(
      'a token needs --target and the credentials of a worker; the embedded emulator ends with its run',
    );
  }
  const auth = new Client(settings.authUrl ?? '', 'auth', new Traffic());
  try {
    const environmentId = settings.adminEnvironmentId ?? settings.environmentId ?? '';
    const { token: found, exchange } = await signIn(auth, environmentId, settings.client);
    if (found === undefined)
      throw new TargetError(2, `no token was given out (status ${exchange.status}); check the credentials`);
    return found;
  } catch (error) {
    if (error instanceof Unreachable) throw new TargetError(4, error.message);
    throw error;
  } finally {
    await auth.close();
  }
}
