import { NotFoundError } from '../../core/gateway-error';
import { NoUsableKeyError, UpstreamFailureError } from '../../core/gateway/faults/upstream-faults';
import { FaultLog } from './fault-log';

type Line = [level: string, fields: object, message: string];

function aFaultLog(): { log: FaultLog; lines: Line[] } {
  const lines: Line[] = [];
  const log = new FaultLog({
    warn: (fields, message) => lines.push(['warn', fields, message]),
    error: (fields, message) => lines.push(['error', fields, message]),
  });
  return { log, lines };
}

describe('FaultLog', () => {
  it('says at its level why a request failed', () => {
    const { log, lines } = aFaultLog();

    log.tell(new NoUsableKeyError('Every key is off.'), 'req_1');
    log.tell(new UpstreamFailureError('overloaded', 503, 'Overloaded.'), 'req_2');

    expect(lines).toEqual([
      ['error', { requestId: 'req_1', code: 'no_usable_key', count: 1 }, 'Every key is off.'],
      ['warn', { requestId: 'req_2', code: 'overloaded', count: 1 }, 'Overloaded.'],
    ]);
  });

  it('is silent about the mistakes of clients', () => {
    const { log, lines } = aFaultLog();

    log.tell(new NotFoundError('No such path.'), 'req_1');

    expect(lines).toEqual([]);
  });

  it('cannot be flooded, and counts each code for itself', () => {
    const { log, lines } = aFaultLog();

    for (let at = 1; at <= 1000; at++) log.tell(new NoUsableKeyError('Every key is off.'), `req_${at}`);
    log.tell(new UpstreamFailureError('overloaded', 503, 'Overloaded.'), 'req_1001');

    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toMatchObject(['warn', { count: 1 }, 'Overloaded.']);
  });
});
