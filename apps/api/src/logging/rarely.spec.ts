import { rarely } from './rarely';

it('tells of the first, and of what goes on now and then only', () => {
  const told: [string, number][] = [];
  const report = rarely((subject: string, count) => told.push([subject, count]));
  for (let call = 1; call <= 1000; call += 1) report(`call ${call}`);
  expect(told.slice(0, 4)).toEqual([
    ['call 1', 1],
    ['call 2', 2],
    ['call 4', 4],
    ['call 8', 8],
  ]);
  expect(told).toHaveLength(10);
});
