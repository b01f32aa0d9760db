const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * What clocks in the zone show, as if they showed UTC.
 * @param timeZone an IANA name: `Asia/Shanghai`
 */
export function wallClockMs(timeMs: number, timeZone: string): number {
  const shown = new Map(
    formatOf(timeZone)
      .formatToParts(timeMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => shown.get(name) ?? 0;
  const fractionMs = ((timeMs % 1000) + 1000) % 1000;
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) +
    fractionMs
  );
}

/** When clocks in the zone show that, in UTC milliseconds. For a time that they skip, one within an hour of it. */
export function atWallClock(wallMs: number, timeZone: string): number {
  let timeMs = wallMs;
  // The zone's offset may differ between the first guess and the time itself; the later passes know the one in force then.
  for (let pass = 0; pass < 3; pass += 1) timeMs -= wallClockMs(timeMs, timeZone) - wallMs;
  return timeMs;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
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
  return format;
}
