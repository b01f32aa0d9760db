import type { KeyFilterDto, KeyState } from '@gemini-balance/shared';
import type { EgressDispatchers } from '../../../core/upstream/egress/egress-dispatchers';
import type { KeyPools } from '../../keys/key-pools';
import type { RosterKey } from '../../keys/roster-key';

/** Whether a key matches. */
export type KeyMatcher = (live: RosterKey) => boolean;

/** Whether every key matches. */
export function isEmptyFilter(filter: KeyFilterDto): boolean {
  const { state, kind, group, project, minFailures = 0, model, egress, search = '' } = filter;
  const isNamed = [state, kind, group, project, model, egress].some((value) => value !== undefined);
  return !isNamed && minFailures === 0 && search.trim() === '';
}

/** Tells how keys of all kinds stand at this moment. */
export function toStates(pools: KeyPools): (live: RosterKey) => KeyState | undefined {
  const states = {
    gemini: pools.of('gemini').view.states(),
    vertex: pools.of('vertex').view.states(),
    paid: pools.of('paid').view.states(),
  };
  return ({ kind, key }) => states[kind](key.id);
}

/** What a filter asks of a key, cheap enough to be asked of all of them. */
export function toMatcher(
  filter: KeyFilterDto,
  pools: KeyPools,
  egressOf: Pick<EgressDispatchers, 'homeOf'>,
): KeyMatcher {
  const { state, kind, group, project, minFailures = 0, model, egress } = filter;
  const search = filter.search?.trim() ?? '';
  const hasText = search === '' ? undefined : toTextMatcher(search, pools);
  const stateOf = state === undefined ? () => undefined : toStates(pools);
  const projectOf = (live: RosterKey) => pools.of(live.kind).view.projectOf(live.key.id) ?? '';
  return (live) =>
    (kind === undefined || live.kind === kind) &&
    (state === undefined || stateOf(live) === state) &&
    (group === undefined || (live.key.group ?? '') === group) &&
    (project === undefined || projectOf(live) === project) &&
    (minFailures === 0 || pools.of(live.kind).view.failuresOf(live.key.id) >= minFailures) &&
    (model === undefined || pools.of(live.kind).view.restsFor(live.key.id, model)) &&
    (egress === undefined || egressOf.homeOf(live.key.fingerprint) === egress) &&
    (hasText === undefined || hasText(live));
}

function toTextMatcher(search: string, pools: KeyPools): KeyMatcher {
  const text = search.toLowerCase();
  const contains = (value: string | undefined) => value !== undefined && value.toLowerCase().includes(text);
  const isMasked = search.includes('…');
  return (live) => {
    const { key, note, kind } = live;
    if (contains(note) || contains(key.group) || contains(pools.of(kind).view.projectOf(key.id))) return true;
    if (isMasked) return key.secret.mask() === search;
    const secret = key.secret.reveal();
    return secret.startsWith(search) || secret.endsWith(search);
  };
}
