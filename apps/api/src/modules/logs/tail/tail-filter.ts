import { TAIL_LEVELS, type TailEventDto, type TailFilter } from '@gemini-balance/shared';

/** Whether the filter lets an event through. `text` is the event as it is sent. */
export function isLetThrough(event: TailEventDto, text: string, filter: TailFilter): boolean {
  const { kinds, level, keyId, tokenId, model, route, status } = filter;
  return (
    (kinds === undefined || kinds.includes(event.kind)) &&
    (level === undefined || TAIL_LEVELS.indexOf(event.level) >= TAIL_LEVELS.indexOf(level)) &&
    (keyId === undefined || event.keyId === keyId) &&
    (tokenId === undefined || event.tokenId === tokenId) &&
    (model === undefined || event.model === model) &&
    (route === undefined || event.route === route) &&
    (status === undefined || isOfStatus(event.status, status)) &&
    (filter.text === undefined || text.toLowerCase().includes(filter.text.toLowerCase()))
  );
}

function isOfStatus(status: number | undefined, wanted: string): boolean {
  if (status === undefined) return false;
  return /xx$/i.test(wanted) ? String(status)[0] === wanted[0] : status === Number(wanted);
}
