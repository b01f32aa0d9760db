import { Global, Module } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import type { Ids, RandomFn } from '../../core/ids';
import { CLOCK, IDS, RANDOM } from './runtime-tokens';
import { systemClock } from './system-clock';
import { systemIds } from './system-ids';

const random: RandomFn = () => Math.random();

/** Gives every module the clock, the ids and the chance of the process; a test overrides the three tokens. */
@Global()
@Module({
  providers: [
    { provide: CLOCK, useValue: systemClock satisfies Clock },
    { provide: RANDOM, useValue: random },
    { provide: IDS, useValue: systemIds satisfies Ids },
  ],
  exports: [CLOCK, RANDOM, IDS],
})
export class RuntimeModule {}
