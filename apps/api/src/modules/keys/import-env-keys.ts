import { KEY_KINDS, type KeyKind } from '@gemini-balance/shared';
import type { Settings } from '../../core/settings/registry';
import { sha256 } from '../../core/sha256';
import { type AddKeys, MAX_SECRET_LENGTH } from './add-keys';
import type { KeyRoster } from './key-roster';

type KeySettings = Pick<Settings, 'API_KEYS' | 'GOOGLE_API_KEY' | 'VERTEX_API_KEYS' | 'PAID_KEY'>;

/**
 * Takes the keys of the environment over into the database and the pools. Those deleted in the dashboard stay away;
 * those that have left the environment stay, and are told.
 */
export async function importEnvKeys(
  settings: KeySettings,
  roster: KeyRoster,
  addKeys: AddKeys,
  log: (message: string) => void,
): Promise<void> {
  for (const kind of KEY_KINDS) {
    const byHash = secretsOf(kind, settings);
    const unknown = [...byHash]
      .filter(([hash]) => roster.find(kind, hash)?.source !== 'env')
      .map(([, secret]) => secret);
    let [addedCount, buriedCount] = [0, 0];
    for await (const { added, adopted, buried } of addKeys.add(kind, unknown, 'env')) {
      for (const key of added) roster.put(key);
      for (const id of adopted) roster.put({ ...roster.get(id)!, source: 'env' });
      addedCount += added.length;
      buriedCount += buried;
    }

    const left = [...roster.all()].filter(
      (live) => live.kind === kind && live.source === 'env' && !byHash.has(live.key.fingerprint),
    );
    if (addedCount > 0) log(`${addedCount} ${kind} key(s) of the environment were added.`);
    if (buriedCount > 0)
      log(`${buriedCount} ${kind} key(s) of the environment were deleted in the dashboard and stay away.`);
    if (left.length > 0)
      log(
        `${left.length} ${kind} key(s) are no longer in the environment; they are kept until they are deleted in the dashboard.`,
      );
  }
}

function secretsOf(kind: KeyKind, settings: KeySettings): Map<string, string> {
  const secrets = {
    gemini: [...settings.API_KEYS, settings.GOOGLE_API_KEY],
    vertex: settings.VERTEX_API_KEYS,
    paid: [settings.PAID_KEY],
  }[kind];
  const texts = secrets
    .flatMap((secret) => (secret ? [secret.reveal()] : []))
    .filter((text) => text.length <= MAX_SECRET_LENGTH);
  return new Map(texts.map((text) => [sha256(text), text]));
}
