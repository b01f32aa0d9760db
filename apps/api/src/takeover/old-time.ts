import { atWallClock } from '../core/wall-clock';

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?$/;

/**
 * A time of the old database as UTC milliseconds: local times without a zone, as its containers wrote them, or ISO 8601.
 * Undefined where it is neither.
 * @param timeZone an IANA name: `Asia/Shanghai`
 */
export function oldTimeMs(text: string, timeZone: string): number | undefined {
  const parts = LOCAL.exec(text.trim());
  if (parts === null) {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? undefined : ms;
  }
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const millisecond = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
  return atWallClock(Date.UTC(year, month - 1, day, hour, minute, second, millisecond), timeZone);
}
