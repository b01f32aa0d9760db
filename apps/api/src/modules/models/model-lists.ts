import { bareName, type Model } from '../../core/gemini/models/model';
import { wholeNumber } from './whole-number';

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
export function openaiModelList(models: readonly Model[], createdAtS: number): object {
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
