import { GROUPS } from '../registry';
import type { Effect, Setting, SettingKind } from '../setting';
import { toConstraintText } from './constraint-text';

const HEAD = `# Settings · 设置

<!-- Derived by \`npm run generate\` from the declarations in apps/api/src/core/settings/groups. Change those. -->

Every setting has a default. The environment overrides it, and what an administrator changes in the dashboard overrides
both; taking that change back lets the environment win again. Only changes are stored.

- The environment is that of the process, over a \`.env\` file in the working directory, or the file that \`ENV_FILE\` names.
- \`NAME_FILE\` names a file that holds the value of the setting \`NAME\`, as containers are handed secrets.
- Names may be written in any case. A variable that is empty counts as not set.
- Lists are written as JSON (\`["a","b"]\`), with commas (\`a,b\`), or in a file with one item to a line; maps as JSON
  (\`{"name":"value"}\`), yes and no as \`true\`, \`1\`, \`yes\`, \`on\` or \`false\`, \`0\`, \`no\`, \`off\`.
- Quotes around a value are taken off. A \`#\` after a blank begins a comment, except inside quotes.
- A wrong value in the environment stops the start with a list of all that is wrong. A wrong stored value is passed over.

**When** says when a change acts: *live* at once, *restart* at the next start, *env only* from the environment alone at
the next start, *imported* at each start into the list on the page named; *no effect* is accepted so that an old \`.env\`
keeps working.
`;

const TYPES: Readonly<Record<SettingKind, string>> = {
  text: 'text',
  url: 'address',
  integer: 'whole number',
  decimal: 'number',
  toggle: 'yes or no',
  choice: 'one of',
  'text-list': 'list',
  'text-map': 'map',
  'number-map': 'map of numbers',
  safety: 'list of rules',
  secret: 'secret',
  'secret-list': 'list of secrets',
};

const EFFECTS: Readonly<Record<Effect, string>> = {
  live: 'live',
  restart: 'restart',
  none: 'no effect',
};

/** The text of `docs/settings.md`. */
export function renderSettingsDoc(): string {
  const sections = GROUPS.map(({ label, settings }) => {
    const rows = Object.entries(settings as Readonly<Record<string, Setting<unknown>>>).map(
      ([name, setting]) => toRow(name, setting),
    );
    return [
      `## ${label.en} · ${label.zh}\n`,
      '| name | type | default | what it does | when |',
      '|---|---|---|---|---|',
      ...rows,
    ].join('\n');
  });
  return `${[HEAD, ...sections].join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function toRow(name: string, setting: Setting<unknown>): string {
  const limits = setting.kind === 'toggle' ? '' : toConstraintText(setting);
  const cells = [
    `\`${name}\``,
    [TYPES[setting.kind], limits].filter(Boolean).join(setting.kind === 'choice' ? ' ' : ', '),
    toDefaultText(setting),
    `${setting.help.en}<br>${setting.help.zh}`,
    toEffectText(setting),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function toDefaultText(setting: Setting<unknown>): string {
  if (setting.isSecret) return 'none';
  const value = setting.toJson(setting.default);
  if (value === '') return 'none';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

function toEffectText({ effect, isEnvOnly, managedAt }: Setting<unknown>): string {
  if (managedAt !== undefined) return `imported, ${managedAt}`;
  return isEnvOnly ? 'env only' : EFFECTS[effect];
}
