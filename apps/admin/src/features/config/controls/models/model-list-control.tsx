import { ModelListCombobox } from '../../../../components/model-picker/model-list-combobox';
import type { SettingControlProps } from '../control-props';

/** The names of several models; those that suit the setting are offered first. */
export function ModelListControl({ setting, value, onChange, isDisabled, ids }: SettingControlProps) {
  return (
    <ModelListCombobox
      ids={ids}
      kinds={setting.modelKinds}
      suggestions={setting.suggestions}
      isDisabled={isDisabled}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={onChange}
    />
  );
}
