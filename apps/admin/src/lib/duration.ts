const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** A duration as one rounded number with its unit, such as `4m` or `4分钟`. A unit is used from one and a half of it on. */
export function formatDuration(durationMs: number, language: string): string {
  const [unit, unitMs] = unitOf(durationMs);
  const amount = Math.max(0, Math.round(durationMs / unitMs));
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'narrow' }).format(amount);
}

/** How long ago something was, such as `4m ago` or `4分钟前`. */
export function formatAgo(elapsedMs: number, language: string): string {
  const [unit, unitMs] = unitOf(elapsedMs);
  const amount = Math.max(0, Math.round(elapsedMs / unitMs));
  return new Intl.RelativeTimeFormat(language, { style: 'narrow', numeric: 'auto' }).format(-amount, unit);
}

/** How far ahead something is, such as `in 4m` or `4分钟后`. */
export function formatAhead(remainingMs: number, language: string): string {
  const [unit, unitMs] = unitOf(remainingMs);
  const amount = Math.max(0, Math.round(remainingMs / unitMs));
  return new Intl.RelativeTimeFormat(language, { style: 'narrow' }).format(amount, unit);
}

function unitOf(durationMs: number): (typeof UNITS)[number] {
  return UNITS.find(([, unitMs]) => durationMs >= unitMs * 1.5) ?? UNITS[UNITS.length - 1]!;
}
