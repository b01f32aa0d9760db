import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../../core/start-error';
import { loadEnv } from './load-env';

describe('loadEnv', () => {
  let directory: string;
  beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'gb-env-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is the environment of the process where there is no .env file', () => {
    expect(loadEnv({ PORT: '1' }, directory)).toEqual({ PORT: '1' });
  });

  it('lets the process win over the file, in whatever case, unless its value is empty', () => {
    writeFileSync(join(directory, '.env'), 'PORT=1\nHOST=file\nBASE_URL=http://file\n');
    expect(loadEnv({ port: '2', HOST: '' }, directory)).toEqual({
      port: '2',
      HOST: 'file',
      BASE_URL: 'http://file',
    });
  });

  it('reads the file that ENV_FILE names', () => {
    writeFileSync(join(directory, 'other.env'), 'PORT=7\n');
    expect(loadEnv({ ENV_FILE: 'other.env' }, directory)).toMatchObject({ PORT: '7' });
  });

  it('stops the start when the named file is missing', () => {
    expect(() => loadEnv({ ENV_FILE: 'missing.env' }, directory)).toThrow(StartError);
  });
});
