import type { KeyDto } from '@gemini-balance/shared';
import { createColumnHelper, type ColumnDef } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import { Checkbox } from '../../components/ui/checkbox';
import { KeyNameCell } from './key-name-cell';
import { KeyRowMenu, type KeyRowCommands } from './key-row-menu';
import { KeyStateCell } from './key-state-cell';
import { LastUsed } from './last-used';

const column = createColumnHelper<KeyDto>();
type KeyColumn = ColumnDef<KeyDto>;

/** The columns of the keys table in their order. */
export function keyColumns(t: TFunction<'keys'>, commands: KeyRowCommands): KeyColumn[] {
  return [
    selectColumn(t),
    column.display({
      id: 'key',
      header: t('column.key'),
      cell: ({ row, table }) => (
        <KeyNameCell apiKey={row.original} isTold={(id) => table.getColumn(id)?.getIsVisible() ?? false} />
      ),
      meta: { width: 'minmax(5.5rem, 1.2fr)' },
    }),
    column.display({
      id: 'state',
      header: t('column.state'),
      cell: ({ row }) => <KeyStateCell apiKey={row.original} />,
      meta: { width: 'minmax(6.5rem, 1.6fr)' },
    }),
    column.display({
      id: 'kind',
      header: t('column.kind'),
      cell: ({ row }) => t(`kind.${row.original.kind}`),
      meta: { width: '4rem' },
    }),
    number('failures', t('column.failures'), '4rem'),
    number('inFlight', t('column.inFlight'), '4.5rem'),
    number('weight', t('column.weight'), '4rem'),
    words('group', t('column.group')),
    words('project', t('column.project')),
    words('note', t('column.note')),
    column.display({
      id: 'lastUsedAtMs',
      header: t('column.lastUsed'),
      cell: ({ row }) => <LastUsed atMs={row.original.lastUsedAtMs} />,
      meta: { width: '6rem' },
    }),
    column.display({
      id: 'menu',
      cell: ({ row }) => <KeyRowMenu apiKey={row.original} {...commands} />,
      meta: { width: '2.25rem' },
    }),
  ];
}

function selectColumn(t: TFunction<'keys'>): KeyColumn {
  return column.display({
    id: 'select',
    header: ({ table }) => (
      <Checkbox
        label={t('selection.all')}
        checked={table.getIsAllRowsSelected() || (table.getIsSomeRowsSelected() && 'indeterminate')}
        onChange={(checked) => table.toggleAllRowsSelected(checked)}
      />
    ),
    cell: ({ row }) => (
      <Checkbox
        label={t('selection.one', { key: row.original.maskedSecret })}
        checked={row.getIsSelected()}
        onChange={(checked) => row.toggleSelected(checked)}
      />
    ),
    meta: { width: '1.25rem' },
  });
}

function number(field: 'failures' | 'inFlight' | 'weight', header: string, width: string): KeyColumn {
  return column.display({
    id: field,
    header,
    cell: ({ row }) => (
      <span className={row.original[field] === 0 ? 'text-soft' : undefined}>{row.original[field]}</span>
    ),
    meta: { width, isNumeric: true },
  });
}

function words(field: 'group' | 'project' | 'note', header: string): KeyColumn {
  return column.display({
    id: field,
    header,
    cell: ({ row }) => (
      <span className="block truncate" title={row.original[field]}>
        {row.original[field]}
      </span>
    ),
    meta: { width: 'minmax(5rem, 1fr)' },
  });
}
