import type { SettingSentence } from '../../sentence';
import { isSettingName, REGISTRY, type SettingName, type Settings } from '../registry';
import type { Sources } from '../source';
import { cautionsOf } from './cautions';
import { nearestName } from './near-miss';

/** Something worth telling at the start that stops nothing. Its message follows the name: the rest of a sentence. */
export type Notice = SettingSentence & {
  readonly name: string;
  readonly reason: 'without_effect' | 'near_miss' | 'caution';
};

/** What the person who set these variables and overrides should know. */
export function noticesOf(envNames: Iterable<string>, sources: Sources, settings: Settings): Notice[] {
  const notices: Notice[] = [];
  const missing = [...REGISTRY.keys()].filter((name) => sources[name] === 'default');
  for (const name of envNames) {
    const meant = isSettingName(name) ? undefined : nearestName<SettingName>(name, missing);
    if (meant !== undefined) notices.push(nearMiss(name, meant));
  }
  for (const [name, { effect }] of REGISTRY) {
    if (sources[name] !== 'default' && effect === 'none') notices.push(withoutEffect(name));
  }
  for (const caution of cautionsOf(settings)) notices.push({ ...caution, reason: 'caution' });
  return notices;
}

function nearMiss(name: string, meant: SettingName): Notice {
  const message = `is no setting; is ${meant} meant?`;
  return { name, reason: 'near_miss', code: 'near_miss', values: { meant }, message };
}

function withoutEffect(name: SettingName): Notice {
  const message = 'is accepted and has no effect.';
  return { name, reason: 'without_effect', code: 'without_effect', values: {}, message };
}
