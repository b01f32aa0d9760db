import { Logger } from '@nestjs/common';
import { createLogger, type LoggerOptions, toPinoLevel } from './logger';
import { followLogLevel } from './log-level';
import { NestLogger } from './nest-logger';

const KEY = `AIza${'Sy0_-aB'.repeat(5)}`;
const CONTROL = 'control-7f3a';

function aLogger(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const sink = { write: (line: string) => void lines.push(line) };
  return { logger: createLogger({ level: 'info', isPretty: false, sink, ...options }), lines };
}

function aNestLogger(options: Partial<LoggerOptions> = {}) {
  const { logger, lines } = aLogger(options);
  Logger.overrideLogger(new NestLogger(logger));
  return {
    nest: new Logger('KeyProbe'),
    lines,
    entry: () => JSON.parse(lines.at(-1)!) as Record<string, unknown>,
  };
}

afterEach(() => Logger.overrideLogger(false));

describe.each([
  ['as JSON', false],
  ['for a terminal', true],
])('lines %s', (_, isPretty) => {
  // The control has to be found where the secret was planted; else the secret may be missing for another reason.
  it.each<[string, (logger: ReturnType<typeof aLogger>['logger'], planted: string) => void]>([
    ['a message', (logger, planted) => logger.info(`used ${planted} once`)],
    ['a field', (logger, planted) => logger.info({ value: planted }, 'used')],
    ['a nested field', (logger, planted) => logger.info({ a: [{ b: planted }] }, 'used')],
    ['a URL', (logger, planted) => logger.info({ url: `https://x.example/v1?alt=sse&a=${planted}` }, 'sent')],
    ['an error', (logger, planted) => logger.error(new Error(`refused ${planted}`))],
    ['a cause', (logger, planted) => logger.error(new Error('outer', { cause: new Error(planted) }))],
    [
      'a field of an error',
      (logger, planted) => logger.error(Object.assign(new Error('x'), { config: { planted } })),
    ],
  ])('hide a key in %s', (_name, write) => {
    const { logger, lines } = aLogger({ isPretty });
    write(logger, CONTROL);
    expect(lines.join('')).toContain(CONTROL);
    lines.length = 0;
    write(logger, KEY);
    expect(lines.join('')).toContain('[secret]');
    expect(lines.join('')).not.toContain(KEY.slice(0, 12));
  });
});

it('writes one JSON object a line, with time and level in words', () => {
  const { logger, lines } = aLogger();
  logger.warn({ keyId: 3 }, 'key rests\nfor a while');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toEqual({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    keyId: 3,
    msg: 'key rests\nfor a while',
  });
});

it('writes a short line for a terminal', () => {
  const { logger, lines } = aLogger({ isPretty: true });
  logger.warn({ context: 'Keys', keyId: 3 }, 'key rests');
  // eslint-disable-next-line no-control-regex -- colours are control characters.
  expect(lines[0]!.replace(/\u001b\[\d+m/g, '')).toMatch(/^\d\d:\d\d:\d\d WARN Keys key rests keyId=3\n$/);
});

it.each([
  ['INFO', 'info'],
  ['warning', 'warn'],
  ['Critical', 'fatal'],
  [' debug ', 'debug'],
  ['loud', 'info'],
])('reads LOG_LEVEL %s as %s', (name, level) => expect(toPinoLevel(name)).toBe(level));

it('follows LOG_LEVEL when it changes', () => {
  const { logger, lines } = aLogger();
  const listeners: (() => void)[] = [];
  const settings = {
    current: { LOG_LEVEL: 'ERROR' },
    onChange: (listener: () => void) => listeners.push(listener),
  };
  followLogLevel(logger, settings);
  logger.info('not told');
  settings.current.LOG_LEVEL = 'DEBUG';
  for (const listener of listeners) listener();
  logger.debug('told');
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['told']);
});

describe('through the logger of Nest', () => {
  it('keeps context and message', () => {
    const { nest, entry } = aNestLogger();
    nest.log('started');
    expect(entry()).toMatchObject({ level: 'info', context: 'KeyProbe', msg: 'started' });
  });

  it('takes fields before the message', () => {
    const { nest, entry } = aNestLogger();
    nest.warn({ keyId: 3 }, 'key rests');
    expect(entry()).toMatchObject({ level: 'warn', context: 'KeyProbe', keyId: 3, msg: 'key rests' });
  });

  it.each<[string, (nest: Logger, error: Error) => void]>([
    ['alone', (nest, error) => nest.error(error)],
    ['after a sentence', (nest, error) => nest.error('it broke', error)],
    ['as a stack in text', (nest, error) => nest.error('it broke', error.stack)],
  ])('keeps the stack of an error handed over %s', (_, write) => {
    const { nest, entry } = aNestLogger();
    write(nest, new Error('boom'));
    expect(entry()).toMatchObject({
      level: 'error',
      context: 'KeyProbe',
      err: { stack: expect.stringContaining('boom') },
    });
  });

  it('keeps to itself what Nest tells of its own assembly, and errors that the process prints when it stops', () => {
    const { lines } = aNestLogger();
    new Logger('RouterExplorer').log('Mapped {/api/keys, GET} route');
    new Logger('ExceptionHandler').error(new Error('no database'));
    new Logger('keys').log('3 keys were added');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['3 keys were added']);
  });

  it('does not format what the level hides', () => {
    const { nest, lines } = aNestLogger({ level: 'warn' });
    nest.debug({
      get costly(): string {
        throw new Error('formatted');
      },
    });
    expect(lines).toEqual([]);
  });
});
