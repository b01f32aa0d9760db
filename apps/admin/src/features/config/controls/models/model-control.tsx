import { ModelCombobox } from '../../../../components/model-picker/model-combobox';
import type { SettingControlProps } from '../control-props';

/** The name of a model; those that suit the setting are offered first. */
export function ModelControl({ setting, value, onChange, isDisabled, ids }: SettingControlProps) {
  return (
    <ModelCombobox
      {...ids}
      kinds={setting.modelKinds}
      suggestions={setting.suggestions}
      disabled={isDisabled}
      value={String(value ?? '')}
      onChange={onChange}
    />
  );
}
