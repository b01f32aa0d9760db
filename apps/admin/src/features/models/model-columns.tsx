import type { ModelDto, ModelSort } from '@gemini-balance/shared';
import type { ColumnDef } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import { listColumns, type ListColumn } from '../../components/data-table/columns/list-columns';
import { ModelKeysCell } from './cells/model-keys-cell';
import { ModelNameCell } from './cells/model-name-cell';
import { ModelNamesCell } from './cells/model-names-cell';
import { ThinkingText } from './cells/thinking-text';
import { TokenLimit } from './cells/token-limit';

/** The columns of the models table in their order. */
export function modelColumns(t: TFunction<'models'>): ColumnDef<ModelDto>[] {
  const columns = {
    name: {
      width: 'minmax(12rem, 1.6fr)',
      isFixed: true,
      sortedAs: 'name',
      cell: (model) => <ModelNameCell model={model} />,
    },
    kind: { width: '5.5rem', cell: ({ kind }) => t(`kind.${kind}`) },
    keys: {
      width: 'minmax(8rem, 1fr)',
      sortedAs: 'ready',
      cell: ({ keys: [gemini] }) => gemini && <ModelKeysCell keys={gemini} />,
    },
    inputTokens: {
      width: '6.5rem',
      sortedAs: 'inputTokens',
      isNumeric: true,
      cell: (model) => <TokenLimit tokens={model.inputTokens} />,
    },
    outputTokens: {
      width: '6.5rem',
      sortedAs: 'outputTokens',
      isNumeric: true,
      cell: (model) => <TokenLimit tokens={model.outputTokens} />,
    },
    thinking: {
      width: 'minmax(9rem, 1fr)',
      fromRem: 96,
      cell: ({ thinking }) => <ThinkingText thinking={thinking} />,
    },
    names: {
      width: 'minmax(12rem, 1.4fr)',
      fromRem: 80,
      cell: (model) => <ModelNamesCell model={model} />,
    },
    methods: {
      width: 'minmax(10rem, 1.4fr)',
      fromRem: 120,
      cell: ({ methods }) => (
        <span className="block truncate" title={methods.join('\n')}>
          {methods.join(', ')}
        </span>
      ),
    },
  } satisfies Record<string, ListColumn<ModelDto, ModelSort>>;
  return listColumns(columns, (id) => t(`column.${id}`));
}
