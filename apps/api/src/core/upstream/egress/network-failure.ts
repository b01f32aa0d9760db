import type { NetworkFailure } from '../../outcome';
import type { NetworkSentences } from '../../sentence';
import { EgressError } from './egress-error';

const FAILURE_BY_CODE: Readonly<Record<string, NetworkFailure>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  EHOSTDOWN: 'refused',
  ENETUNREACH: 'refused',
  ENETDOWN: 'refused',
  EADDRNOTAVAIL: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  ETIMEDOUT: 'connect_timeout',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timeout',
  UND_ERR_HEADERS_TIMEOUT: 'first_byte_timeout',
  UND_ERR_BODY_TIMEOUT: 'idle_timeout',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  HOSTNAME_MISMATCH: 'tls',
};

const TLS_CODE = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|CRL_|INVALID_)/;

const SENTENCE: Pick<NetworkSentences, NetworkFailure> = {
  refused: 'Upstream refused the connection',
  dns: 'The name of the upstream host could not be resolved',
  tls: 'The TLS handshake with upstream failed',
  reset: 'Upstream closed the connection before the reply was complete',
  connect_timeout: 'Connecting to upstream took too long',
  first_byte_timeout: 'Upstream did not begin to answer in time',
  egress: 'The egress proxy failed',
  idle_timeout: 'Upstream stopped sending in the middle of its reply',
};

/**
 * What an error of the network means. The message is made here from the error's code, never taken from
 * the error, so that no address, credential or proxy password can travel in it.
 */
export function describeNetworkError(error: unknown): { failure: NetworkFailure; message: string } {
  if (error instanceof EgressError) return { failure: 'egress', message: error.message };
  const code = codeOf(error);
  const failure = FAILURE_BY_CODE[code] ?? (TLS_CODE.test(code) ? 'tls' : 'reset');
  return { failure, message: `${SENTENCE[failure]}${code === '' ? '' : ` (${code})`}.` };
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
