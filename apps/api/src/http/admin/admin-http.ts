import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { forwardedAddresses } from '../origin/plain-address';
import { ADMIN_ACCESS, type AdminAccess } from './admin-access';
import { adminBody } from './admin-body';
import { AdminErrorFilter } from './admin-error.filter';
import { securityHeaders } from './security-headers';

export interface AdminHttpOptions {
  /** Addresses and CIDR ranges whose `X-Forwarded-*` headers are believed; empty for none. */
  readonly trustedProxies: readonly string[];
}

/**
 * Sets up the Express side of the server: whom to believe about the client's address, how bodies are read, how errors look.
 * The app has to be created with `bodyParser: false`.
 */
export function setUpAdminHttp(app: NestExpressApplication, options: AdminHttpOptions): void {
  trustProxies(app, options.trustedProxies);
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(plainForwarders);
  app.use(securityHeaders());
  app.use('/api', neverStored, adminBody(app.get<AdminAccess>(ADMIN_ACCESS, { strict: false })));
  app.useGlobalFilters(new AdminErrorFilter());
}

/** Believes these addresses and CIDR ranges from now on, and no others. */
export function trustProxies(app: NestExpressApplication, addresses: readonly string[]): void {
  app.set('trust proxy', addresses.length > 0 ? [...addresses] : false);
}

/** Express takes an address with a port for another one at each connection. */
function plainForwarders({ headers }: Request, _response: Response, next: NextFunction): void {
  const forwarded = headers['x-forwarded-for'];
  if (typeof forwarded === 'string') headers['x-forwarded-for'] = forwardedAddresses(forwarded).join(', ');
  next();
}

function neverStored(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('cache-control', 'no-store');
  next();
}
