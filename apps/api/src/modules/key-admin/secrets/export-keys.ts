import { setImmediate } from 'node:timers/promises';
import type { ExportFormat } from '@gemini-balance/shared';
import { inChunks } from '../../../core/in-chunks';
import type { KeyId } from '../../../core/keypool/hold';
import type { KeyRoster } from '../../keys/key-roster';

/** Keys written between two turns of requests. */
const SLICE = 1_000;

const COLUMNS = [
  'key',
  'kind',
  'state',
  'group',
  'project',
  'note',
  'weight',
  'isEnabled',
  'failures',
] as const;
type ExportedKey = Record<(typeof COLUMNS)[number], string | number | boolean>;

interface Format {
  readonly contentType: string;
  readonly head: string;
  readonly tail: string;
  write(key: ExportedKey, isFirst: boolean): string;
}

export const FORMATS: Readonly<Record<ExportFormat, Format>> = {
  lines: { contentType: 'text/plain; charset=utf-8', head: '', tail: '', write: ({ key }) => `${key}\n` },
  json: {
    contentType: 'application/json; charset=utf-8',
    head: '[',
    tail: '\n]\n',
    write: (key, isFirst) => `${isFirst ? '' : ','}\n  ${JSON.stringify(key)}`,
  },
  csv: {
    contentType: 'text/csv; charset=utf-8',
    head: `${COLUMNS.join(',')}\r\n`,
    tail: '',
    write: (key) => `${COLUMNS.map((column) => toCell(key[column])).join(',')}\r\n`,
  },
};

/** The keys of these ids as text, with their secrets, a slice at a time. */
export async function* exportKeys(
  ids: readonly KeyId[],
  format: ExportFormat,
  roster: KeyRoster,
): AsyncGenerator<string> {
  const { head, tail, write } = FORMATS[format];
  let text = head;
  let isFirst = true;
  for (const slice of inChunks(ids, SLICE)) {
    for (const id of slice) {
      const key = toExported(id, roster);
      if (key === undefined) continue;
      text += write(key, isFirst);
      isFirst = false;
    }
    yield text;
    text = '';
    await setImmediate();
  }
  yield text + tail;
}

function toExported(id: KeyId, roster: KeyRoster): ExportedKey | undefined {
  const live = roster.get(id);
  const status = roster.statusOf(id);
  if (!live || !status) return undefined;
  const { kind, key, note } = live;
  return {
    key: key.secret.reveal(),
    kind,
    state: status.state,
    group: key.group ?? '',
    project: status.project ?? '',
    note: note ?? '',
    weight: key.weight,
    isEnabled: key.isEnabled,
    failures: status.failures,
  };
}

/** A cell that a spreadsheet takes for text, not for a formula. */
function toCell(value: string | number | boolean): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
