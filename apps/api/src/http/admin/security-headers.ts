import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** No script but the dashboard's own files. Components set styles inline, so styles may be. */
const DIRECTIVES = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  // Over plain http it would send the browser to an https address that nobody serves.
  upgradeInsecureRequests: null,
};

/**
 * The security headers of everything that Express answers. What a browser heeds over TLS alone (HSTS, isolation by origin)
 * is left out over plain http.
 */
export function securityHeaders(): RequestHandler {
  const contentSecurityPolicy = { useDefaults: false, directives: DIRECTIVES };
  const common = { contentSecurityPolicy, xFrameOptions: { action: 'deny' } } as const;
  const overTls = helmet(common);
  const overPlainHttp = helmet({
    ...common,
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  return (request: Request, response: Response, next: NextFunction): void =>
    (request.secure ? overTls : overPlainHttp)(request, response, next);
}
