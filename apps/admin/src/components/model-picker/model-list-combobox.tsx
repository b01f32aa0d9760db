import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { ListCombobox } from '../form/combobox/list-combobox';
import { useModelOptions, type ModelChoice } from './use-model-options';

/** Takes the names of several models, and offers those that the gateway knows. */
export function ModelListCombobox({
  kinds,
  suggestions,
  hasFurtherNames,
  ...field
}: ModelChoice & Omit<ComponentProps<typeof ListCombobox>, 'options' | 'listLabel'>) {
  const { t } = useTranslation('models');
  return (
    <ListCombobox
      placeholder={t('picker.add')}
      {...field}
      options={useModelOptions({ kinds, suggestions, hasFurtherNames })}
      listLabel={t('picker.list')}
    />
  );
}
