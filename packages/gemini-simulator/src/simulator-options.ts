import type { FaultRule } from './faults/fault-rules';
import type { KeyOptions } from './keys/simulated-key';
import type { SimulatorClock } from './time/clock';

export interface SimulatorOptions {
  /** Decides answers, ids, signatures and chances. Default 1. */
  readonly seed?: number;
  /** Keys it knows; a string is a good key. `any`: every key is good. Default: none, so every key is invalid. */
  readonly keys?: readonly (KeyOptions | string)[] | 'any';
  /** Model ids. Default: all that are alive. */
  readonly models?: readonly string[];
  readonly faults?: readonly FaultRule[];
  /** Events of a streamed text. Default 4. */
  readonly events?: number;
  /** Milliseconds between two events. Default 0. */
  readonly eventDelayMs?: number;
  /** Default: the machine's time. */
  readonly clock?: SimulatorClock;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** How many requests it remembers. Default 10,000. */
  readonly recordLimit?: number;
}
