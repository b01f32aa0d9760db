import type { JobItemDto, JobState } from '@gemini-balance/shared';
import { type DataSource, In, LessThan } from 'typeorm';
import { inChunks } from '../../core/in-chunks';
import type { RowWriter } from '../../database/writing/row-writer';
import type { WriteGate } from '../../database/writing/write-gate';
import { JobEntity } from './job.entity';

const COLUMNS = ['jobId', 'itemId', 'reason', 'label', 'message'] as const;
const LONGEST = { reason: 40, label: 40, message: 300 };
/** Things written or read between two turns of requests. */
const ITEMS_AT_ONCE = 2_000;
/** Jobs that are not over. */
const OPEN: readonly JobState[] = ['waiting', 'running'];

/** A row of `job_items` as it is read. */
type ItemRow = { itemId: number; reason: string; label: string | null; message: string | null };

/** Stores jobs and what came of each thing they work on. */
export class JobRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly rows: RowWriter,
  ) {}

  /** Stores a job that waits. Its things are stored first, so that nobody begins it without them. */
  async create(job: JobEntity, itemIds: readonly number[]): Promise<void> {
    for (const chunk of inChunks(itemIds, ITEMS_AT_ONCE))
      await this.rows.insert(
        'job_items',
        COLUMNS,
        chunk.map((id) => [job.id, id, null, null, null]),
      );
    await this.gate.run((manager) => manager.insert(JobEntity, job));
  }

  find(id: string): Promise<JobEntity | null> {
    return this.dataSource.getRepository(JobEntity).findOneBy({ id });
  }

  /** Newest first. */
  list(limit: number, state?: JobState): Promise<JobEntity[]> {
    const where = state === undefined ? {} : { state };
    return this.dataSource
      .getRepository(JobEntity)
      .find({ where, order: { createdAtMs: 'DESC', id: 'DESC' }, take: limit });
  }

  /** Jobs that somebody has to work on, oldest first. */
  open(): Promise<JobEntity[]> {
    return this.dataSource
      .getRepository(JobEntity)
      .find({ where: { state: In([...OPEN]) }, order: { createdAtMs: 'ASC' } });
  }

  async update(id: string, fields: Partial<JobEntity>): Promise<void> {
    await this.gate.run((manager) => manager.update(JobEntity, { id }, fields));
  }

  /** Opens a job again that has ended with things left. False for any other one. */
  reopen(id: string): Promise<boolean> {
    return this.gate.run(async (manager) => {
      const where = { id, state: In(['cancelled', 'failed', 'interrupted']) };
      const reopened = {
        state: 'waiting',
        isCancelRequested: false,
        message: null,
        endedAtMs: null,
      } as const;
      return (await manager.update(JobEntity, where, reopened)).affected === 1;
    });
  }

  /** Asks whoever works on the job to stop. False for a job that is over. */
  async requestCancel(id: string): Promise<boolean> {
    return this.gate.run(async (manager) => {
      const where = { id, state: In([...OPEN]) };
      return (await manager.update(JobEntity, where, { isCancelRequested: true })).affected === 1;
    });
  }

  async isCancelRequested(id: string): Promise<boolean> {
    const job = await this.dataSource
      .getRepository(JobEntity)
      .findOne({ select: { id: true, isCancelRequested: true }, where: { id } });
    return job?.isCancelRequested ?? true;
  }

  /** The things that are left to work on. */
  async leftOf(id: string): Promise<number[]> {
    const left: number[] = [];
    for (let lastId = -1; ;) {
      const rows: { itemId: number }[] = await this.dataSource.query(
        `SELECT itemId FROM job_items WHERE jobId = ? AND reason IS NULL AND itemId > ?
         ORDER BY itemId LIMIT ${ITEMS_AT_ONCE}`,
        [id, lastId],
      );
      for (const row of rows) left.push(row.itemId);
      if (rows.length < ITEMS_AT_ONCE) return left;
      lastId = left.at(-1)!;
    }
  }

  /** How many things ended how. */
  async countsOf(id: string): Promise<Record<string, number>> {
    const rows: { reason: string; count: number | string }[] = await this.dataSource.query(
      'SELECT reason, COUNT(*) AS count FROM job_items WHERE jobId = ? AND reason IS NOT NULL GROUP BY reason',
      [id],
    );
    return Object.fromEntries(rows.map(({ reason, count }) => [reason, Number(count)]));
  }

  async storeEnded(id: string, items: readonly JobItemDto[]): Promise<void> {
    const cut = (name: keyof typeof LONGEST, item: JobItemDto) => item[name]?.slice(0, LONGEST[name]) ?? null;
    await this.rows.replace(
      'job_items',
      COLUMNS,
      items.map((item) => [id, item.id, cut('reason', item), cut('label', item), cut('message', item)]),
    );
  }

  /** Things that have ended, by id, above `afterId`. */
  async items(id: string, reason: string | undefined, afterId: number, limit: number): Promise<JobItemDto[]> {
    const [condition, values] = reason === undefined ? ['IS NOT NULL', []] : ['= ?', [reason]];
    const rows: ItemRow[] = await this.dataSource.query(
      `SELECT itemId, reason, label, message FROM job_items
       WHERE jobId = ? AND reason ${condition} AND itemId > ? ORDER BY itemId LIMIT ?`,
      [id, ...values, afterId, limit],
    );
    return rows.map(({ itemId, reason, label, message }) => ({
      id: itemId,
      reason,
      ...(label !== null && { label }),
      ...(message !== null && { message }),
    }));
  }

  /** Removes one job that is over and older than that, with its things. False where there is none. */
  async forgetOne(beforeMs: number): Promise<boolean> {
    const job = await this.dataSource
      .getRepository(JobEntity)
      .findOne({ where: { endedAtMs: LessThan(beforeMs) }, order: { endedAtMs: 'ASC' } });
    if (job === null) return false;
    await this.gate.run(async (manager) => {
      await manager.query('DELETE FROM job_items WHERE jobId = ?', [job.id]);
      await manager.delete(JobEntity, { id: job.id });
    });
    return true;
  }
}
