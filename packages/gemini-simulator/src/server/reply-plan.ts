import type { IncomingHttpHeaders } from 'node:http';
import { withByteFaults } from '../faults/byte-faults';
import { faultOf, type Fault } from '../faults/fault';
import { errorFixture } from '../fixtures/load-fixtures';
import { authenticate } from '../keys/credential';
import { unknownKey } from '../keys/key-health';
import { modelReply, modelsPage } from '../models/models-reply';
import { interactionPlan } from '../resources/interactions';
import { resourceReply } from '../resources/resource-reply';
import { fixtureReply, JSON_TYPE, pageNotFound, rpcError, type ApiReply } from '../wire/api-reply';
import { wholePlan, type WirePlan } from '../wire/wire-plan';
import { callPlan } from './call-plan';
import type { Route } from './route';
import type { SimulatorContext } from './simulator-context';

/** A request whose body was read. */
export interface ReadRequest {
  readonly method: string;
  readonly route: Route;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly faults: readonly Fault[];
}

/** What to write in answer to the request, faults included. */
export function replyPlan(request: ReadRequest, context: SimulatorContext): WirePlan {
  const replaced = replacedReply(request.faults);
  return withByteFaults(replaced ? wholePlan(replaced) : honestPlan(request, context), request.faults);
}

function replacedReply(faults: readonly Fault[]): ApiReply | undefined {
  const error = faultOf(faults, 'error');
  if (error) return fixtureReply(errorFixture(error.fixture));
  if (faultOf(faults, 'empty')) return { status: 200, contentType: JSON_TYPE, body: Buffer.alloc(0) };
  if (faultOf(faults, 'html')) {
    return {
      status: 200,
      contentType: 'text/html; charset=UTF-8',
      body: Buffer.from('<!DOCTYPE html>\n<title>Sign in to the network</title>\n'),
    };
  }
  return undefined;
}

function honestPlan(
  { method, route, query, headers, body, faults }: ReadRequest,
  context: SimulatorContext,
): WirePlan {
  if (route.kind === 'unknown') return wholePlan(pageNotFound());
  if (route.kind === 'upload' && query.has('upload_id'))
    return wholePlan(context.uploads.go({ ...route, query, headers, body }));
  const key = authenticate(headers, query, context.keys);
  if ('body' in key) return wholePlan(key);
  const surface = route.kind === 'call' && route.isVertex ? 'vertex' : 'gemini';
  if (key.surface !== undefined && key.surface !== surface) return wholePlan(unknownKey());
  if (route.kind === 'models') return wholePlan(modelsPage(context.models.list(), query));
  if (route.kind === 'upload')
    return wholePlan(context.uploads.open({ ...route, query, headers, body }, key.project));
  if (route.kind === 'resource') {
    const { project } = key;
    if (route.name === 'interactions' && method === 'POST')
      return interactionPlan(body, project, context.resources);
    return wholePlan(resourceReply({ ...route, method, query, project, body }, context.resources));
  }
  if (route.kind === 'call')
    return callPlan({ ...route, modelId: route.model, query, key, body, faults }, context);
  const model = context.models.find(route.model);
  return wholePlan(
    model
      ? modelReply(model)
      : rpcError(404, 'NOT_FOUND', `Model is not found: models/${route.model} for api version v1beta`),
  );
}
