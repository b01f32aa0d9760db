import type { SettingName, Settings } from './registry';

/** Something that several settings have to agree on. */
export interface Rule {
  /** The settings it is about; the first one is named when it is broken. */
  readonly names: readonly [SettingName, ...SettingName[]];
  /** What is wrong; undefined when they agree. */
  broken(settings: Settings): string | undefined;
}

const NEEDED_FOR_MYSQL = ['MYSQL_USER', 'MYSQL_DATABASE'] as const;

export const RULES: readonly Rule[] = [
  {
    names: ['DATABASE_TYPE', 'MYSQL_HOST', 'MYSQL_SOCKET'],
    broken: (settings) =>
      settings.DATABASE_TYPE === 'mysql' && settings.MYSQL_HOST === '' && settings.MYSQL_SOCKET === ''
        ? 'is mysql, which needs MYSQL_HOST or MYSQL_SOCKET'
        : undefined,
  },
  ...NEEDED_FOR_MYSQL.map((name): Rule => ({
    names: ['DATABASE_TYPE', name],
    broken: (settings) =>
      settings.DATABASE_TYPE === 'mysql' && settings[name] === ''
        ? `is mysql, which needs ${name}`
        : undefined,
  })),
  atMost('KEY_COOLDOWN_SECONDS', 'KEY_COOLDOWN_MAX_SECONDS'),
  atMost('MAX_BODY_MB', 'BODY_BUDGET_MB'),
  atMost('STREAM_MIN_DELAY', 'STREAM_MAX_DELAY'),
];

type NumberName = { [Name in SettingName]: Settings[Name] extends number ? Name : never }[SettingName];

function atMost(lesser: NumberName, greater: NumberName): Rule {
  return {
    names: [lesser, greater],
    broken: (settings) => (settings[lesser] > settings[greater] ? `is more than ${greater}` : undefined),
  };
}
