import { type Secret, UNGUESSABLE_LENGTH } from '../../secret';
import type { SettingSentence } from '../../sentence';
import type { SettingName, Settings } from '../registry';

/** Something that works, and that hardly anybody wants. Its message follows the name, and holds no value. */
export type Caution = SettingSentence & { readonly name: SettingName };
type CautionCode = Exclude<SettingSentence['code'], 'near_miss' | 'disagrees'>;

const EXAMPLE = /your|change|example|replace|password|token[-_]here|^(sk-)?123456/i;
const EVERYBODY = new Set(['0.0.0.0/0', '::/0']);

/** What the operator should think about again. */
export function cautionsOf(settings: Settings): Caution[] {
  return [...tokenCautions(settings), ...networkCautions(settings), ...databaseCautions(settings)];
}

function tokenCautions({ AUTH_TOKEN, ALLOWED_TOKENS, METRICS_TOKEN, ENCRYPTION_KEY }: Settings): Caution[] {
  const cautions: Caution[] = [];
  const tell = (name: SettingName, code: CautionCode, message: string): void =>
    void cautions.push({ name, code, values: {}, message });
  if (isGuessable(AUTH_TOKEN))
    tell(
      'AUTH_TOKEN',
      'admin_token_guessable',
      'can be guessed: it opens everything, so take 20 random characters or more.',
    );
  if (AUTH_TOKEN !== undefined && ALLOWED_TOKENS.some((token) => token.equals(AUTH_TOKEN)))
    tell(
      'AUTH_TOKEN',
      'admin_token_given_out',
      'is one of ALLOWED_TOKENS as well: whoever has that one may administer.',
    );
  if (ALLOWED_TOKENS.some(isGuessable))
    tell('ALLOWED_TOKENS', 'client_token_guessable', 'holds a token that can be guessed.');
  if (isGuessable(METRICS_TOKEN)) tell('METRICS_TOKEN', 'metrics_token_guessable', 'can be guessed.');
  if (METRICS_TOKEN !== undefined && AUTH_TOKEN?.equals(METRICS_TOKEN))
    tell(
      'METRICS_TOKEN',
      'metrics_token_administers',
      'is the same as AUTH_TOKEN, so that whoever reads metrics may administer.',
    );
  if (isGuessable(ENCRYPTION_KEY))
    tell(
      'ENCRYPTION_KEY',
      'encryption_key_guessable',
      'can be guessed by whoever has the database; take 20 random characters or more.',
    );
  return cautions;
}

function networkCautions({ TRUSTED_PROXIES, FETCH_ALLOW_CIDRS }: Settings): Caution[] {
  const cautions: Caution[] = [];
  if (TRUSTED_PROXIES.some((range) => EVERYBODY.has(range)))
    cautions.push({
      name: 'TRUSTED_PROXIES',
      code: 'trusts_everybody',
      values: {},
      message: 'trusts everybody, so that anybody may choose the address they seem to come from.',
    });
  if (FETCH_ALLOW_CIDRS.some((range) => EVERYBODY.has(range)))
    cautions.push({
      name: 'FETCH_ALLOW_CIDRS',
      code: 'fetches_everything',
      values: {},
      message: 'lets clients reach every private address, those of cloud metadata among them.',
    });
  return cautions;
}

function databaseCautions({ DATABASE_TYPE, MYSQL_HOST, MYSQL_SOCKET }: Settings): Caution[] {
  const isUnused = DATABASE_TYPE === 'sqlite' && (MYSQL_HOST !== '' || MYSQL_SOCKET !== '');
  return isUnused
    ? [
        {
          name: 'DATABASE_TYPE',
          code: 'mysql_unused',
          values: {},
          message: 'is sqlite, so that the MYSQL_* settings do nothing.',
        },
      ]
    : [];
}

function isGuessable(secret: Secret | undefined): boolean {
  return secret !== undefined && (secret.length < UNGUESSABLE_LENGTH || secret.matches(EXAMPLE));
}
