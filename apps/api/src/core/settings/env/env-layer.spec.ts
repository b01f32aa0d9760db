import { byUpperCaseName, layOver } from './env-layer';

it('prefers the name in upper case where both are set', () => {
  expect(byUpperCaseName({ port: '1', PORT: '2' }).get('PORT')).toBe('2');
  expect(byUpperCaseName({ PORT: '2', port: '1' }).get('PORT')).toBe('2');
});

it('reads what is set in either layer, the upper one first', () => {
  const layered = layOver(
    { PORT: '1', HOST: 'low', TIME_OUT: '9' },
    { port: '2', HOST: '', LOG_LEVEL: 'DEBUG' },
  );
  expect(Object.fromEntries(byUpperCaseName(layered))).toEqual({
    PORT: '2',
    HOST: 'low',
    TIME_OUT: '9',
    LOG_LEVEL: 'DEBUG',
  });
});
