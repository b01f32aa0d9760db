import { randomBytes, scryptSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Settings } from '../../core/settings/registry';
import { StartError } from '../../core/start-error';

/** The settings that say with what secrets are encrypted; without ENCRYPTION_KEY, a file in DATA_DIR keeps the key. */
export type EncryptionSettings = Pick<Settings, 'ENCRYPTION_KEY' | 'DATA_DIR'>;

const KEY_BYTES = 32;
// Part of the stored form: another salt makes another key of the same text.
const SALT = 'gemini-balance';

/**
 * The 32 bytes that secrets are encrypted with: derived from ENCRYPTION_KEY, else those in `DATA_DIR/secret.key`.
 * @param mayCreate whether a missing file is made; false when the database holds secrets already.
 * @throws StartError when the file is missing or is not one that was made here.
 */
export function loadEncryptionKey(settings: EncryptionSettings, mayCreate: boolean): Buffer {
  if (settings.ENCRYPTION_KEY) return scryptSync(settings.ENCRYPTION_KEY.reveal(), SALT, KEY_BYTES);
  const path = join(settings.DATA_DIR, 'secret.key');
  if (!existsSync(path)) {
    if (!mayCreate) {
      throw new StartError(
        `The database holds encrypted keys, but ${path} is missing: restore it, or set the ENCRYPTION_KEY they were encrypted with.`,
      );
    }
    createKeyFile(path);
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (key.length !== KEY_BYTES)
    throw new StartError(
      `${path} does not hold an encryption key (64 hexadecimal digits): restore it from a backup.`,
    );
  return key;
}

function createKeyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process that starts at the same moment may have made it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new StartError(
        `${path}, which keeps the encryption key, cannot be written: ${(error as Error).message}.`,
        { cause: error },
      );
    }
  }
}
