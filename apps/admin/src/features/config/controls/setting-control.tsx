import { useTranslation } from 'react-i18next';
import { Select } from '../../../components/ui/select';
import { Switch } from '../../../components/ui/switch';
import type { SettingControlProps } from './control-props';
import { ListControl } from './list-control';
import { MapControl } from './map-control';
import { ModelControl } from './models/model-control';
import { ModelListControl } from './models/model-list-control';
import { NumberControl } from './number-control';
import { ProxyListControl } from './proxies/proxy-list-control';
import { SafetyControl } from './safety-control';
import { SecretControl } from './secrets/secret-control';
import { TextControl } from './text-control';

/** The control that suits the kind of a setting. */
export function SettingControl(props: SettingControlProps) {
  switch (props.setting.kind) {
    case 'toggle':
      return <ToggleControl {...props} />;
    case 'choice':
      return <ChoiceControl {...props} />;
    case 'integer':
    case 'decimal':
      return <NumberControl {...props} />;
    case 'text-list':
      if (props.setting.of === 'model') return <ModelListControl {...props} />;
      return props.setting.of === 'proxy' ? <ProxyListControl {...props} /> : <ListControl {...props} />;
    case 'text-map':
    case 'number-map':
      return <MapControl {...props} />;
    case 'safety':
      return <SafetyControl {...props} />;
    case 'secret':
    case 'secret-list':
      return <SecretControl {...props} />;
    default:
      return props.setting.of === 'model' ? <ModelControl {...props} /> : <TextControl {...props} />;
  }
}

function ToggleControl({ value, onChange, isDisabled, ids }: SettingControlProps) {
  const { t } = useTranslation('config');
  return (
    <span className="flex items-center gap-2">
      <Switch
        id={ids.id}
        aria-describedby={ids['aria-describedby']}
        checked={value === true}
        disabled={isDisabled}
        onChange={onChange}
      />
      <span aria-hidden className="text-soft">
        {t(value === true ? 'value.on' : 'value.off')}
      </span>
    </span>
  );
}

function ChoiceControl({ setting, value, onChange, isDisabled, ids }: SettingControlProps) {
  return (
    <Select
      {...ids}
      disabled={isDisabled}
      value={String(value)}
      onChange={(event) => onChange(event.target.value)}
    >
      {setting.options?.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </Select>
  );
}
