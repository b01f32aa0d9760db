/** UTC milliseconds as a `datetime-local` input writes them, in the browser's time zone; empty for none. */
export function toLocalInput(atMs: number | null | undefined): string {
  if (atMs === null || atMs === undefined) return '';
  const offsetMs = new Date(atMs).getTimezoneOffset() * 60_000;
  return new Date(atMs - offsetMs).toISOString().slice(0, 16);
}

/** The inverse; undefined for an empty or unfinished input. */
export function fromLocalInput(text: string): number | undefined {
  const atMs = text === '' ? Number.NaN : new Date(text).getTime();
  return Number.isNaN(atMs) ? undefined : atMs;
}
