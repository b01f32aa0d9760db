import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { OptionalFlag, OptionalInt } from '../fields/optional-fields.js';

/** What a check of an egress proxy found. */
export interface ProxyCheckDto {
  /** The proxy, without credentials. */
  proxy: string;
  isAvailable: boolean;
  /** From the start of the connection to the head of upstream's answer; absent where there was none. */
  latencyMs?: number;
  /** Why it is not available. */
  error?: string;
  checkedAtMs: number;
}

/** A configured egress proxy. */
export interface ProxyDto {
  /** Names it in the REST and in the logs; holds no credentials. */
  id: string;
  scheme: 'http' | 'https' | 'socks5';
  host: string;
  port: number;
  hasCredentials: boolean;
  /** How many keys are fixed to it; absent where calls go round. A resting proxy's keys use another one meanwhile. */
  keys?: number;
  /** Until when it is left out, in UTC milliseconds; absent where it is in use. */
  restsUntilMs?: number;
  lastCheck?: ProxyCheckDto;
}

/** Answer of `GET /api/proxies`. */
export interface ProxyListDto {
  items: ProxyDto[];
  /** Whether each key keeps its proxy. */
  isFixedPerKey: boolean;
}

/** Body of `POST /api/proxies/check`. */
export class CheckProxyDto {
  /** The id of a configured proxy, or the URL of any. */
  @IsString()
  @MaxLength(1000)
  proxy!: string;

  /** Whether what was found within the last ten seconds will do; true unless given. */
  @OptionalFlag()
  useCache?: boolean;
}

/** Body of `POST /api/proxies/check-all`. */
export class CheckProxiesDto {
  /** URLs; the configured proxies unless given. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @MaxLength(1000, { each: true })
  proxies?: string[];

  @OptionalFlag()
  useCache?: boolean;

  /** Checks at a time; 5 unless given. */
  @OptionalInt(1, 10)
  maxConcurrent?: number;
}
