import fc from 'fast-check';
import { numberedFunctionName, upstreamFunctionName } from './function-name';

const ALLOWED = /^[A-Za-z_][A-Za-z0-9_.:-]{0,127}$/;

describe('upstreamFunctionName', () => {
  it.each([
    ['search', 'search'],
    ['mcp:server.tool-1', 'mcp:server.tool-1'],
    ['my tool/1', 'my_tool_1'],
    ['9lives', '_9lives'],
    ['查询', '__'],
    ['a'.repeat(200), 'a'.repeat(128)],
  ])('makes %s %s', (name, upstreamName) => {
    expect(upstreamFunctionName(name)).toBe(upstreamName);
  });

  it('gives a name that upstream takes, also with a number', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 2, max: 9999 }),
        (name, number) => {
          const upstreamName = upstreamFunctionName(name);
          expect(upstreamName).toMatch(ALLOWED);
          expect(numberedFunctionName(upstreamName, number)).toMatch(ALLOWED);
        },
      ),
    );
  });
});
