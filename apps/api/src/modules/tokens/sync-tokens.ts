import type { Secret } from '../../core/secret';
import type { Settings } from '../../core/settings/registry';
import { sha256 } from '../../core/sha256';
import { makeToken } from './make-token';
import { type EnvTokens, planTokens } from './plan-tokens';
import type { NewToken, TokenRepository } from './token.repository';

/** Tokens that were just made. They are shown once, and never again: only their digests are kept. */
export class FirstTokens {
  constructor(
    readonly admin: Secret | undefined,
    readonly client: Secret | undefined,
  ) {}
}

type TokenSettings = Pick<Settings, 'AUTH_TOKEN' | 'ALLOWED_TOKENS'>;

/** Brings the stored tokens in line with the environment at the start, and makes what is missing. */
export async function syncTokens(
  tokens: TokenRepository,
  settings: TokenSettings,
  warn: (message: string) => void,
): Promise<FirstTokens> {
  const { env, secrets } = readEnv(settings);
  const plan = planTokens(env, await tokens.all());
  const first = new FirstTokens(
    plan.needsAdmin ? makeToken() : undefined,
    plan.needsClient ? makeToken() : undefined,
  );
  const fromEnv = plan.add.map(({ digest, name, role }): NewToken => ({
    secret: secrets.get(digest)!,
    name,
    role,
    source: 'env',
  }));
  await tokens.change({ ...plan, add: [...fromEnv, ...toNewTokens(first)], bury: [] });
  if (plan.promoted)
    warn(
      'AUTH_TOKEN is not set: the first of ALLOWED_TOKENS is the admin token too. Set AUTH_TOKEN to keep clients out of the dashboard.',
    );
  if (plan.remove.length > 0)
    warn(`${plan.remove.length} token(s) are no longer in the environment and have stopped working.`);
  return first;
}

function readEnv(settings: TokenSettings): { env: EnvTokens; secrets: ReadonlyMap<string, Secret> } {
  const secrets = new Map<string, Secret>();
  const toEnvToken = (secret: Secret, name: string): { digest: string; name: string } => {
    const digest = sha256(secret.reveal());
    secrets.set(digest, secret);
    return { digest, name };
  };
  const admin = settings.AUTH_TOKEN && toEnvToken(settings.AUTH_TOKEN, 'AUTH_TOKEN');
  const clients = settings.ALLOWED_TOKENS.map((secret, index) =>
    toEnvToken(secret, `ALLOWED_TOKENS ${index + 1}`),
  );
  return { env: { admin, clients }, secrets };
}

function toNewTokens({ admin, client }: FirstTokens): NewToken[] {
  const tokens: NewToken[] = [];
  if (admin) tokens.push({ secret: admin, name: 'Administrator', role: 'admin', source: 'first-start' });
  if (client) tokens.push({ secret: client, name: 'First client', role: 'client', source: 'first-start' });
  return tokens;
}
