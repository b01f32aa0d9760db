import { ModelListCombobox } from '../../../../components/model-picker/model-list-combobox';
import type { SettingControlProps } from '../control-props';
import { textsOf } from '../texts-of';

/** The names of several models; those that suit the setting are offered first. */
export function ModelListControl({ setting, value, onChange, isDisabled, ids }: SettingControlProps) {
  return (
    <ModelListCombobox
      ids={ids}
      kinds={setting.modelKinds}
      suggestions={setting.suggestions}
      isDisabled={isDisabled}
      value={textsOf(value)}
      onChange={onChange}
    />
  );
}
