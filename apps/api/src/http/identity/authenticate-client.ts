import type { IncomingMessage } from 'node:http';
import { UnauthenticatedError } from '../../core/gateway-error';
import type { ClientDirectory, ClientIdentity } from './client-identity';
import { presentedTokens } from './request-credential';

/** The owner of the first valid token that a request presents. @throws UnauthenticatedError where none is */
export function authenticateClient(
  clients: ClientDirectory,
  request: IncomingMessage,
  query: URLSearchParams | undefined,
): ClientIdentity {
  let isPresented = false;
  for (const token of presentedTokens(request, query)) {
    isPresented = true;
    const identity = clients.identify(token);
    if (identity !== undefined) return identity;
  }
  throw new UnauthenticatedError(
    isPresented
      ? 'The token is not valid on this gateway: unknown, expired or switched off.'
      : 'No token was sent. Send a client token of this gateway as the API key.',
  );
}
