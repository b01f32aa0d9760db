import type { DataSource } from 'typeorm';
import { StartError } from '../../core/start-error';
import type { WriteGate } from '../writing/write-gate';
import { type EncryptionSettings, loadEncryptionKey } from './encryption-key';
import { SecretBox } from './secret-box';

const CANARY = 'gemini-balance';

/**
 * The box that opens this database's secrets. A sealed text of known content, the canary, proves at the start that the
 * key is the right one, before anything is sealed with another.
 * @throws StartError when the key is missing or is another than the secrets were sealed with.
 */
export async function openSecretBox(
  dataSource: DataSource,
  gate: WriteGate,
  settings: EncryptionSettings,
): Promise<SecretBox> {
  const canary = await readCanary(dataSource);
  const box = new SecretBox(loadEncryptionKey(settings, canary === undefined));
  if (canary === undefined)
    await gate.run((manager) =>
      manager.query('INSERT INTO encryption_canary (id, sealed) VALUES (1, ?)', [box.encrypt(CANARY)]),
    );
  else if (!opens(box, canary)) {
    const given = settings.ENCRYPTION_KEY ? 'ENCRYPTION_KEY' : `${settings.DATA_DIR}/secret.key`;
    throw new StartError(
      `${given} is not the key that the secrets in the database were encrypted with: set the right one, or start with an empty database.`,
    );
  }
  return box;
}

async function readCanary(dataSource: DataSource): Promise<string | undefined> {
  const rows: { sealed: string }[] = await dataSource.query(
    'SELECT sealed FROM encryption_canary WHERE id = 1',
  );
  return rows[0]?.sealed;
}

function opens(box: SecretBox, canary: string): boolean {
  try {
    return box.decrypt(canary) === CANARY;
  } catch {
    return false;
  }
}
