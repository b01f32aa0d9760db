import { ModelNotFoundError } from '../../core/gateway-error';
import type { ModelAliases } from '../../core/gemini/model-aliases';
import { bareName, type Model } from '../../core/gemini/model';
import type { ModelFeatures } from '../../core/gemini/model-features';
import { parseModelName } from '../../core/gemini/model-name';
import { baseModelOf } from '../../core/gemini/model-variant';
import { imageChatName } from '../../core/images/image-model';
import type { ModelCatalog } from './model-catalog';

/** What the operator decides about names. */
export interface ModelNamePolicy {
  readonly aliases: ModelAliases;
  /** THINKING_MODELS */
  readonly thinkingModels: readonly string[];
  /** CREATE_IMAGE_MODEL */
  readonly imageModel: string;
}

/** Finds the model of upstream that a client means: by its own name, by an alias, or by the name of a variant. */
export class ModelNames {
  constructor(
    private readonly catalog: Pick<ModelCatalog, 'refuseFiltered' | 'featuresOf'>,
    private readonly policy: () => ModelNamePolicy,
  ) {}

  /**
   * What is to be listed: the models, and the names that the operator has given to them. Patterns can stand for anything and
   * are no names.
   */
  offered(models: readonly Model[]): readonly Model[] {
    const { names } = this.policy().aliases;
    if (names.length === 0) return models;
    const own = models.filter((model) => !names.includes(bareName(model)));
    return [...own, ...names.flatMap((name) => this.#targetIn(models, name) ?? [])];
  }

  /** What is to be listed beside that for clients whose dialect is translated: the chat with the image model. */
  offeredToChats(models: readonly Model[]): readonly Model[] {
    const { imageModel } = this.policy();
    const maker = models.find((model) => bareName(model) === imageModel);
    return maker === undefined ? [] : [{ ...maker, name: `models/${imageChatName(imageModel)}` }];
  }

  /** The one of what is listed that a name stands for, under that name. */
  find(listed: readonly Model[], name: string): Model | undefined {
    const asked = parseModelName(name) ?? name;
    return listed.find((model) => bareName(model) === asked) ?? this.#targetIn(listed, asked);
  }

  /** Whether one of the names of what is listed will do: the one it is listed by, or that of the model it stands for. */
  isNamed(listed: Model, isMeant: (name: string) => boolean): boolean {
    const name = bareName(listed);
    return isMeant(name) || isMeant(this.policy().aliases.modelOf(name));
  }

  /** The bare name of the model that a name stands for; the name itself where it is no alias. */
  modelOf(name: string): string {
    return this.policy().aliases.modelOf(name);
  }

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

  #targetIn(models: readonly Model[], name: string): Model | undefined {
    const { aliases, thinkingModels } = this.policy();
    const target = aliases.modelOf(name);
    const found = models.find((model) => {
      const bare = bareName(model);
      return bare === target || (thinkingModels.includes(bare) && target === `${bare}-non-thinking`);
    });
    return found && { ...found, name: `models/${name}` };
  }
}
