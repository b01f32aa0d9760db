import { GatewayError, NotFoundError } from '../../core/gateway-error';

/** The response to go on from is not kept: another token's, removed, too old, or never kept. */
export class PreviousResponseNotFoundError extends GatewayError {
  override readonly name = 'PreviousResponseNotFoundError';
  readonly code = 'previous_response_not_found';
  readonly status = 400;

  constructor(id: string) {
    super(
      `Previous response with id '${id.slice(0, 80)}' not found. Send the whole conversation as input instead.`,
      { field: 'previous_response_id' },
    );
  }
}

export function responseNotFound(id: string): NotFoundError {
  return new NotFoundError(`Response with id '${id.slice(0, 80)}' not found.`);
}

export function itemNotFound(id: string): NotFoundError {
  return new NotFoundError(
    `Item with id '${id.slice(0, 80)}' not found. Items of responses that were made with store: false are not kept.`,
    { field: 'input' },
  );
}

/** Clients that want a WebSocket go on over HTTP when they read this status. */
export class StreamUpgradeRefusedError extends GatewayError {
  override readonly name = 'StreamUpgradeRefusedError';
  readonly code = 'upgrade_refused';
  readonly status = 426;

  constructor() {
    super('This gateway answers responses over HTTP: send them by POST, with stream: true.');
  }
}
