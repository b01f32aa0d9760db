import { plainToInstance } from 'class-transformer';
import 'reflect-metadata';
import { UpdateKeyDto } from './update-key.dto.js';

it('owns only the fields that were sent, so that a partial update wipes nothing', () => {
  const update = plainToInstance(UpdateKeyDto, { note: 'main' });
  expect(Object.keys(update)).toEqual(['note']);
});
