import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Combobox } from '../form/combobox/combobox';
import { useModelOptions, type ModelChoice } from './use-model-options';

/** Takes the name of a model, and offers those that the gateway knows. */
export function ModelCombobox({
  kinds,
  suggestions,
  hasFurtherNames,
  ...field
}: ModelChoice & Omit<ComponentProps<typeof Combobox>, 'options' | 'listLabel'>) {
  const { t } = useTranslation('models');
  return (
    <Combobox
      {...field}
      options={useModelOptions({ kinds, suggestions, hasFurtherNames })}
      listLabel={t('picker.list')}
    />
  );
}
