import { useTranslation } from 'react-i18next';
import { Input } from '../../../components/ui/input';
import { entryProblem, itemProblem } from '../draft/item-problem';
import type { SettingControlProps } from './control-props';
import { isIncompleteMap, rowsOfMap, rowsOfText, rowsToText, toMap, type MapRow } from './map-rows';
import { RowEditor } from './rows/row-editor';
import { useRows } from './rows/use-rows';

const EMPTY: MapRow = ['', ''];
const FIELD = 'min-w-0 flex-1 font-mono text-[0.8125rem]';

/** Values by name, in rows. */
export function MapControl({ setting, value, onChange, isDisabled, ids }: SettingControlProps) {
  const { t } = useTranslation('config');
  const isNumeric = setting.kind === 'number-map';
  const { rows, change } = useRows({
    value,
    fromValue: rowsOfMap,
    toValue: (typed) => toMap(typed, isNumeric),
    onChange: (next, typed) => onChange(next, isIncompleteMap(typed)),
  });
  const nameProblem = ([name, entry]: MapRow, index: number): string | undefined => {
    const before = rows.slice(0, index).map(([other]) => other);
    if (name.trim() === '') return entry.trim() === '' ? undefined : t('problem.noName');
    return itemProblem(setting.of, name, before, t);
  };
  const valueProblem = ([name, entry]: MapRow): string | undefined =>
    name.trim() === ''
      ? undefined
      : entryProblem(setting, toMap([[name, entry]], isNumeric)[name.trim()]!, t);
  return (
    <RowEditor
      ids={ids}
      isDisabled={isDisabled}
      rows={rows}
      change={change}
      emptyRow={EMPTY}
      problemOf={(row, index) => nameProblem(row, index) ?? valueProblem(row)}
      lines={{ toText: rowsToText, fromText: rowsOfText, placeholder: t('rows.nameAndValue') }}
      fields={(row, index, edit) => (
        <>
          <Input
            aria-label={t('rows.name', { row: index + 1 })}
            aria-invalid={nameProblem(row, index) !== undefined}
            placeholder={t('rows.namePlaceholder')}
            className={FIELD}
            spellCheck={false}
            disabled={isDisabled}
            value={row[0]}
            onChange={(event) => edit([event.target.value, row[1]])}
          />
          <Input
            aria-label={t('rows.value', { row: index + 1 })}
            aria-invalid={valueProblem(row) !== undefined}
            placeholder={t('rows.valuePlaceholder')}
            inputMode={isNumeric ? 'decimal' : undefined}
            className={FIELD}
            spellCheck={false}
            disabled={isDisabled}
            value={row[1]}
            onChange={(event) => edit([row[0], event.target.value])}
          />
        </>
      )}
    />
  );
}
