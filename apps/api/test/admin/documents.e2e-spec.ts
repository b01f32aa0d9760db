import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parse as parseToml } from 'smol-toml';
import { transpileModule, ModuleKind, ScriptTarget } from 'typescript';
import packageJson from '../../../../package.json';
import { SettingsStore } from '../../src/core/settings/settings-store';
import {
  type CodeBlock,
  codeBlocks,
  documents,
  readDocument,
  REPOSITORY,
} from '../support/documents/documents';
import { describeWhereInstalled } from '../support/processes/describe-where-installed';
import { ADMIN_TOKEN, CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

const run = promisify(execFile);
const blocks = codeBlocks();

/** Programs that a block may start and that are not started here; what they are given is looked at. */
const TOLD_ONLY = ['npm', 'docker', 'claude', 'codex', 'cp'];

let rig: GatewayRig;
beforeAll(async () => {
  rig = await GatewayRig.start({ simulator: { models: [] } });
  await rig.addKeys(2);
});
afterAll(() => rig.close());

const inLanguage = (language: string): (readonly [string, string])[] =>
  blocks.filter((block) => block.language === language).map(({ place, text }) => [place, text] as const);

/** The block for this gateway instead of the reader's. */
const forThisGateway = (text: string): string =>
  text
    .replaceAll('http://localhost:8000', rig.gateway.url)
    .replaceAll(/(?<![A-Z_])ADMIN_TOKEN(?![A-Z_])/g, ADMIN_TOKEN)
    .replaceAll(/(?<![A-Z_])TOKEN(?![A-Z_])/g, CLIENT_TOKEN);

const toJavaScript = (text: string): string =>
  transpileModule(text, {
    compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 },
    reportDiagnostics: true,
  }).outputText;

/** A block that names the packages it needs is a whole program; others are excerpts. */
const isProgram = ([, text]: readonly [string, string]): boolean => /^import .* from '[^.]/m.test(text);

it.each(inLanguage('ts').filter(isProgram))(
  'shows a program at %s that runs and says something',
  async (_, text) => {
    const program = forThisGateway(toJavaScript(text));
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: join(__dirname, '../..'),
    });
    expect(stdout.trim()).not.toBe('');
    expect(stdout).not.toMatch(/^undefined$/m);
  },
);

it.each(inLanguage('ts'))('shows TypeScript at %s', (_, text) => {
  const { diagnostics } = transpileModule(text, { reportDiagnostics: true });
  expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
});

describeWhereInstalled({ name: 'curl', isInstalled: isInstalled('curl') }, 'commands', () => {
  it.each(inLanguage('sh'))('shows commands at %s that work', async (_, text) => {
    const told = TOLD_ONLY.map((program) => `${program}() { echo "${program} $*"; }`).join('\n');
    const curl = 'curl() { command curl --silent --show-error --fail --output /dev/null "$@"; }';
    const { stdout } = await run('bash', [
      '-euo',
      'pipefail',
      '-c',
      `${curl}\n${told}\n${forThisGateway(text)}`,
    ]);
    for (const command of stdout.trim().split('\n')) expect(missingFor(command)).toEqual([]);
  });
});

describeWhereInstalled({ name: 'Python', isInstalled: isInstalled('python3') }, 'Python', () => {
  it.each(inLanguage('python'))('shows Python at %s', async (_, text) => {
    await run('python3', ['-c', 'import ast, sys; ast.parse(sys.argv[1])', text]);
  });
});

it.each(inLanguage('json'))('shows JSON at %s', (_, text) => {
  expect(JSON.parse(text)).toEqual(expect.any(Object));
});

it.each(inLanguage('toml'))('shows TOML at %s', (_, text) => {
  expect(Object.keys(parseToml(text))).not.toEqual([]);
});

it.each(inLanguage('dotenv'))('shows settings at %s that the gateway takes', (_, text) => {
  const lines = text.trim().split('\n');
  const settings = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2)));
  const store = new SettingsStore(settings);
  expect([...store.problems, ...store.notices]).toEqual([]);
});

it.each(documents())('links %s only to what is there', (path) => {
  const links = [...withoutCode(readDocument(path)).matchAll(/\]\((?!https?:|#)([\w./-]+)(?:#[^)]*)?\)/g)];
  const targets = links.map(([, target]) => join(REPOSITORY, dirname(path), target!));
  expect(targets.filter((target) => !existsSync(target))).toEqual([]);
});

it('knows every language that a block is written in', () => {
  const known = ['', 'ts', 'sh', 'python', 'json', 'toml', 'dotenv', 'nginx', 'ini', 'yaml'];
  const unknown = blocks.filter(({ language }: CodeBlock) => !known.includes(language));
  expect(unknown.map(({ place }) => place)).toEqual([]);
});

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

const withoutCode = (text: string): string => text.replaceAll(/^```.*?^```|`[^`\n]*`/gms, '');

/** The scripts and files that a command names and that are not there. */
function missingFor(command: string): string[] {
  const [program, ...words] = command.split(' ');
  if (program === 'npm') {
    const script = words[0] === 'run' ? words[1]! : words[0]!;
    return script in packageJson.scripts ? [] : [`npm run ${script}`];
  }
  const files =
    program === 'cp'
      ? words.slice(0, 1)
      : words.filter((_, index) => ['-f', '--file'].includes(words[index - 1]!));
  return files.filter((file) => !existsSync(join(REPOSITORY, file)));
}
