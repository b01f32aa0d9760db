import { rpcError, type ApiReply, jsonReply } from '../wire/api-reply';
import { supportedMethods, type SimulatedModel } from './model';

const PAGE_DEFAULT = 50;
const PAGE_MAX = 1000;

/** `GET /models`: one page and the token of the next, which is absent on the last. */
export function modelsPage(models: readonly SimulatedModel[], query: URLSearchParams): ApiReply {
  const size = Math.min(Number(query.get('pageSize') ?? PAGE_DEFAULT) || PAGE_DEFAULT, PAGE_MAX);
  const start = query.get('pageToken') ? fromToken(query.get('pageToken')!) : 0;
  if (start === undefined || size < 0) return rpcError(400, 'INVALID_ARGUMENT', 'Invalid page token.');
  const end = start + size;
  return jsonReply(200, {
    models: models.slice(start, end).map(toWire),
    ...(end < models.length ? { nextPageToken: toToken(end) } : {}),
  });
}

/** `GET /models/{id}`. */
export function modelReply(model: SimulatedModel): ApiReply {
  return jsonReply(200, toWire(model));
}

function toWire(model: SimulatedModel): Record<string, unknown> {
  return {
    name: `models/${model.id}`,
    version: String(model.generation || '001'),
    displayName: model.id.replaceAll('-', ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    description: `Simulated ${model.kind} model`,
    inputTokenLimit: model.inputTokenLimit,
    outputTokenLimit: model.outputTokenLimit,
    supportedGenerationMethods: supportedMethods(model),
    ...(model.kind === 'chat' ? { temperature: 1, topP: 0.95, topK: 64, maxTemperature: 2 } : {}),
    ...(model.thinking === 'none' ? {} : { thinking: true }),
  };
}

function toToken(start: number): string {
  return Buffer.from(`start:${start}`).toString('base64url');
}

function fromToken(token: string): number | undefined {
  const match = /^start:(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  return match ? Number(match[1]) : undefined;
}
