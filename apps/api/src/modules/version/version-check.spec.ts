import { FakeClock } from '../../core/testing/fake-clock';
import { VersionCheck } from './version-check';

const release = (tag: string) => ({
  status: 200,
  data: JSON.stringify({ tag_name: tag, html_url: `https://github.com/o/n/releases/${tag}` }),
});

function aCheck(answers: (object | Error)[], owner = 'o') {
  const asked: string[] = [];
  const clock = new FakeClock();
  const get = (url: string) => {
    asked.push(url);
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const check = new VersionCheck('1.2.3', { get } as never, () => ({ owner, name: 'n' }), clock);
  return { check, clock, asked };
}

it.each([
  ['v1.3.0', '1.3.0', true],
  ['1.2.3', '1.2.3', false],
  ['v1.10.0', '1.10.0', true],
  ['1.2.0', '1.2.0', false],
])('knows of the release %s', async (tag, version, isNewer) => {
  const { check, asked } = aCheck([release(tag)]);
  expect(await check.tell(false)).toMatchObject({
    current: '1.2.3',
    isChecked: true,
    repositoryUrl: 'https://github.com/o/n',
    latest: { version, isNewer },
  });
  expect(asked).toEqual(['https://api.github.com/repos/o/n/releases/latest']);
});

it.each([[''], ['your_owner']])('asks nobody for the owner "%s"', async (owner) => {
  const { check, asked } = aCheck([release('v9.0.0')], owner);
  expect(await check.tell(true)).toEqual({ current: '1.2.3', isChecked: false });
  expect(asked).toEqual([]);
});

it('asks seldom, unless it is told to', async () => {
  const { check, clock, asked } = aCheck([release('v1.3.0')]);
  await check.tell(false);
  await check.tell(false);
  expect(asked).toHaveLength(1);
  await check.tell(true);
  expect(asked).toHaveLength(2);
  clock.advance(7 * 3_600_000);
  await check.tell(false);
  expect(asked).toHaveLength(3);
});

it.each([
  ['a refusal', { status: 403, data: '{}' }],
  ['a failure', new Error('no network')],
  ['what is no JSON', { status: 200, data: '<html>' }],
  ['a release without a version', { status: 200, data: '{"tag_name":"nightly","html_url":"https://x"}' }],
])('says so after %s, and asks again soon', async (_, answer) => {
  const { check, clock, asked } = aCheck([answer]);
  expect((await check.tell(false)).failure).toMatch(/\./);
  clock.advance(601_000);
  await check.tell(false);
  expect(asked).toHaveLength(2);
});
