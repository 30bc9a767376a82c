import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Where a secret was found, and in which form. */
export type Find = { readonly file: string; readonly form: string };

/**
 * Searches every file below a folder for secrets, as they are, in base64 and URL-encoded, also inside the zip
 * archive that Playwright's HTML report carries in base64.
 */
export function searchSecrets(folder: string, secrets: readonly string[]): Find[] {
  const forms = secrets.flatMap((secret) => [
    { form: 'raw', text: secret },
    { form: 'URL-encoded', text: encodeURIComponent(secret) },
    { form: 'base64', text: unpadded(Buffer.from(secret).toString('base64')) },
    { form: 'base64url', text: unpadded(Buffer.from(secret).toString('base64url')) },
    // Base64 of a text that holds the secret depends on where it begins.
    { form: 'inside base64', text: inner(Buffer.from(`x${secret}`).toString('base64')) },
    { form: 'inside base64', text: inner(Buffer.from(`xy${secret}`).toString('base64')) },
  ]);
  return filesBelow(folder).flatMap((file) =>
    contentsOf(file).flatMap((content) =>
      forms.filter(({ text }) => content.includes(text)).map(({ form }) => ({ file, form })),
    ),
  );
}

/** Every text a file holds: itself, and the entries of an archive embedded in it. */
export function contentsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const archive = /data:application\/zip;base64,([A-Za-z0-9+/=]+)/.exec(text)?.[1];
  return archive === undefined ? [text] : [text, ...unzip(Buffer.from(archive, 'base64'))];
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

function unpadded(base64: string): string {
  return base64.replace(/=+$/, '').slice(0, -1);
}

/** The characters that do not depend on what stands before or after. */
function inner(base64: string): string {
  return base64.replace(/=+$/, '').slice(4, -2);
}

/** The entries of a zip archive, by its central directory (APPNOTE 4.3.12). */
function unzip(archive: Buffer): string[] {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  const entries: string[] = [];
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(from, from + size);
    entries.push((archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}
