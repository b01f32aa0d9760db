import type { KeyDto, KeySort } from '@gemini-balance/shared';
import type { ColumnDef } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { TimeAgo } from '../../components/time-ago';
import { KeyDay } from './key-day';
import { KeyNameCell } from './key-name-cell';
import { KeyRowMenu, type KeyRowCommands } from './key-row-menu';
import { KeyStateCell } from './key-state-cell';

interface KeyColumn {
  width: string;
  sortedAs?: KeySort;
  isNumeric?: boolean;
  fromRem?: number;
  /** `isShown` tells whether there is a column of its own for something. */
  cell: (apiKey: KeyDto, isShown: (column: string) => boolean) => ReactNode;
}

/** The columns of the keys table in their order. */
export function keyColumns(t: TFunction<'keys'>, commands: KeyRowCommands): ColumnDef<KeyDto>[] {
  const columns = {
    key: {
      width: 'minmax(7rem, 1.2fr)',
      cell: (key, isShown) => <KeyNameCell apiKey={key} isTold={isShown} />,
    },
    state: { width: 'minmax(7.5rem, 1.6fr)', cell: (key) => <KeyStateCell apiKey={key} /> },
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
    ...(Object.entries(columns) as [keyof typeof columns, KeyColumn][]).map(([id, { cell, ...meta }]) => {
      const title = t(`column.${id}`);
      const isFixed = id === 'key' || id === 'state';
      return {
        id,
        header: title,
        cell: ({ row, table }) =>
          cell(row.original, (column) => table.getColumn(column)?.getIsVisible() ?? false),
        meta: { ...meta, ...(!isFixed && { title }) },
      } satisfies ColumnDef<KeyDto>;
    }),
    {
      id: 'menu',
      header: () => <span className="sr-only">{t('column.menu')}</span>,
      cell: ({ row }) => <KeyRowMenu apiKey={row.original} {...commands} />,
      meta: { width: '2.25rem' },
    },
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
