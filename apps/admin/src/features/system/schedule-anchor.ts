/** Where a scheduled task stands on the system page: the part of an address behind its `#`. */
export function scheduleAnchor(name: string): string {
  return `schedule-${name}`;
}
