import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row whose number grows with every change of an override, for other processes to notice it. */
@Entity('settings_revision')
export class SettingsRevisionEntity {
  @PrimaryColumn({ type: 'int' })
  id!: number;

  @Column({ type: 'int' })
  revision!: number;
}
