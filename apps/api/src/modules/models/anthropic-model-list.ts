import { InvalidRequestError } from '../../core/gateway-error';
import { bareName, type Model } from '../../core/gemini/models/model';
import { disguised } from '../../core/gemini/models/model-aliases';
import { wholeNumber } from './whole-number';

const LARGEST_PAGE = 1000;
/** What Anthropic's own list has in place of a date that nobody knows. */
const UNKNOWN_DATE = new Date(0).toISOString();

/** A model as Anthropic's clients read it (docs/protocol-notes.md, "Messages of Anthropic clients"). */
export interface AnthropicModel {
  readonly type: 'model';
  readonly id: string;
  readonly [field: string]: unknown;
}

export function anthropicModel(model: Model): AnthropicModel {
  const id = bareName(model);
  return {
    type: 'model',
    id,
    display_name: model.displayName ?? id,
    created_at: UNKNOWN_DATE,
    max_input_tokens: model.inputTokenLimit ?? null,
    max_tokens: model.outputTokenLimit ?? null,
    capabilities: null,
    lifecycle: 'active',
    line: null,
    deprecated_at: null,
    retires_at: null,
  };
}

/**
 * The models that write messages, Google's once more under names that begin with `claude-`, because Claude Code shows no others.
 * All in one page, unless the query asks for `limit` models after or before one of them.
 */
export function anthropicModelList(models: readonly Model[], query: URLSearchParams | undefined): unknown {
  const able = models.filter(isAble).map(anthropicModel);
  const shown = able.flatMap((model) => {
    const id = disguised(model.id);
    return id === undefined ? [] : { ...model, id };
  });
  const { data, hasMore } = pageOf([...able, ...shown], query);
  return { data, has_more: hasMore, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null };
}

function isAble({ supportedGenerationMethods: methods }: Model): boolean {
  return methods === undefined || methods.includes('generateContent');
}

interface Page {
  readonly data: readonly AnthropicModel[];
  readonly hasMore: boolean;
}

function pageOf(models: readonly AnthropicModel[], query: URLSearchParams | undefined): Page {
  const limit = Math.min(wholeNumber(query?.get('limit'), 'limit') || LARGEST_PAGE, LARGEST_PAGE);
  const before = positionOf(models, query?.get('before_id'), 'before_id');
  if (before !== undefined) {
    const start = Math.max(before - limit, 0);
    return { data: models.slice(start, before), hasMore: start > 0 };
  }
  const start = (positionOf(models, query?.get('after_id'), 'after_id') ?? -1) + 1;
  return { data: models.slice(start, start + limit), hasMore: start + limit < models.length };
}

function positionOf(
  models: readonly AnthropicModel[],
  id: string | null | undefined,
  field: string,
): number | undefined {
  if (id == null || id === '') return undefined;
  const position = models.findIndex((model) => model.id === id);
  if (position < 0)
    throw new InvalidRequestError(`${field} has to be the id of a model in the list.`, { field });
  return position;
}
