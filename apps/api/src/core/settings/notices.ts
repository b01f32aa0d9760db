import { cautionsOf } from './cautions';
import { nearestName } from './near-miss';
import { isSettingName, REGISTRY, type SettingName, type Settings } from './registry';
import type { Sources } from './source';

/** Something worth telling at the start that stops nothing. */
export interface Notice {
  readonly name: string;
  readonly reason: 'without_effect' | 'near_miss' | 'caution';
  /** What follows the name: the rest of a sentence. */
  readonly message: string;
}

/** What the person who set these variables and overrides should know. */
export function noticesOf(envNames: Iterable<string>, sources: Sources, settings: Settings): Notice[] {
  const notices: Notice[] = [];
  const missing = [...REGISTRY.keys()].filter((name) => sources[name] === 'default');
  for (const name of envNames) {
    const meant = isSettingName(name) ? undefined : nearestName<SettingName>(name, missing);
    if (meant !== undefined)
      notices.push({ name, reason: 'near_miss', message: `is no setting; is ${meant} meant?` });
  }
  for (const [name, { effect }] of REGISTRY) {
    if (sources[name] === 'default') continue;
    if (effect === 'none')
      notices.push({ name, reason: 'without_effect', message: 'is accepted and has no effect.' });
  }
  for (const { name, message } of cautionsOf(settings)) notices.push({ name, reason: 'caution', message });
  return notices;
}
