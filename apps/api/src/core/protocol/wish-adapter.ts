import type { ModelFeatures } from '../gemini/models/model-features';
import type { GenerateContentResponse } from '../gemini/reply/generate-content-response';
import type { GenerationWish } from './generation/generation-wish';
import { toMendedTranslation, toTranslation, type WishContext } from './generation/translation';
import type {
  AdaptContext,
  Answer,
  Asked,
  Need,
  ProtocolAdapter,
  Resolved,
  StreamEncoder,
  Translation,
} from './protocol-adapter';
import type { TranslationPolicy } from './translation-policy';

/** The adapter of a dialect whose requests can be told as a wish, in words of no dialect. */
export abstract class WishAdapter<Request, Question extends Asked, Body> implements ProtocolAdapter<
  Request,
  Question,
  Body
> {
  abstract parse(body: unknown): Request;
  abstract needs(request: Request): readonly Need[];
  abstract asked(request: Request): Question;
  abstract toResponse(
    replies: readonly GenerateContentResponse[],
    asked: Question,
    context: AdaptContext,
  ): Answer<Body>;
  abstract openStream(asked: Question, context: AdaptContext): StreamEncoder;

  /** @throws InvalidRequestError naming the field */
  protected abstract wish(request: Request, context: WishContext): GenerationWish;

  /** One upstream request as several, where a dialect asks for several answers. */
  protected fanOut(translation: Translation, _request: Request, _features: ModelFeatures): Translation {
    return translation;
  }

  constructor(private readonly policy: TranslationPolicy) {}

  toUpstream(request: Request, resolved: Resolved, features: ModelFeatures): Translation {
    const circumstances = { resolved, features, policy: this.policy };
    const translation = toTranslation((context) => this.wish(request, context), circumstances);
    return this.fanOut(translation, request, features);
  }

  repair(request: Request, resolved: Resolved, features: ModelFeatures): Translation | undefined {
    const circumstances = { resolved, features, policy: this.policy };
    const mended = toMendedTranslation((context) => this.wish(request, context), circumstances);
    return mended && this.fanOut(mended, request, features);
  }
}
