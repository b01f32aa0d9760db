import type { ModelDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnMenu } from '../../components/data-table/columns/column-menu';
import { DataTable } from '../../components/data-table/data-table';
import { useColumnChoice } from '../../components/data-table/columns/use-column-choice';
import { Button } from '../../components/ui/button';
import { PageHeader } from '../../layout/page-header';
import { cn } from '../../lib/cn';
import { useUrlFilters } from '../../lib/use-url-filters';
import { ModelSheet } from './detail/model-sheet';
import { ListSource } from './list-source';
import { ModelCard } from './model-card';
import { modelColumns } from './model-columns';
import { MODEL_FILTERS, MODEL_SORTING } from './model-filters';
import { useRefreshModels } from './model-mutations';
import { modelQueries } from './model-queries';
import { ModelToolbar } from './model-toolbar';
import { NoModels } from './no-models';
import { useOpenedModel } from './use-opened-model';

const REFRESH_MS = 5_000;

/** The models that upstream lists, with what clients call them and which keys can use them now. */
export function ModelsPage() {
  const { t } = useTranslation('models');
  const url = useUrlFilters(MODEL_FILTERS);
  const sorting = useUrlFilters(MODEL_SORTING);
  const query = useMemo(() => ({ ...url.filters, ...sorting.filters }), [url.filters, sorting.filters]);
  const list = useQuery(modelQueries.firstPage(query)).data;
  const refresh = useRefreshModels();
  const { open } = useOpenedModel();
  const openModel = useCallback((model: ModelDto) => open(model.id), [open]);
  const columns = useMemo(() => modelColumns(t), [t]);
  const choice = useColumnChoice('models', columns);
  const { sort, order = 'desc' } = sorting.filters;
  const isRefreshing = refresh.isPending || list?.source.isRefreshing === true;
  const refreshButton = (
    <Button onClick={() => refresh.mutate()} disabled={isRefreshing}>
      <RefreshCw className={cn(isRefreshing && 'motion-safe:animate-spin')} aria-hidden />
      {t('refresh')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')}>{refreshButton}</PageHeader>
      {list && <ListSource list={list} />}
      <ModelToolbar url={url} totals={list?.totals}>
        <span className="ms-auto max-md:hidden">
          <ColumnMenu columns={columns} choice={choice} />
        </span>
      </ModelToolbar>
      <DataTable<ModelDto>
        key={JSON.stringify(query)}
        label={t('title')}
        source={modelQueries.list(query)}
        refreshMs={REFRESH_MS}
        columns={columns}
        choice={choice}
        sort={sort && { by: sort, order }}
        onSort={(next) => sorting.change({ sort: next?.by as typeof sort, order: next?.order })}
        card={(model) => <ModelCard model={model} />}
        nameOf={(model) => model.id}
        onOpen={openModel}
        empty={<NoModels list={list} refreshButton={refreshButton} onClear={url.clear} />}
      />
      <ModelSheet />
    </>
  );
}
