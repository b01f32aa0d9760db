const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const PACIFIC = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

let dayStartsMs = 0;
let dayEndsMs = 0;

/**
 * The next midnight in California, when Google's daily quotas start anew; UTC milliseconds, always after `nowMs`.
 * The day last asked for is remembered, since the calendar is slow.
 */
export function nextPacificMidnight(nowMs: number): number {
  findDay(nowMs);
  return dayEndsMs;
}

/** The last midnight in California: since then the daily quotas of today are used up; UTC milliseconds. */
export function lastPacificMidnight(nowMs: number): number {
  findDay(nowMs);
  return dayStartsMs;
}

function findDay(nowMs: number): void {
  if (nowMs >= dayStartsMs && nowMs < dayEndsMs) return;
  const startMs = lastMidnight(nowMs);
  // A day has 23 to 25 hours; 30 hours after its start is surely within the next one.
  dayEndsMs = lastMidnight(startMs + 30 * HOUR_MS);
  dayStartsMs = startMs;
}

/** The last midnight that is not after `atMs`. */
function lastMidnight(atMs: number): number {
  const guessMs = atMs - timeOfDayMs(atMs);
  // Where the hours changed since midnight the guess is an hour off, on either side of it.
  const offMs = timeOfDayMs(guessMs);
  return offMs <= DAY_MS / 2 ? guessMs - offMs : guessMs + DAY_MS - offMs;
}

/** What a clock on the wall in California shows, as milliseconds since its midnight. */
function timeOfDayMs(atMs: number): number {
  const parts = new Map(PACIFIC.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  const seconds = (parts.get('hour')! * 60 + parts.get('minute')!) * 60 + parts.get('second')!;
  return seconds * 1_000 + (((atMs % 1_000) + 1_000) % 1_000);
}
