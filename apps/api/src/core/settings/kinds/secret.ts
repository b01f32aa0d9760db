import { Secret } from '../../secret';
import { readListText } from '../env/env-text';
import { declareSetting, misread, understood, type Declaration, type Parsed, type Setting } from '../setting';
import { checkItems } from './text-list';

type SecretDeclaration = Omit<Declaration<Secret | undefined>, 'default'>;
type SecretListDeclaration = Omit<Declaration<readonly Secret[]>, 'default'>;

/** A credential; undefined while none is set. There is never a default. */
export function secretText(declaration: SecretDeclaration): Setting<Secret | undefined> {
  const read = (value: string): Parsed<Secret | undefined> =>
    understood(value.trim() === '' ? undefined : new Secret(value.trim()));
  return declareSetting<Secret | undefined>(
    'secret',
    { ...declaration, default: undefined },
    {},
    {
      fromText: read,
      fromJson: (json) => (typeof json === 'string' ? read(json) : misread('is not a text')),
      toJson: (value) => value?.reveal() ?? '',
    },
  );
}

/** Credentials, distinct and trimmed; empty unless set. */
export function secretList(declaration: SecretListDeclaration): Setting<readonly Secret[]> {
  const read = (json: unknown): Parsed<readonly Secret[]> => {
    const items = checkItems(json);
    return items.ok ? understood(items.value.map((item) => new Secret(item))) : items;
  };
  return declareSetting<readonly Secret[]>(
    'secret-list',
    { ...declaration, default: [] },
    {},
    {
      fromText: (text) => read(readListText(text)),
      fromJson: read,
      toJson: (value) => value.map((secret) => secret.reveal()),
    },
  );
}
