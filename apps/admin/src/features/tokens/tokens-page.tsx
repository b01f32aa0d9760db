import type { IssuedTokenDto, TokenDto } from '@gemini-balance/shared';
import { Plus, Ticket } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnMenu } from '../../components/data-table/columns/column-menu';
import { DataTable } from '../../components/data-table/data-table';
import { useColumnChoice } from '../../components/data-table/columns/use-column-choice';
import { Notice } from '../../components/query-view/notice';
import { Button } from '../../components/ui/button';
import { PageHeader } from '../../layout/page-header';
import { CreateTokenDialog } from './dialogs/create-token-dialog';
import { EditTokenDialog } from './dialogs/edit-token-dialog';
import { DeleteTokenDialog, RotateTokenDialog } from './dialogs/end-token-dialogs';
import { IssuedTokenDialog } from './dialogs/issued-token-dialog';
import { TokenCard } from './token-card';
import { tokenColumns } from './token-columns';
import { tokenQueries } from './token-queries';

type Opened = { dialog: 'create' } | { dialog: 'edit' | 'rotate' | 'delete'; token: TokenDto };

/** The access tokens that clients present. */
export function TokensPage() {
  const { t } = useTranslation('tokens');
  const [opened, setOpened] = useState<Opened>();
  const [issued, setIssued] = useState<IssuedTokenDto>();
  const close = (): void => setOpened(undefined);
  const commands = useMemo(
    () => ({
      onEdit: (token: TokenDto) => setOpened({ dialog: 'edit', token }),
      onRotate: (token: TokenDto) => setOpened({ dialog: 'rotate', token }),
      onDelete: (token: TokenDto) => setOpened({ dialog: 'delete', token }),
    }),
    [],
  );
  const columns = useMemo(() => tokenColumns(t, commands), [t, commands]);
  const choice = useColumnChoice('tokens', columns);
  const source = useMemo(() => tokenQueries.list(), []);
  const tokenFor = (dialog: Opened['dialog']): TokenDto | undefined =>
    opened?.dialog === dialog && 'token' in opened ? opened.token : undefined;
  const createButton = (
    <Button variant="primary" onClick={() => setOpened({ dialog: 'create' })}>
      <Plus aria-hidden />
      {t('create.open')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')}>
        <div className="flex gap-2">
          <span className="max-md:hidden">
            <ColumnMenu columns={columns} choice={choice} />
          </span>
          {createButton}
        </div>
      </PageHeader>
      <p className="mb-3 max-w-3xl text-soft">{t('intro')}</p>
      <DataTable<TokenDto>
        label={t('title')}
        source={source}
        refreshMs={5_000}
        columns={columns}
        choice={choice}
        rowHeightPx={92}
        card={(token) => <TokenCard token={token} {...commands} />}
        nameOf={(token) => token.name}
        empty={
          <Notice
            icon={<Ticket className="text-soft" aria-hidden />}
            title={t('empty.title')}
            text={t('empty.text')}
          >
            {createButton}
          </Notice>
        }
      />
      <CreateTokenDialog
        isOpen={opened?.dialog === 'create'}
        onClose={close}
        onIssued={(made) => {
          close();
          setIssued(made);
        }}
      />
      <EditTokenDialog token={tokenFor('edit')} onClose={close} />
      <RotateTokenDialog token={tokenFor('rotate')} onClose={close} onIssued={setIssued} />
      <DeleteTokenDialog token={tokenFor('delete')} onClose={close} />
      <IssuedTokenDialog issued={issued} onClose={() => setIssued(undefined)} />
    </>
  );
}
