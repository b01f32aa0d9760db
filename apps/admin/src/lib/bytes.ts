const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size as a number of three digits or less with its unit, such as `12 kB`; a kilobyte has 1024 bytes. */
export function formatBytes(bytes: number, language: string): string {
  let unit = 0;
  let amount = bytes;
  // Rounding must not make 1000 of a unit.
  while (Math.round(amount) >= 1000 && unit < UNITS.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  const maximumFractionDigits = unit > 0 && amount < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits }).format(amount)} ${UNITS[unit]}`;
}
