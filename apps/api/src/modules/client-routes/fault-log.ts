import type { GatewayError } from '../../core/gateway-error';
import { rarely } from '../../logging/rarely';

interface ToldFault {
  readonly fault: GatewayError;
  readonly requestId: string;
}

/** The part of Nest's logger that is needed. */
interface FaultLogger {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Logs why requests failed without a mistake of their clients: the 1st, 2nd, 4th, 8th … request of each code. */
export class FaultLog {
  readonly #byCode = new Map<string, (told: ToldFault) => void>();

  constructor(private readonly logger: FaultLogger) {}

  /** Faults below the level `warn` are the clients' own and are left to the request log. */
  tell(fault: GatewayError, requestId: string): void {
    if (fault.logLevel !== 'warn' && fault.logLevel !== 'error') return;
    let report = this.#byCode.get(fault.code);
    if (report === undefined) {
      report = rarely((told, count) => this.#log(told, count));
      this.#byCode.set(fault.code, report);
    }
    report({ fault, requestId });
  }

  #log({ fault, requestId }: ToldFault, count: number): void {
    const level = fault.logLevel === 'error' ? 'error' : 'warn';
    this.logger[level]({ requestId, code: fault.code, count }, fault.message);
  }
}
