import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireSoundStart, type StartProbes } from './require-sound-start';
import { whyNotWritable } from './why-not-writable';

const WELL: StartProbes = {
  whyNotWritable: () => undefined,
  whyDatabaseFails: () => Promise.resolve(undefined),
};
const MYSQL = { DATABASE_TYPE: 'mysql', MYSQL_HOST: 'db', MYSQL_USER: 'u', MYSQL_DATABASE: 'd' };

/** The lines of what is wrong; none where nothing is. */
async function linesOf(env: Record<string, string>, probes: Partial<StartProbes> = {}): Promise<string[]> {
  try {
    await requireSoundStart(env, { ...WELL, ...probes });
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

it('lets a sound start go on', async () => {
  expect(await linesOf({ AUTH_TOKEN: 'short' })).toEqual([]);
});

it('tells in one list what is wrong with values, the directory and the database, and what looks wrong', async () => {
  const lines = await linesOf(
    { ...MYSQL, PORT: 'abc', MAX_RETRIES: '-1', API_KEYZ: 'x', AUTH_TOKEN: 'short' },
    {
      whyNotWritable: () => 'EROFS: read-only file system',
      whyDatabaseFails: () => Promise.resolve('is mysql, and it cannot be opened: ECONNREFUSED'),
    },
  );
  expect(lines).toEqual([
    expect.stringMatching(/cannot start/),
    expect.stringMatching(/^ {2}MAX_RETRIES is /),
    expect.stringMatching(/^ {2}PORT is /),
    '  DATA_DIR cannot be written to: EROFS: read-only file system',
    '  DATABASE_TYPE is mysql, and it cannot be opened: ECONNREFUSED',
    expect.stringMatching(/do not keep it from starting/),
    expect.stringMatching(/^ {2}API_KEYZ is no setting; is API_KEYS meant\?/),
    expect.stringMatching(/^ {2}AUTH_TOKEN can be guessed/),
  ]);
});

it('leaves a database that only does not answer to those who wait for it', async () => {
  expect(await linesOf(MYSQL, { whyDatabaseFails: () => Promise.resolve('is away') })).toEqual([]);
});

it('does not ask a database whose settings are wrong', async () => {
  const asked = jest.fn();
  await linesOf({ DATABASE_TYPE: 'mysql' }, { whyDatabaseFails: asked });
  expect(asked).not.toHaveBeenCalled();
});

describe('a directory', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'gb-writable-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  it('that is missing is made', () => {
    expect(whyNotWritable(join(directory, 'a/b'))).toBeUndefined();
  });

  it('that cannot be made keeps nobody waiting', () => {
    expect(whyNotWritable('/proc/none/of/this')).toMatch(/^E[A-Z]+: /);
  });

  it('that is a file cannot be written to', () => {
    writeFileSync(join(directory, 'file'), '');
    expect(whyNotWritable(join(directory, 'file'))).toMatch(/EEXIST|ENOTDIR/);
  });
});
