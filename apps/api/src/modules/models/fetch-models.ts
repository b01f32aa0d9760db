import { Cancellation } from '../../core/cancellation';
import type { Clock } from '../../core/clock';
import type { Dispatcher } from '../../core/gateway/dispatch/dispatcher';
import { UpstreamFailureError } from '../../core/gateway/faults/upstream-faults';
import { CollectedReply } from '../../core/gateway/sinks/collected-reply';
import type { Model } from '../../core/gemini/models/model';
import type { Ids } from '../../core/ids';
import type { KeyPool } from '../../core/keypool/key-pool';
import type { FetchModels } from './model-catalog';

/** The version of the API whose list it is. Other versions have fewer models. */
export const LISTED_VERSION = 'v1beta';

const PAGE_SIZE = 1000;
/** Far more than there are; ends a list whose pages never do. */
const MOST_PAGES = 10;

/** Fetches upstream's model list page by page with whichever key is ready. */
export function modelFetcher(dispatcher: Dispatcher, pool: KeyPool, clock: Clock, ids: Ids): FetchModels {
  return async () => {
    const models: Model[] = [];
    let pageToken = '';
    for (let page = 0; page < MOST_PAGES; page++) {
      const reply = await fetchPage(pageToken);
      models.push(...(reply.models ?? []));
      if (!reply.nextPageToken) break;
      pageToken = reply.nextPageToken;
    }
    return models;
  };

  async function fetchPage(pageToken: string): Promise<ModelPage> {
    const query = new URLSearchParams({ pageSize: String(PAGE_SIZE), ...(pageToken && { pageToken }) });
    const sink = new CollectedReply();
    const { fault } = await dispatcher.dispatch({
      requestId: ids.requestId(),
      startedAtMs: clock.nowMs(),
      call: {
        method: 'GET',
        path: `/${LISTED_VERSION}/models?${query.toString()}`,
        headers: {},
        body: undefined,
        replyForm: 'unary',
        scope: '*',
        expects: 'json',
      },
      model: '',
      pool,
      sink,
      cancellation: new Cancellation(),
      isModelListed: false,
    });
    if (fault !== undefined) throw fault;
    return parsed(sink.body);
  }
}

interface ModelPage {
  models?: Model[];
  nextPageToken?: string;
}

function parsed(body: Buffer): ModelPage {
  try {
    return JSON.parse(body.toString('utf8')) as ModelPage;
  } catch (cause) {
    throw new UpstreamFailureError('upstream_failed', 502, 'The model list from upstream is not JSON.', {
      cause,
    });
  }
}
