import { IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { OptionalInt, OptionalText, OptionalWord } from '../fields/optional-fields.js';

export const TAIL_KINDS = ['request', 'error', 'app'] as const;
export const TAIL_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type TailKind = (typeof TAIL_KINDS)[number];
export type TailLevel = (typeof TAIL_LEVELS)[number];

/** What `WS /api/logs/tail` sends, one in each message, beside `{ "kind": "dropped", "count" }` when the reader was too slow. */
export interface TailEventDto {
  /** request: a client request ended · error: upstream refused an attempt · app: the process logged a line. */
  kind: TailKind;
  /** UTC milliseconds. */
  timeMs: number;
  level: TailLevel;
  requestId?: string;
  route?: string;
  method?: string;
  model?: string;
  tokenId?: number;
  keyId?: number;
  /** That of the client's answer, or upstream's for an error. */
  status?: number;
  errorCode?: string;
  /** Of an error: what the attempt proved. */
  type?: string;
  attempt?: number;
  attempts?: number;
  isStream?: boolean;
  latencyMs?: number;
  ttftMs?: number;
  inputTokens?: number;
  cachedTokens?: number;
  outputTokens?: number;
  thinkingTokens?: number;
  message?: string;
  /** Of a line: the part of the gateway that wrote it. */
  context?: string;
  fields?: Record<string, unknown>;
}

/** Lines that were not sent, because the reader was too slow. */
export interface TailDroppedDto {
  kind: 'dropped';
  count: number;
}

/** What the tail is filtered by: sent by the reader as a message, whenever it changes. Everything that is given has to hold. */
export class TailFilter {
  @IsOptional()
  @IsArray()
  @IsIn(TAIL_KINDS, { each: true })
  kinds?: TailKind[];

  /** The least severe level. */
  @OptionalWord(TAIL_LEVELS)
  level?: TailLevel;

  @OptionalInt()
  keyId?: number;

  @OptionalInt()
  tokenId?: number;

  @OptionalText(100)
  model?: string;

  @OptionalText(200)
  route?: string;

  /** A status, such as 429, or a class of them, such as 5xx. */
  @IsOptional()
  @Matches(/^[1-5](\d\d|xx)$/i)
  status?: string;

  /** Part of the event, in any case. */
  @OptionalText(200)
  text?: string;
}
