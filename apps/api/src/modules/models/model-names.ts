import { InvalidRequestError, ModelNotFoundError } from '../../core/gateway-error';
import { bareName, type Model } from '../../core/gemini/models/model';
import type { ModelAliases } from '../../core/gemini/models/model-aliases';
import type { ModelFeatures } from '../../core/gemini/models/model-features';
import { isGenerating } from '../../core/gemini/models/model-kind';
import { parseModelName } from '../../core/gemini/models/model-name';
import {
  hasSuffix,
  type ModelVariant,
  type Suffix,
  variantOf,
  variantsOf,
  type VariantPolicy,
} from '../../core/gemini/models/model-variant';
import { imageChatName } from '../../core/images/image-model';
import type { DerivedName } from './derived-name';
import type { ModelCatalog } from './model-catalog';

const IMAGE = '-image';

/** What the operator decides about names. */
export interface ModelNamePolicy extends VariantPolicy {
  readonly aliases: ModelAliases;
  /** CREATE_IMAGE_MODEL */
  readonly imageModel: string;
}

/** Finds the model of upstream that a client means: by its own name, by an alias, or by the name of a variant. */
export class ModelNames {
  constructor(
    private readonly catalog: Pick<
      ModelCatalog,
      'refuseFiltered' | 'isFiltered' | 'featuresOf' | 'isListed' | 'isKnown' | 'newerList'
    >,
    private readonly policy: () => ModelNamePolicy,
  ) {}

