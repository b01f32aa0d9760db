import type { TokenDto } from '@gemini-balance/shared';
import { createColumnHelper, type ColumnDef } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { TimeAgo } from '../../components/time-ago';
import { TokenDay } from './token-day';
import { TokenExpiry } from './token-expiry';
import { TokenModels } from './token-models';
import { TokenName } from './token-name';
import { TokenRowMenu, type TokenRowCommands } from './token-row-menu';
import { TokenState } from './token-state';
import { TokenUse } from './token-use';

const column = createColumnHelper<TokenDto>();

/** The columns of the tokens table in their order. */
export function tokenColumns(t: TFunction<'tokens'>, commands: TokenRowCommands): ColumnDef<TokenDto>[] {
  const shown = (
    id: 'name' | 'state' | 'limits' | 'day' | 'models' | 'expires' | 'created' | 'lastUsed',
    width: string,
    cell: (token: TokenDto) => ReactNode,
    fromRem?: number,
  ): ColumnDef<TokenDto> =>
    column.display({
      id,
      header: t(`column.${id}`),
      cell: ({ row }) => cell(row.original),
      meta: { width, fromRem, ...(id !== 'name' && { title: t(`column.${id}`) }) },
    });
  return [
    shown('name', 'minmax(9rem, 1.2fr)', (token) => <TokenName token={token} />),
    shown('state', '6.5rem', (token) => <TokenState token={token} />),
    shown('limits', 'minmax(15.5rem, 1.4fr)', (token) => <TokenUse token={token} />),
    shown('day', '7.5rem', (token) => <TokenDay token={token} />),
    shown('models', 'minmax(7rem, 1fr)', (token) => <TokenModels token={token} />, 80),
    shown('expires', '7.5rem', (token) => <TokenExpiry atMs={token.expiresAtMs} />, 80),
    shown('created', '7rem', (token) => <TimeAgo atMs={token.createdAtMs} />, 96),
    shown('lastUsed', '7rem', (token) => <TimeAgo atMs={token.lastUsedAtMs} />),
    column.display({
      id: 'menu',
      cell: ({ row }) => <TokenRowMenu token={row.original} {...commands} />,
      meta: { width: '2.25rem' },
    }),
  ];
}
