import type { JobState } from '@gemini-balance/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from '../../database/bigint-as-number';

/** Work on many things. What came of each stands in `job_items`. */
@Entity('jobs')
export class JobEntity {
  @PrimaryColumn({ type: 'varchar', length: 40 })
  id!: string;

  @Column({ type: 'varchar', length: 40 })
  kind!: string;

  @Column({ type: 'varchar', length: 16 })
  state!: JobState;

  /** JSON text of what its worker has to know. */
  @Column({ type: 'text' })
  params!: string;

  @Column({ type: 'int' })
  total!: number;

  @Column({ type: 'int' })
  done!: number;

  /** JSON text: how many ended how, by reason. */
  @Column({ type: 'text' })
  counts!: string;

  @Column({ type: 'varchar', length: 500, nullable: true })
  message!: string | null;

  /** Heeded by the process that works on it, whichever that is. */
  @Column({ type: 'boolean' })
  isCancelRequested!: boolean;

  @Column({ type: 'bigint', transformer: bigintAsNumber })
  createdAtMs!: number;

  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  startedAtMs!: number | null;

  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  endedAtMs!: number | null;
}
