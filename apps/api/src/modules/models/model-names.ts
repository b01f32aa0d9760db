import { ModelNotFoundError } from '../../core/gateway-error';
import type { ModelAliases } from '../../core/gemini/model-aliases';
import type { ModelFeatures } from '../../core/gemini/model-features';
import { parseModelName } from '../../core/gemini/model-name';
import { baseModelOf } from '../../core/gemini/model-variant';
import type { ModelCatalog } from './model-catalog';

/** What the operator decides about names. */
export interface ModelNamePolicy {
  readonly aliases: ModelAliases;
  /** THINKING_MODELS */
  readonly thinkingModels: readonly string[];
}

/** Finds the model of upstream that a client means: by its own name, by an alias, or by the name of a variant. */
export class ModelNames {
  constructor(
    private readonly catalog: Pick<ModelCatalog, 'refuseFiltered' | 'featuresOf'>,
    private readonly policy: () => ModelNamePolicy,
  ) {}

  /** What the model can be sent; its bare name among that. @throws ModelNotFoundError, ModelNotAllowedError, InvalidRequestError */
  featuresFor(name: string): ModelFeatures {
    const { aliases, thinkingModels } = this.policy();
    const asked = parseModelName(name) ?? name;
    const variant = parseModelName(aliases.modelOf(asked));
    if (variant === undefined)
      throw new ModelNotFoundError(`"${name.slice(0, 60)}" is not the name of a model.`, { field: 'model' });
    const model = baseModelOf(variant, thinkingModels);
    for (const each of new Set([asked, variant, model])) this.catalog.refuseFiltered(each);
    const features = this.catalog.featuresOf(model);
    return model === variant ? features : { ...features, isNonThinking: true };
  }
}
