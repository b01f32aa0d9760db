import { InvalidSettingsError } from './invalid-settings-error';
import { SettingsStore } from './settings-store';

describe('SettingsStore', () => {
  it('hands out one frozen snapshot until something changes', () => {
    const store = new SettingsStore({ API_KEYS: 'a,b' });
    const before = store.current;
    expect(store.current).toBe(before);
    expect(Object.isFrozen(before) && Object.isFrozen(before.FILTERED_MODELS)).toBe(true);

    store.applyOverrides(new Map([['MAX_RETRIES', '7']]));

    expect(before.MAX_RETRIES).toBe(3);
    expect(store.current.MAX_RETRIES).toBe(7);
  });

  it('refuses to start with a wrong environment and lists everything that is wrong', () => {
    expect(() => new SettingsStore({ PORT: 'eighty', MAX_RETRIES: '-1' })).toThrow(InvalidSettingsError);
    expect(() => new SettingsStore({ PORT: 'eighty', MAX_RETRIES: '-1' })).toThrow(
      /MAX_RETRIES is .*\n.*PORT is /,
    );
  });

  it('falls back to the environment when an override is wrong or taken back', () => {
    const store = new SettingsStore({ TIME_OUT: '60' });

    expect(store.applyOverrides(new Map([['TIME_OUT', '"soon"']]))).toEqual([
      {
        name: 'TIME_OUT',
        names: ['TIME_OUT'],
        layer: 'override',
        message: 'is not a whole number from 1 to 3600',
      },
    ]);
    expect(store.current.TIME_OUT).toBe(60);

    store.applyOverrides(new Map([['TIME_OUT', '90']]));
    expect([store.current.TIME_OUT, store.sourceOf('TIME_OUT')]).toEqual([90, 'override']);
    store.applyOverrides(new Map());
    expect([store.current.TIME_OUT, store.sourceOf('TIME_OUT')]).toEqual([60, 'env']);
  });

  it('tells listeners the new and the old snapshot until they unsubscribe', () => {
    const store = new SettingsStore({});
    const told: number[][] = [];
    const unsubscribe = store.onChange((now, before) => told.push([now.MAX_FAILURES, before.MAX_FAILURES]));

    store.applyOverrides(new Map([['MAX_FAILURES', '5']]));
    unsubscribe();
    store.applyOverrides(new Map([['MAX_FAILURES', '6']]));

    expect(told).toEqual([[5, 3]]);
  });

  it('describes a setting with its layers, and a secret without its value', () => {
    const store = new SettingsStore({ TIME_OUT: '60', SMMS_SECRET_TOKEN: 'planted-secret' });
    store.applyOverrides(new Map([['TIME_OUT', '90']]));
    const described = store.describe();

    expect(described.find(({ name }) => name === 'TIME_OUT')).toMatchObject({
      kind: 'integer',
      unit: 'seconds',
      group: { id: 'upstream' },
      default: 300,
      value: 90,
      source: 'override',
      base: { source: 'env', value: 60 },
    });
    expect(described.find(({ name }) => name === 'SMMS_SECRET_TOKEN')).toMatchObject({
      value: null,
      isSet: true,
    });
    expect(JSON.stringify([described, store.current])).not.toContain('planted-secret');
  });
});
