import type { TokenDto } from '@gemini-balance/shared';
import type { ColumnDef } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import { actionColumn, listColumns, type ListColumn } from '../../components/data-table/columns/list-columns';
import { TimeAgo } from '../../components/time-ago';
import { TokenDay } from './cells/token-day';
import { TokenExpiry } from './cells/token-expiry';
import { TokenModels } from './cells/token-models';
import { TokenName } from './cells/token-name';
import { TokenRowMenu, type TokenRowCommands } from './token-row-menu';
import { TokenState } from './cells/token-state';
import { TokenUse } from './cells/token-use';

/** The columns of the tokens table in their order. */
export function tokenColumns(t: TFunction<'tokens'>, commands: TokenRowCommands): ColumnDef<TokenDto>[] {
  const columns = {
    name: { width: 'minmax(9rem, 1.2fr)', isFixed: true, cell: (token) => <TokenName token={token} /> },
    state: { width: '6rem', cell: (token) => <TokenState token={token} /> },
    limits: { width: 'minmax(13.5rem, 1.4fr)', cell: (token) => <TokenUse token={token} /> },
    day: { width: '6.5rem', cell: (token) => <TokenDay token={token} /> },
    models: { width: 'minmax(7rem, 1fr)', fromRem: 80, cell: (token) => <TokenModels token={token} /> },
    expires: { width: '7.5rem', fromRem: 90, cell: (token) => <TokenExpiry atMs={token.expiresAtMs} /> },
    created: { width: '7rem', fromRem: 96, cell: (token) => <TimeAgo atMs={token.createdAtMs} /> },
    lastUsed: { width: '7rem', fromRem: 80, cell: (token) => <TimeAgo atMs={token.lastUsedAtMs} /> },
  } satisfies Record<string, ListColumn<TokenDto>>;
  return [
    ...listColumns(columns, (id) => t(`column.${id}`)),
    actionColumn(t('column.menu'), (token) => <TokenRowMenu token={token} {...commands} />),
  ];
}
