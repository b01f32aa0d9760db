import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../components/ui/input';
import { linesOf } from '../../../lib/lines-of';
import { itemProblem } from '../draft/item-problem';
import type { SettingControlProps } from './control-props';
import { RowEditor } from './rows/row-editor';
import { useRows } from './rows/use-rows';
import { textsOf } from './texts-of';

interface ListControlProps extends SettingControlProps {
  rowEnd?: (item: string) => ReactNode;
  rowNote?: (item: string) => ReactNode;
  buttons?: ReactNode;
}

/** A list of texts in rows; empty rows are left out. */
export function ListControl({ setting, value, onChange, ids, ...props }: ListControlProps) {
  const { t } = useTranslation('config');
  const { rows, change } = useRows({
    value,
    fromValue: textsOf,
    toValue,
    onChange: (next) => onChange(next),
  });
  return (
    <RowEditor
      {...props}
      ids={ids}
      rows={rows}
      change={change}
      emptyRow=""
      isOrdered
      problemOf={(item, index) => itemProblem(setting.of, item, rows.slice(0, index), t)}
      lines={{ toText: (items) => items.join('\n'), fromText: linesOf, placeholder: t('rows.onePerLine') }}
      fields={(item, index, edit) => (
        <Input
          aria-label={t('rows.item', { row: index + 1 })}
          aria-invalid={itemProblem(setting.of, item, rows.slice(0, index), t) !== undefined}
          className="min-w-0 flex-1 font-mono text-[0.8125rem]"
          spellCheck={false}
          disabled={props.isDisabled}
          value={item}
          onChange={(event) => edit(event.target.value)}
        />
      )}
    />
  );
}

function toValue(rows: readonly string[]): string[] {
  return rows.map((item) => item.trim()).filter((item) => item !== '');
}
