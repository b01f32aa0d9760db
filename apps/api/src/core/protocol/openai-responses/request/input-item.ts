import type { JsonObject } from '../../../json-object';

type Maybe<Value> = Value | null | undefined;

/**
 * An item of the input after its shape was checked: what `type` promises is there (see `check-items`). The type of a message
 * may be left out by clients; here it never is. Source: docs/protocol-notes.md, "Responses".
 */
export interface InputItem extends JsonObject {
  readonly type: string;
}

export interface MessageItem extends InputItem {
  readonly type: 'message';
  readonly role: 'user' | 'assistant' | 'system' | 'developer';
  readonly content: ItemContent;
}

export type ItemContent = string | readonly ContentPart[];

export type ContentPart =
  | { readonly type: 'input_text' | 'output_text' | 'text' | 'summary_text'; readonly text: string }
  | { readonly type: 'refusal'; readonly refusal: string }
  | {
      readonly type: 'input_image';
      readonly image_url?: Maybe<string>;
      readonly file_id?: Maybe<string>;
      readonly detail?: unknown;
    }
  | {
      readonly type: 'input_file';
      readonly file_data?: Maybe<string>;
      readonly file_url?: Maybe<string>;
      readonly file_id?: Maybe<string>;
      readonly filename?: Maybe<string>;
    }
  | { readonly type: 'input_audio'; readonly input_audio: { readonly data: string; readonly format: string } }
  /** What a model thought: never sent on. */
  | { readonly type: 'reasoning_text' };

export function isMessage(item: InputItem): item is MessageItem {
  return item.type === 'message';
}
