import type { RandomFn } from '../../ids';
import type { AttemptFacts } from '../hold';
import type { HoldPolicy } from '../hold-policy';
import type { Standing } from './standing';

/** All that the consequences of an outcome depend on. */
export interface Given {
  readonly facts: AttemptFacts;
  readonly standing: Standing;
  readonly policy: HoldPolicy;
  readonly random: RandomFn;
}
