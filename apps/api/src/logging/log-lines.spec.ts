import { LogLines } from './log-lines';

it('tells the first listener what was written before it came, and everybody what comes', () => {
  const lines = new LogLines();
  const [first, second]: [string[], string[]] = [[], []];
  lines.write('start\n');
  const stop = lines.onLine((line) => first.push(line));
  lines.onLine((line) => second.push(line));
  lines.write('more\n');
  stop();
  lines.write('last\n');
  expect([first, second]).toEqual([
    ['start\n', 'more\n'],
    ['more\n', 'last\n'],
  ]);
});
