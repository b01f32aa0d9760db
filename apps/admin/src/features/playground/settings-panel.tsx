import { useTranslation } from 'react-i18next';
import { Field } from '../../components/form/field';
import { Input } from '../../components/ui/input';
import { Panel } from '../../components/ui/panel';
import { Select } from '../../components/ui/select';
import { Textarea } from '../../components/ui/textarea';
import { EFFORTS, type ChatSettings } from './protocols/chat';

interface SettingsPanelProps {
  settings: ChatSettings;
  onChange: (changed: Partial<ChatSettings>) => void;
}

/** What a request says beside the conversation. An empty field is left out of it. */
export function SettingsPanel({ settings, onChange }: SettingsPanelProps) {
  const { t } = useTranslation('playground');
  const effort = EFFORTS.find((value) => value === settings.effort);
  return (
    <Panel title={t('settings.title')}>
      <div className="space-y-3">
        <Field label={t('settings.system')}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              className="min-h-16"
              placeholder={t('settings.systemExample')}
              value={settings.system}
              onChange={(event) => onChange({ system: event.target.value })}
            />
          )}
        </Field>
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
          <NumberSetting
            label={t('settings.temperature')}
            value={settings.temperature}
            max={2}
            step={0.1}
            onChange={(temperature) => onChange({ temperature })}
          />
          <NumberSetting
            label={t('settings.maxTokens')}
            value={settings.maxTokens}
            min={1}
            step={1}
            onChange={(maxTokens) => onChange({ maxTokens })}
          />
          <Field label={t('settings.effort')}>
            {(control) => (
              <Select
                {...control}
                className="w-full"
                value={effort ?? ''}
                onChange={({ target }) =>
                  onChange({ effort: EFFORTS.find((value) => value === target.value) })
                }
              >
                <option value="">{t('settings.byModel')}</option>
                {EFFORTS.map((value) => (
                  <option key={value} value={value}>
                    {t(`settings.efforts.${value}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      </div>
    </Panel>
  );
}

interface NumberSettingProps {
  label: string;
  value: number | undefined;
  min?: number;
  max?: number;
  step: number;
  /** Undefined for an empty field. */
  onChange: (value: number | undefined) => void;
}

function NumberSetting({ label, value, min = 0, max, step, onChange }: NumberSettingProps) {
  const { t } = useTranslation('playground');
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          type="number"
          inputMode="decimal"
          min={min}
          max={max}
          step={step}
          placeholder={t('settings.byModel')}
          defaultValue={value}
          onChange={({ target }) => onChange(target.value === '' ? undefined : target.valueAsNumber)}
        />
      )}
    </Field>
  );
}
