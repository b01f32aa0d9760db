import type { JsonObject } from '../../../json-object';
import type { InputItem } from './input-item';

type Maybe<Value> = Value | null | undefined;

/**
 * The body of a request for a response after its envelope was checked: what is named here has the type it says, and fields
 * that are not named pass unread. `null` means the same as absent. Source: docs/protocol-notes.md, "Responses".
 */
export interface ResponsesBody {
  readonly model: string;
  readonly input?: Maybe<string | readonly InputItem[]>;
  readonly instructions?: Maybe<string>;
  readonly stream?: Maybe<boolean>;
  readonly store?: Maybe<boolean>;
  readonly previous_response_id?: Maybe<string>;
  readonly include?: Maybe<readonly unknown[]>;
  readonly max_output_tokens?: Maybe<number>;
  readonly temperature?: Maybe<number>;
  readonly top_p?: Maybe<number>;
  readonly top_logprobs?: Maybe<number>;
  readonly tools?: Maybe<readonly JsonObject[]>;
  readonly tool_choice?: Maybe<string | JsonObject>;
  readonly parallel_tool_calls?: Maybe<boolean>;
  readonly reasoning?: Maybe<ReasoningWish>;
  readonly text?: Maybe<TextWish>;
  readonly service_tier?: Maybe<string>;
  readonly metadata?: Maybe<JsonObject>;
  readonly [field: string]: unknown;
}

export interface ReasoningWish {
  readonly effort?: Maybe<string>;
  readonly summary?: Maybe<string>;
  /** Superseded by `summary`. */
  readonly generate_summary?: Maybe<string>;
}

export interface TextWish {
  readonly format?: Maybe<TextFormat>;
  readonly verbosity?: Maybe<string>;
}

export type TextFormat =
  | { readonly type: 'text' }
  | { readonly type: 'json_object' }
  | { readonly type: 'json_schema'; readonly schema?: Maybe<JsonObject> };

/** What was said before a request, in responses that the gateway keeps. */
export interface Earlier {
  readonly items: readonly InputItem[];
  /** Items that the request refers to, by id. */
  readonly referenced: Readonly<Record<string, InputItem>>;
  /** Thought signatures of their calls, by call id. */
  readonly signatures: Readonly<Record<string, string>>;
}

/** A request with what was said before it. */
export interface ResponsesRequest {
  readonly body: ResponsesBody;
  /** What the request itself says. */
  readonly said: readonly InputItem[];
  readonly earlier: Earlier;
}

/** An item and the field that it came in. */
export interface PlacedItem {
  readonly item: InputItem;
  readonly field: string;
}

/** Everything that was said, in order, with references replaced by what they stand for. */
export function itemsOf({ said, earlier }: ResponsesRequest): PlacedItem[] {
  const { referenced } = earlier;
  return [
    ...earlier.items.map((item) => ({ item, field: 'previous_response_id' })),
    ...said.map((item, index) => {
      const found = isReference(item) && Object.hasOwn(referenced, item.id) ? referenced[item.id]! : item;
      return { item: found, field: `input[${index}]` };
    }),
  ];
}

/** `{type: 'item_reference', id}`, whose type may be left out. */
export function isReference(item: InputItem): item is InputItem & { readonly id: string } {
  return item.type === 'item_reference' && typeof item.id === 'string';
}
