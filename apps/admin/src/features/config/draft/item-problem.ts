import type { SettingDto, SettingValue } from '@gemini-balance/shared';
import type { TFunction } from 'i18next';
import { isNumberWithin } from './number-within';

/** What texts that stand for something look like, as far as a form can tell; the gateway looks closer. */
const LOOKS = {
  proxy: (text: string) =>
    URL.canParse(text) &&
    /^(https?|socks5h?):$/.test(new URL(text).protocol) &&
    new URL(text).hostname !== '',
  origin: (text: string) => text === '*' || (URL.canParse(text) && new URL(text).origin === text),
  'address-range': (text: string) => /^([\d.]+|[\da-f.]*:[\da-f:.]*)(\/\d{1,3})?$/i.test(text),
  header: (text: string) => /^[!#$%&'*+\-.^_`|~\w]+$/.test(text),
  'time-zone': isTimeZone,
} as const;

/**
 * What is wrong with an item of a list or a name of a map, in a sentence; undefined for an empty one, which is left out.
 * @param of what it stands for, by `SettingDto.of`
 * @param before the items above it
 */
export function itemProblem(
  of: string | undefined,
  typed: string,
  before: readonly string[],
  t: TFunction<'config'>,
): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (before.some((other) => other.trim() === text)) return t('problem.twice');
  return looksProblem(of, text, t);
}

/** What is wrong with a text that stands for something. */
export function looksProblem(
  of: string | undefined,
  text: string,
  t: TFunction<'config'>,
): string | undefined {
  if (of === undefined || !(of in LOOKS)) return undefined;
  const known = of as keyof typeof LOOKS;
  return LOOKS[known](text) ? undefined : t(`problem.of.${known}`);
}

/** What is wrong with a value of a map. */
export function entryProblem(
  { kind, of, min, max }: SettingDto,
  entry: SettingValue,
  t: TFunction<'config'>,
): string | undefined {
  if (kind === 'number-map') {
    if (isNumberWithin(entry, { min, max })) return undefined;
    return min === undefined ? t('problem.number') : t('problem.least', { min });
  }
  if (entry === '') return t('problem.empty');
  return of === 'header' && !/^[\t\x20-\x7e\x80-\xff]*$/.test(String(entry))
    ? t('problem.headerValue')
    : undefined;
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
