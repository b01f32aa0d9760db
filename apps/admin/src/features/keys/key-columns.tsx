import type { KeyDto, KeySort } from '@gemini-balance/shared';
import type { ColumnDef } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import { actionColumn, listColumns, type ListColumn } from '../../components/data-table/columns/list-columns';
import { TimeAgo } from '../../components/time-ago';
import { KeyDay } from './cells/key-day';
import { KeyNameCell } from './cells/key-name-cell';
import { KeyRowMenu, type KeyRowCommands } from './key-row-menu';
import { KeyStateCell } from './cells/key-state-cell';

type KeyColumn = ListColumn<KeyDto, KeySort>;

/** The columns of the keys table in their order. */
export function keyColumns(t: TFunction<'keys'>, commands: KeyRowCommands): ColumnDef<KeyDto>[] {
  const columns = {
    key: {
      width: 'minmax(7rem, 1.2fr)',
      isFixed: true,
      cell: (key, isShown) => <KeyNameCell apiKey={key} isTold={isShown} />,
    },
    state: { width: 'minmax(7.5rem, 1.6fr)', isFixed: true, cell: (key) => <KeyStateCell apiKey={key} /> },
    kind: { width: '4rem', fromRem: 80, cell: (key) => t(`kind.${key.kind}`) },
    failures: number('failures', '4.5rem', 48),
    inFlight: number('inFlight', '5rem', 96),
    weight: number('weight', '4.5rem', 96),
    group: words('group', 80),
    project: words('project', 120),
    note: words('note', 96),
    egress: words('egress', 120),
    day: { width: '8rem', fromRem: 80, isNumeric: true, cell: ({ day }) => <KeyDay day={day} /> },
    lastUsed: {
      width: '6rem',
      fromRem: 48,
      sortedAs: 'lastUsed',
      cell: (key) => <TimeAgo atMs={key.lastUsedAtMs} />,
    },
    lastError: words('lastError', 120),
    created: {
      width: '6rem',
      fromRem: 120,
      sortedAs: 'created',
      cell: (key) => <TimeAgo atMs={key.createdAtMs} />,
    },
  } satisfies Record<string, KeyColumn>;
  return [
    ...listColumns(columns, (id) => t(`column.${id}`)),
    actionColumn(t('column.menu'), (key) => <KeyRowMenu apiKey={key} {...commands} />),
  ];
}

function number(field: 'failures' | 'inFlight' | 'weight', width: string, fromRem: number): KeyColumn {
  return {
    width,
    fromRem,
    sortedAs: field,
    isNumeric: true,
    cell: (key) => <span className={key[field] === 0 ? 'text-soft' : undefined}>{key[field]}</span>,
  };
}

function words(field: 'group' | 'project' | 'note' | 'egress' | 'lastError', fromRem: number): KeyColumn {
  return {
    width: 'minmax(5rem, 1fr)',
    fromRem,
    cell: (key) => (
      <span className="block truncate" title={key[field]}>
        {key[field]}
      </span>
    ),
  };
}
