import type { FaultRules } from '../faults/fault-rules';
import type { KeyRing } from '../keys/key-ring';
import type { ModelDirectory } from '../models/model-directory';
import type { Pace } from '../models/pace';
import type { QuotaMeter } from '../quotas/quota-meter';
import type { Recorder } from '../recording/recorder';
import type { ResourceStore } from '../resources/resource-store';
import type { Uploads } from '../resources/uploads';
import type { SimulatorClock } from '../time/clock';

/** What all requests of one simulator share. */
export interface SimulatorContext {
  readonly seed: number;
  readonly clock: SimulatorClock;
  readonly keys: KeyRing;
  readonly models: ModelDirectory;
  readonly meter: QuotaMeter;
  readonly rules: FaultRules;
  readonly recorder: Recorder;
  readonly resources: ResourceStore;
  readonly uploads: Uploads;
  /** Of every stream that no model name or fault paces otherwise. */
  readonly pace: Pace;
  /** The next number of an answer, from 0. */
  nextSerial(): number;
}
