import { loadErrorFixtures } from '../fixtures/load-fixtures';
import { aFaultySimulator } from '../testing/a-faulty-simulator';
import { ask, closeSimulators } from '../testing/a-simulator';
import type { Fault } from './fault';

describe('faults of a reply', () => {
  afterEach(closeSimulators);

  it.each(loadErrorFixtures().map((fixture) => [fixture.name, fixture] as const))(
    '%s is sent as recorded',
    async (name, fixture) => {
      const reply = await ask(await aFaultySimulator({ kind: 'error', fixture: name }), 'Hi');
      expect(reply.status).toBe(fixture.status);
      expect(reply.json ?? reply.text).toEqual(fixture.body);
    },
  );

  it.each<[string, Fault, string, string]>([
    ['an empty 200', { kind: 'empty' }, 'application/json; charset=UTF-8', ''],
    ['a web page', { kind: 'html' }, 'text/html; charset=UTF-8', '<!DOCTYPE html>'],
    ['an array', { kind: 'array' }, 'application/json; charset=UTF-8', '[\n'],
  ])('%s is a 200', async (_, fault, type, start) => {
    const reply = await ask(await aFaultySimulator(fault), 'Hi');
    expect([reply.status, reply.type]).toEqual([200, type]);
    expect(reply.text.startsWith(start)).toBe(true);
    expect(reply.text === '').toBe(start === '');
  });

  it.each<[string, Fault, object]>([
    [
      'a blocked prompt',
      { kind: 'blocked-prompt', reason: 'SAFETY' },
      { promptFeedback: { blockReason: 'SAFETY' } },
    ],
    [
      'an empty candidate',
      { kind: 'empty-candidate' },
      { candidates: [{ content: { role: 'model' }, finishReason: 'STOP', index: 0 }] },
    ],
    [
      'another finish reason',
      { kind: 'finish-reason', reason: 'SAFETY' },
      { candidates: [expect.objectContaining({ finishReason: 'SAFETY' })] },
    ],
  ])('%s reads as upstream writes it', async (_, fault, shape) => {
    expect((await ask(await aFaultySimulator(fault), 'Hi')).json).toMatchObject(shape);
  });

  it('no candidates leaves usage and nothing else', async () => {
    const { json } = await ask(await aFaultySimulator({ kind: 'no-candidates' }), 'Hi');
    expect(Object.keys(json)).toEqual(['usageMetadata', 'modelVersion', 'responseId']);
  });
});
