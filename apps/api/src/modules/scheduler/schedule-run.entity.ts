import type { SentenceValues } from '@gemini-balance/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from '../../database/bigint-as-number';

/** The last run of a scheduled task, by whichever process. */
@Entity('schedule_runs')
export class ScheduleRunEntity {
  @PrimaryColumn({ type: 'varchar', length: 60 })
  name!: string;

  /** Since when a process knows the task; its first pause is counted from then. */
  @Column({ type: 'bigint', transformer: bigintAsNumber })
  knownSinceMs!: number;

  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  startedAtMs!: number | null;

  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  endedAtMs!: number | null;

  @Column({ type: 'boolean' })
  hasFailed!: boolean;

  @Column({ type: 'varchar', length: 500, nullable: true })
  result!: string | null;

  /** The result for those who say it in words of their own; null where the run failed. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  resultCode!: string | null;

  @Column({ type: 'simple-json', nullable: true })
  resultValues!: SentenceValues | null;
}