  /**
   * What is to be listed: the models, the variants of those that answer, and the names that the operator has given to them.
   * Patterns can stand for anything and are no names.
   */
  offered(models: readonly Model[]): readonly Model[] {
    const policy = this.policy();
    const { aliases } = policy;
    const variants = offeredVariants(models, policy)
      .filter(({ name }) => !this.catalog.isFiltered(name))
      .map(({ model, name, suffix }) => listedVariant(model, name, suffix));
    const all = [...models, ...variants];
    if (aliases.names.length === 0) return all;
    const own = all.filter((model) => !aliases.names.includes(bareName(model)));
    return [...own, ...aliases.names.flatMap((name) => this.#targetIn(all, name) ?? [])];
  }

  /** What is to be listed beside that for clients whose dialect is translated: the chat with the image model. */
  offeredToChats(models: readonly Model[]): readonly Model[] {
    const { imageModel } = this.policy();
    const maker = models.find((model) => bareName(model) === imageModel);
    return maker === undefined ? [] : [{ ...maker, name: `models/${imageChatName(imageModel)}` }];
  }

  /** Every name beside their own that these models go by, those that are refused and patterns of aliases among them. */
  derived(models: readonly Model[]): readonly DerivedName[] {
    const policy = this.policy();
    const variants = offeredVariants(models, policy).map(({ model, name, suffix }) =>
      this.#derivedName(name, bareName(model), suffix.setting),
    );
    const aliases = policy.aliases.all.map(({ name, model: target, setting, isPattern }) => {
      const alias = this.#derivedName(name, this.#baseOf(target), setting);
      return { ...alias, isPattern, isFiltered: alias.isFiltered || this.catalog.isFiltered(target) };
    });
    const chats = this.offeredToChats(models).map((chat) =>
      this.#derivedName(bareName(chat), policy.imageModel, 'CREATE_IMAGE_MODEL'),
    );
    return [...variants, ...aliases, ...chats];
  }

  /** The one of what is listed that a name stands for, under that name. */
  find(listed: readonly Model[], name: string): Model | undefined {
    const asked = parseModelName(name) ?? name;
    return listed.find((model) => bareName(model) === asked) ?? this.#targetIn(listed, asked);
  }

  /** Whether one of the names of what is listed will do: the one it is listed by, or that of the model it stands for. */
  isNamed(listed: Model, isMeant: (name: string) => boolean): boolean {
    const name = bareName(listed);
    const target = this.modelOf(name);
    return isMeant(name) || isMeant(target) || isMeant(this.#baseOf(target));
  }

  /** The bare name of the model that a name stands for; the name itself where it is no alias. */
  modelOf(name: string): string {
    return this.policy().aliases.modelOf(name);
  }

  /**
   * Resolves once `featuresFor` can tell whether a name that is that of no variant is that of a model which is called like one;
   * undefined, and at once, for nearly every name. Never rejects.
   */
  whenKnown(name: string): Promise<unknown> | undefined {
    if (this.catalog.isKnown && !hasSuffix(name)) return undefined;
    const target = this.modelOf(parseModelName(name) ?? name);
    if (!hasSuffix(target) || this.#isOffered(target)) return undefined;
    return this.catalog.newerList()?.catch(() => undefined);
  }

  /** What the model can be sent; its bare name among that. @throws ModelNotFoundError, ModelNotAllowedError, InvalidRequestError */
  featuresFor(name: string): ModelFeatures {
    const policy = this.policy();
    const asked = parseModelName(name) ?? name;
    const target = parseModelName(policy.aliases.modelOf(asked));
    if (target === undefined)
      throw new ModelNotFoundError(`"${name.slice(0, 60)}" is not the name of a model.`, { field: 'model' });
    const { model, suffixes } = hasSuffix(target) ? this.#variantOf(target, policy) : plain(target);
    for (const each of new Set([asked, target, model])) this.catalog.refuseFiltered(each);
    const features = this.catalog.featuresOf(model);
    return suffixes.reduce(
      (wanted, suffix) => ({ ...wanted, ...suffix.features, variant: target }),
      features,
    );
  }

  #derivedName(name: string, model: string, setting: DerivedName['setting']): DerivedName {
    const isFiltered = this.catalog.isFiltered(name) || this.catalog.isFiltered(model);
    return { name, model, setting, isPattern: false, isFiltered };
  }

  #variantOf(name: string, policy: VariantPolicy): ModelVariant {
    // While no list could be had, a name such as gemini-x-image is more likely that of a model.
    const isOwn = (each: string): boolean =>
      this.catalog.isKnown ? this.catalog.isListed(each) : isMaybeOwn(each, policy);
    return variantOf(name, policy, isOwn);
  }

  #isOffered(target: string): boolean {
    return this.catalog.isListed(target) || this.#baseOf(target) !== target;
  }

  /** The name without the suffixes of variants; the name itself where it has none that is offered. */
  #baseOf(name: string): string {
    if (!hasSuffix(name)) return name;
    try {
      return this.#variantOf(name, this.policy()).model;
    } catch (error) {
      if (!(error instanceof InvalidRequestError)) throw error;
      return name;
    }
  }

  #targetIn(models: readonly Model[], name: string): Model | undefined {
    const target = this.modelOf(name);
    const base = this.#baseOf(target);
    const found =
      models.find((model) => bareName(model) === target) ?? models.find((model) => bareName(model) === base);
    return found && { ...found, name: `models/${name}` };
  }
}

function plain(model: string): ModelVariant {
  return { model, suffixes: [] };
}

function isMaybeOwn(name: string, policy: VariantPolicy): boolean {
  const base = name.slice(0, -IMAGE.length);
  return name.endsWith(IMAGE) && !policy.imageModels.includes(base);
}

function offeredVariants(
  models: readonly Model[],
  policy: VariantPolicy,
): { readonly model: Model; readonly name: string; readonly suffix: Suffix }[] {
  const names = new Set(models.map(bareName));
  return models
    .filter(isGenerating)
    .flatMap((model) => variantsOf(bareName(model), policy).map((variant) => ({ model, ...variant })))
    .filter(({ name }) => !names.has(name));
}

function listedVariant(model: Model, name: string, { text, features }: Suffix): Model {
  const { displayName = bareName(model) } = model;
  return {
    ...model,
    name: `models/${name}`,
    displayName: `${displayName} (${text.slice(1)})`,
    ...(features.isNonThinking && { thinking: false }),
  };
}
