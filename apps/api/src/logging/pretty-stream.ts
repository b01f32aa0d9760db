import type { LineSink } from './line-sink';

const COLOURS: Readonly<Record<string, number>> = { debug: 90, trace: 90, warn: 33, error: 31, fatal: 31 };

/** Turns JSON log lines into short ones for a terminal: time, level where it matters, context, message, the rest as fields. */
export class PrettyStream implements LineSink {
  constructor(private readonly sink: LineSink) {}

  write(line: string): void {
    this.sink.write(toPrettyLine(line));
  }
}

/** One JSON line as a reader wants it; a line of another form stays as it is. */
function toPrettyLine(line: string): string {
  const entry = parseEntry(line);
  if (!entry) return line;
  const { time, level, context, msg, err, ...fields } = entry;
  const parts = [
    paint(90, String(time).slice(11, 19)),
    level === 'info' ? '' : paint(COLOURS[String(level)] ?? 0, String(level).toUpperCase()),
    context === undefined ? '' : paint(36, String(context)),
    msg === undefined ? '' : String(msg),
    ...Object.entries(fields).map(([name, value]) => paint(90, `${name}=${show(value)}`)),
  ];
  return `${parts.filter((part) => part !== '').join(' ')}${showError(err)}\n`;
}

function parseEntry(line: string): Record<string, unknown> | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The stack, and below it what else the error carries; type and message are part of the stack. */
function showError(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { stack, type: _type, message: _message, ...facts } = error as Record<string, unknown>;
  const lines = [stack, Object.keys(facts).length > 0 ? show(facts) : undefined];
  return lines.map((line) => (line === undefined ? '' : `\n${String(line)}`)).join('');
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function paint(colour: number, text: string): string {
  return colour === 0 ? text : `\u001b[${colour}m${text}\u001b[0m`;
}
