import { sharedName } from './shared-name';

it.each([
  [['A_B_ENABLED', 'A_B_DAYS'], 'A_B'],
  [['STORED_RESPONSES_DAYS'], 'STORED_RESPONSES_DAYS'],
  [['A_BC', 'A_BD'], 'A'],
  [['ONE', 'OTHER'], 'ONE'],
  [[], ''],
])('finds %j by %s', (names, search) => {
  expect(sharedName(names)).toBe(search);
});
