import type { DataSource } from 'typeorm';
import type { WriteGate } from '../../database/writing/write-gate';
import { AuditLogEntity } from './audit-log.entity';

/** Rows that one statement deletes: few enough that others do not wait for it. */
const DELETED_AT_ONCE = 500;

/** Forgets what the audit log has kept for long. */
export class AuditLogRetention {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
  ) {}

  /** Deletes what is older. Resolves with the number of rows. */
  async deleteBefore(timeMs: number): Promise<number> {
    for (let deleted = 0; ;) {
      const rows = await this.dataSource
        .getRepository(AuditLogEntity)
        .createQueryBuilder('row')
        .select('row.id')
        .where('row.atMs < :timeMs', { timeMs })
        .orderBy('row.atMs')
        .take(DELETED_AT_ONCE)
        .getMany();
      if (rows.length === 0) return deleted;
      await this.gate.run((manager) =>
        manager.delete(
          AuditLogEntity,
          rows.map(({ id }) => id),
        ),
      );
      deleted += rows.length;
    }
  }
}
