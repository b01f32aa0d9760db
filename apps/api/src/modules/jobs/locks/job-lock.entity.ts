import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from '../../../database/bigint-as-number';

/** Who may do some work alone, until when. */
@Entity('job_locks')
export class JobLockEntity {
  @PrimaryColumn({ type: 'varchar', length: 80 })
  name!: string;

  @Column({ type: 'varchar', length: 40 })
  owner!: string;

  @Column({ type: 'bigint', transformer: bigintAsNumber })
  untilMs!: number;
}
