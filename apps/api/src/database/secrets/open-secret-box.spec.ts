import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from '../../core/secret';
import { StartError } from '../../core/start-error';
import { type OpenTestDatabase, openTestDatabase } from '../testing/open-test-database';
import { testDatabases } from '../testing/test-databases';
import { openSecretBox } from './open-secret-box';

describe.each(testDatabases())('$name', (database) => {
  let opened: OpenTestDatabase;
  beforeEach(async () => void (opened = await openTestDatabase(database)));
  afterEach(() => opened.close());

  const reopen = (settings: Partial<OpenTestDatabase['settings']> = {}): ReturnType<typeof openSecretBox> =>
    openSecretBox(opened.dataSource, opened.gate, { ...opened.settings, ...settings });
  const keyFile = (): string => join(opened.settings.DATA_DIR, 'secret.key');

  it('makes a key file that only its owner reads, and opens with it again', async () => {
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    const sealed = opened.box.encrypt('text');
    expect((await reopen()).decrypt(sealed)).toBe('text');
  });

  it('seals with ENCRYPTION_KEY where it is set', async () => {
    await opened.dataSource.query('DELETE FROM encryption_canary');
    const sealed = (await reopen({ ENCRYPTION_KEY: new Secret('a passphrase') })).encrypt('text');
    rmSync(keyFile());
    expect((await reopen({ ENCRYPTION_KEY: new Secret('a passphrase') })).decrypt(sealed)).toBe('text');
  });

  it.each([
    [
      'another ENCRYPTION_KEY',
      () => reopen({ ENCRYPTION_KEY: new Secret('another') }),
      /^ENCRYPTION_KEY is not the key/,
    ],
    [
      'another key file',
      () => (writeFileSync(keyFile(), '00'.repeat(32)), reopen()),
      /secret\.key is not the key/,
    ],
    ['a key file that is missing', () => (rmSync(keyFile()), reopen()), /secret\.key is missing/],
    [
      'a key file that is no key',
      () => (writeFileSync(keyFile(), 'hello'), reopen()),
      /does not hold an encryption key/,
    ],
  ])('stops the start with one sentence for %s', async (_, start, sentence) => {
    const starting = start();
    await expect(starting).rejects.toThrow(StartError);
    await expect(starting).rejects.toThrow(sentence);
  });

  it('makes no new key file beside secrets that were sealed with a lost one', async () => {
    rmSync(keyFile());
    await expect(reopen()).rejects.toThrow();
    expect(() => readFileSync(keyFile())).toThrow('ENOENT');
  });
});
