import type { Secret } from '../../core/secret';
import type { Settings } from '../../core/settings/registry';
import { sha256 } from '../../core/sha256';
import { makeToken } from './make-token';
import { syncTokens } from './sync-tokens';
import type { TokenRepository } from './token.repository';

/**
 * Makes a new admin token; those before stop working, also where the environment still names them.
 * A client token of the environment that was admin token too goes on as a client token.
 */
export async function replaceAdminToken(
  tokens: TokenRepository,
  settings: Pick<Settings, 'AUTH_TOKEN' | 'ALLOWED_TOKENS'>,
): Promise<Secret> {
  // Tokens that no start has taken over yet have to be known to be taken back.
  if (settings.AUTH_TOKEN || settings.ALLOWED_TOKENS.length > 0)
    await syncTokens(tokens, settings, () => undefined);
  const secret = makeToken();
  const clientDigests = new Set(settings.ALLOWED_TOKENS.map((token) => sha256(token.reveal())));
  const admins = (await tokens.all()).filter((token) => token.role === 'admin' && token.deletedAtMs === null);
  const demoted = admins.filter((token) => clientDigests.has(token.digest));
  await tokens.change({
    add: [{ secret, name: 'Administrator', role: 'admin', source: 'admin' }],
    changeRole: demoted.map(({ id }) => ({ id, role: 'client' })),
    remove: [],
    bury: admins.filter((token) => !demoted.includes(token)).map(({ id }) => id),
  });
  return secret;
}
