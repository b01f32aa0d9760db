import type { Settings } from './registry';
import type { SettingsStore } from './settings-store';

/** A value that is made from the settings, made anew only when they have changed. */
export function derive<Value>(
  store: Pick<SettingsStore, 'current'>,
  make: (settings: Settings) => Value,
): () => Value {
  let made: { readonly from: Settings; readonly value: Value } | undefined;
  return () => {
    const from = store.current;
    if (made?.from !== from) made = { from, value: make(from) };
    return made.value;
  };
}
