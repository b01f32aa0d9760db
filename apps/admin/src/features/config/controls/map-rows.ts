import type { SettingValue } from '@gemini-balance/shared';

/** A name and the text that was typed for its value. */
export type MapRow = readonly [name: string, value: string];

export function rowsOfMap(value: SettingValue): MapRow[] {
  return Object.entries(value ?? {}).map(([name, entry]) => [name, String(entry)] as const);
}

/** The map that rows make up; those without a name are left out. What is no number, where numbers are meant, stays a text for the form to refuse. */
export function toMap(rows: readonly MapRow[], isNumeric: boolean): Record<string, SettingValue> {
  const named = rows.filter(([name]) => name.trim() !== '');
  return Object.fromEntries(
    named.map(([name, entry]) => [name.trim(), isNumeric ? toNumber(entry) : entry.trim()]),
  );
}

/** Whether rows say more than a map can hold: a value without a name, or a name twice. */
export function isIncompleteMap(rows: readonly MapRow[]): boolean {
  const names = rows.map(([name]) => name.trim());
  return rows.some(([name, entry], index) =>
    name.trim() === '' ? entry.trim() !== '' : names.indexOf(name.trim()) < index,
  );
}

export function rowsToText(rows: readonly MapRow[]): string {
  return rows.map(([name, entry]) => `${name}: ${entry}`).join('\n');
}

/** Rows out of lines such as `name: value` or `name=value`, or out of a JSON object. */
export function rowsOfText(text: string): MapRow[] {
  const json = readObject(text);
  if (json) return rowsOfMap(json);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [, name = line, entry = ''] = /^([^:=]*)[:=](.*)$/.exec(line) ?? [];
    return [name.trim(), entry.trim()];
  });
}

function readObject(text: string): Record<string, SettingValue> | undefined {
  if (!text.trim().startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Record<string, SettingValue>;
  } catch {
    return undefined;
  }
}

function toNumber(text: string): SettingValue {
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}
