const CALIFORNIA = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' });

/** The day in California, `2026-11-20`: daily quotas begin anew with it. */
export function pacificDay(nowMs: number): string {
  return CALIFORNIA.format(nowMs);
}
