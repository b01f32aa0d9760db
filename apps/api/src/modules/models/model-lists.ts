import { InvalidRequestError } from '../../core/gateway-error';
import { bareName, type Model } from '../../core/gemini/model';

const DEFAULT_PAGE_SIZE = 50;
const LARGEST_PAGE_SIZE = 1000;

/** Google's list, in pages; the token of a page is the offset of its first model. */
export function geminiModelList(models: readonly Model[], query: URLSearchParams | undefined): unknown {
  const size = wholeNumber(query?.get('pageSize'), 'pageSize') || DEFAULT_PAGE_SIZE;
  const start = wholeNumber(query?.get('pageToken'), 'pageToken');
  const end = start + Math.min(size, LARGEST_PAGE_SIZE);
  return { models: models.slice(start, end), ...(end < models.length && { nextPageToken: String(end) }) };
}

/** OpenAI's list, with the `success` that New API clients look for. */
export function openaiModelList(models: readonly Model[], createdAtS: number): unknown {
  return { object: 'list', data: models.map((model) => openaiModel(model, createdAtS)), success: true };
}

export function openaiModel(model: Model, createdAtS: number): unknown {
  return {
    id: bareName(model),
    object: 'model',
    created: createdAtS,
    owned_by: 'google',
    permission: [],
    root: model.name,
    parent: null,
  };
}

/** Anthropic's list, always in one page. */
export function anthropicModelList(models: readonly Model[], createdAtS: number): unknown {
  const data = models.map((model) => anthropicModel(model, createdAtS));
  return { data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null };
}

export function anthropicModel(model: Model, createdAtS: number): { id: string } & Record<string, unknown> {
  const id = bareName(model);
  return {
    type: 'model',
    id,
    display_name: model.displayName ?? id,
    created_at: new Date(createdAtS * 1000).toISOString(),
  };
}

function wholeNumber(text: string | null | undefined, field: string): number {
  if (text == null || text === '') return 0;
  if (!/^\d{1,9}$/.test(text)) throw new InvalidRequestError(`${field} has to be a whole number.`, { field });
  return Number(text);
}
