import { errorFixture, simulatedKey, startSimulator, type Simulator } from '@gemini-balance/gemini-simulator';
import { compareFacts, facts, type Finding } from './compare-facts.js';

const key = simulatedKey('smoke');
const model = 'gemini-flash-lite-latest';

describe('the comparison of the notes with an API', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ seed: 1, keys: [key] });
  });

  afterEach(() => simulator.close());

  it('finds the simulator true to the notes', async () => {
    const findings = await findingsAt(simulator.url);
    expect(findings.filter(({ difference }) => difference !== undefined)).toEqual([]);
    expect(findings).toHaveLength(facts.length);
  });

  it('names what is different, and goes on', async () => {
    simulator.on({ action: 'countTokens' }).fail('503-overloaded');
    const findings = await findingsAt(simulator.url);
    const different = findings.filter(({ difference }) => difference !== undefined);
    expect(different.map(({ statement }) => statement)).toEqual([
      'section 4: countTokens answers totalTokens',
    ]);
    expect(different[0]?.difference).toContain(JSON.stringify(errorFixture('503-overloaded').status));
  });

  it('names every statement when all calls fail, and never the key', async () => {
    simulator.on({}).fail('500-internal');
    const findings = await findingsAt(simulator.url);
    expect(findings.every(({ difference }) => difference !== undefined)).toBe(true);
    expect(JSON.stringify(findings)).not.toContain(key);
  });

  it('ends with the reason when nobody answers', async () => {
    await simulator.close();
    await expect(findingsAt(simulator.url)).rejects.toThrow(
      `${simulator.url} cannot be reached: ECONNREFUSED.`,
    );
  });
});

async function findingsAt(url: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const finding of compareFacts(url, key, model)) findings.push(finding);
  return findings;
}
