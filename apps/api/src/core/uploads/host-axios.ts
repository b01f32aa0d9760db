import axios, { type AxiosInstance } from 'axios';
import { fetch, Request, Response, type RequestInit } from 'undici';
import type { EgressDispatchers } from '../upstream/egress/egress-dispatchers';

const TIMEOUT_MS = 20_000;
/** Far more than an address takes. */
const LONGEST_ANSWER_BYTES = 256 * 1024;

/** Goes out by the egress proxy, where one is set: always the same one. */
export function hostAxios(egress: Pick<EgressDispatchers, 'for'>, timeoutMs = TIMEOUT_MS): AxiosInstance {
  const send = (input: unknown, init?: unknown) =>
    fetch(input as Request, { ...(init as RequestInit), dispatcher: egress.for('upload-host').dispatcher });
  return axios.create({
    adapter: 'fetch',
    env: { fetch: send, Request, Response } as never,
    timeout: timeoutMs,
    maxContentLength: LONGEST_ANSWER_BYTES,
    maxRedirects: 0,
    validateStatus: () => true,
    responseType: 'text',
    transformRequest: (data: unknown) => data,
    transformResponse: (data: unknown) => data,
    headers: { 'user-agent': 'gemini-balance' },
  });
}
