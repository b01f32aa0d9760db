import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is said of a group of keys. A group exists by its keys; one of which nothing is said has no row. */
@Entity('key_groups')
export class KeyGroupEntity {
  @PrimaryColumn({ type: 'varchar', length: 100 })
  name!: string;

  /** JSON list of the models its keys are used for; null for every model. */
  @Column({ type: 'text', nullable: true })
  models!: string | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  note!: string | null;
}
