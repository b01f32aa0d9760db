import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../core/clock';
import type { ScheduleSentence } from '../../core/sentence';
import { Scheduled, type Schedule, type ScheduledTask } from '../../scheduling/scheduled-task';
import { isPictureName } from './local-pictures';

const DAY_MS = 86_400_000;
const KEPT: ScheduleSentence = {
  code: 'pictures_kept',
  values: {},
  message: 'Pictures are kept for good: LOCAL_UPLOAD_DAYS is 0.',
};

/** Deletes pictures that are kept on this machine once they are older than the settings allow. */
@Scheduled()
export class CleanUpPictures implements ScheduledTask {
  readonly name = 'clean-up-pictures';
  readonly summary = 'Deletes pictures on this machine that are older than LOCAL_UPLOAD_DAYS';

  constructor(
    private readonly clock: Pick<Clock, 'nowMs'>,
    /** DATA_DIR and LOCAL_UPLOAD_FOLDER */
    private readonly folder: () => string,
    /** LOCAL_UPLOAD_DAYS; 0 for ever. */
    private readonly keptDays: () => number,
  ) {}

  schedule(): Schedule | undefined {
    return this.keptDays() === 0 ? undefined : { dailyAt: '03:50' };
  }

  async run(signal: AbortSignal): Promise<ScheduleSentence> {
    const days = this.keptDays();
    if (days === 0) return KEPT;
    const untilMs = this.clock.nowMs() - days * DAY_MS;
    let count = 0;
    for (const day of await daysIn(this.folder())) {
      if (signal.aborted) break;
      // A folder holds what was made on one day in UTC: it is old once the last moment of it is.
      if (dayEndMs(day) <= untilMs) count += await emptyDay(this.folder(), day);
    }
    return { code: 'pictures_deleted', values: { count }, message: `${count} picture(s) deleted.` };
  }
}

/** The folders of days, as `2026/11/21`, oldest first. */
async function daysIn(folder: string): Promise<string[]> {
  const years = await numbersIn(folder, 4);
  const months = (await Promise.all(years.map((year) => numbersIn(folder, 2, year)))).flat();
  return (await Promise.all(months.map((month) => numbersIn(folder, 2, month)))).flat().sort();
}

async function numbersIn(folder: string, digits: number, within = ''): Promise<string[]> {
  const names = await readdir(join(folder, within)).catch(() => []);
  return names
    .filter((name) => name.length === digits && /^\d+$/.test(name))
    .map((name) => (within === '' ? name : `${within}/${name}`));
}

function dayEndMs(day: string): number {
  const [year, month, date] = day.split('/').map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, date + 1);
}

/** Deletes the pictures of a day, and the folders that are empty then. What is no picture of the gateway's stays. */
async function emptyDay(folder: string, day: string): Promise<number> {
  const names = (await readdir(join(folder, day)).catch(() => [])).map((name) => `${day}/${name}`);
  const pictures = names.filter(isPictureName);
  for (const name of pictures) await rm(join(folder, name), { force: true });
  for (let at = day; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
    await rmdir(join(folder, at)).catch(() => undefined);
  return pictures.length;
}
