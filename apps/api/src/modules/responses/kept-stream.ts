import type { GatewayError } from '../../core/gateway-error';
import type { GenerateContentResponse } from '../../core/gemini/reply/generate-content-response';
import type { ResponseObject } from '../../core/protocol/openai-responses/reply/response-object';
import type { ResponsesStreamEncoder } from '../../core/protocol/openai-responses/reply/responses-stream-encoder';
import type { GivenSignature, StreamEncoder } from '../../core/protocol/protocol-adapter';

/** A stream whose response is kept before the client learns that it is complete. */
export class KeptStream implements StreamEncoder {
  constructor(
    private readonly encoder: ResponsesStreamEncoder,
    private readonly keep: (response: ResponseObject) => void,
  ) {}

  get signatures(): readonly GivenSignature[] {
    return this.encoder.signatures;
  }

  chunk(chunk: GenerateContentResponse): string {
    return this.encoder.chunk(chunk);
  }

  end(): string {
    const frames = this.encoder.end();
    if (this.encoder.body !== undefined) this.keep(this.encoder.body);
    return frames;
  }

  fault(error: GatewayError): string {
    return this.encoder.fault(error);
  }
}
