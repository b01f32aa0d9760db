import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from '../../database/bigint-as-number';

/** What an administrator changed a setting to. Settings that nobody changed have no row. */
@Entity('setting_overrides')
export class SettingOverrideEntity {
  @PrimaryColumn({ type: 'varchar', length: 100 })
  name!: string;

  /** JSON text; sealed by the SecretBox where `isSealed`. */
  @Column({ type: 'text' })
  value!: string;

  @Column({ type: 'boolean' })
  isSealed!: boolean;

  @Column({ type: 'bigint', transformer: bigintAsNumber })
  updatedAtMs!: number;
}
