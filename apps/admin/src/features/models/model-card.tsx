import type { ModelDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { ModelKeysCell } from './cells/model-keys-cell';
import { ModelNameCell } from './cells/model-name-cell';
import { TokenLimit } from './cells/token-limit';

/** A model on a narrow screen. */
export function ModelCard({ model }: { model: ModelDto }) {
  const { t } = useTranslation('models');
  const [keys] = model.keys;
  return (
    <div className="space-y-1.5">
      <ModelNameCell model={model} />
      <div className="flex items-start justify-between gap-3">
        {keys && <ModelKeysCell keys={keys} />}
        <div className="text-end text-xs text-soft">
          <div>{t(`kind.${model.kind}`)}</div>
          <div>
            <TokenLimit tokens={model.inputTokens} /> → <TokenLimit tokens={model.outputTokens} />
          </div>
        </div>
      </div>
    </div>
  );
}
