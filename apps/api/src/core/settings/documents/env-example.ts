import { GROUPS } from '../registry';
import type { Json, Setting } from '../setting';
import { toConstraintText } from './constraint-text';

/** What nobody can start to work without, so that it stands there ready to be filled in. */
const ESSENTIALS: readonly string[] = ['API_KEYS', 'ALLOWED_TOKENS', 'AUTH_TOKEN'];
const LINE_LENGTH = 100;

const HEAD = `# Settings of gemini-balance. Copy this file to .env and change what you need; it works as it is.
# 本文件为 gemini-balance 的设置示例。复制为 .env 后按需修改；不修改也可直接启动。
#
# A line with a leading # is not set, and shows the default. Written with its # taken away, it is set.
# Lists are written as a,b or ["a","b"], maps as {"name":"value"}. Quotes around a value and a comment
# after " #" are no part of it. Without tokens, both are made at the first start and printed once.
# Derived by \`npm run generate\` from the declarations in apps/api/src/core/settings/groups.
`;

/** The text of `.env.example`: every setting that does something, with its default. */
export function renderEnvExample(): string {
  const sections = GROUPS.map(({ label, settings }) => {
    const entries = Object.entries(settings as Readonly<Record<string, Setting<unknown>>>)
      .filter(([, { effect }]) => effect !== 'none')
      .map(([name, setting]) => renderEntry(name, setting));
    const title = `# ---- ${label.en} · ${label.zh} `;
    return [title.padEnd(LINE_LENGTH, '-'), ...entries].join('\n\n');
  });
  return `${[HEAD, ...sections].join('\n')}`.replace(/\n(?=# ----)/g, '\n\n').trimEnd() + '\n';
}

function renderEntry(name: string, setting: Setting<unknown>): string {
  const { help } = setting;
  const facts = toConstraintText(setting);
  const english = [help.en, facts && `(${facts})`].filter(Boolean).join(' ');
  const assignment = `${name}=${toEnvText(setting.isSecret ? null : setting.toJson(setting.default))}`;
  return [
    ...wrap(english).map((line) => `# ${line}`),
    `# ${help.zh}`,
    ESSENTIALS.includes(name) ? assignment : `#${assignment}`,
  ].join('\n');
}

/** A default as the environment writes it; empty where there is none. */
function toEnvText(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < LINE_LENGTH - 2)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
