/**
 * The start of the calendar month that `nowMs` lies in, as UTC milliseconds.
 * @param timeZone an IANA name: `Asia/Shanghai`
 */
export function monthStartMs(nowMs: number, timeZone: string): number {
  const now = wallClockMs(nowMs, timeZone);
  const date = new Date(now);
  const firstAtMidnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  // The zone's offset may differ between now and then; the second pass knows the one in force then.
  let startMs = nowMs - (now - firstAtMidnight);
  for (let pass = 0; pass < 2; pass += 1) startMs -= wallClockMs(startMs, timeZone) - firstAtMidnight;
  return startMs;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks in the zone show, as if they showed UTC. */
function wallClockMs(timeMs: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const shown = new Map(format.formatToParts(timeMs).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => shown.get(name) ?? 0;
  const fractionMs = ((timeMs % 1000) + 1000) % 1000;
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) +
    fractionMs
  );
}
