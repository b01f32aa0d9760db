import { type Alteration, sourceLinks } from '../../core/gateway/chunks/altered-chunks';
import type { ModelFeatures } from '../../core/gemini/models/model-features';
import { withLinkedPictures } from '../../core/gemini/reply/linked-pictures';
import type { TranslatedProtocol } from '../../core/protocol/adapter-recipe';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { TranslatedCall } from '../gateway/translated-calls';
import type { PictureLinks } from '../uploads/picture-links';

/** Only a request for JSON holds this name unescaped. */
const JSON_WANTED = '"responseMimeType"';

/** What the operator decides about answers. */
export interface AnswerVariantPolicy {
  /** SHOW_SEARCH_LINK */
  readonly showsSources: boolean;
  /** TOOLS_CODE_EXECUTION_ENABLED: what code draws are pictures. */
  readonly runsCode: boolean;
  /** Whether chat completions hold pictures as Markdown (CHAT_PICTURES). */
  readonly writesPictures: boolean;
}

/** Gives answers what their dialects have no form of their own for: a list of sources, and links to pictures. */
export class AnswerVariants {
  constructor(
    private readonly links: Pick<PictureLinks, 'linkTo' | 'find'>,
    private readonly policy: () => AnswerVariantPolicy,
  ) {}

  /** What a call to the model needs for that; nothing for nearly every one. */
  aboutAnswers(
    exchange: ClientExchange,
    protocol: TranslatedProtocol,
    { isSearching, modalities }: ModelFeatures,
  ): Pick<TranslatedCall<never, unknown>, 'alter' | 'ownPictures'> | undefined {
    const { showsSources, runsCode, writesPictures } = this.policy();
    const draws = modalities.includes('IMAGE');
    const tellsSources = isSearching && showsSources;
    if (!draws && !tellsSources && !runsCode) return undefined;
    const isWritten = protocol === 'anthropic-messages' || (protocol === 'openai-chat' && writesPictures);
    const linking = isWritten && (draws || runsCode) ? this.#linking(exchange) : undefined;
    return {
      alter: (request) =>
        both(linking, tellsSources && !request.includes(JSON_WANTED) ? sourceLinks() : undefined),
      ownPictures: draws ? (url) => this.links.find(url, exchange) : undefined,
    };
  }

  #linking(exchange: ClientExchange): Alteration {
    return (chunk) => withLinkedPictures(chunk, (picture) => this.links.linkTo(picture, exchange));
  }
}

function both(first: Alteration | undefined, second: Alteration | undefined): Alteration | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return (chunk) => {
    const changed = first(chunk);
    return changed instanceof Promise ? changed.then(second) : second(changed);
  };
}
