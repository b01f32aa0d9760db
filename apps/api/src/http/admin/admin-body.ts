import { json, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { PayloadTooLargeError } from '../../core/gateway-error';
import type { AdminAccess } from './admin-access';

/** Large enough to import 100,000 keys at once. */
const ADMIN_BODY_BYTES = 20 * 1024 * 1024;
/** What a stranger may make the gateway parse. */
const STRANGER_BODY_BYTES = 16 * 1024;

/** Parses JSON bodies under `/api`: large ones for administrators, small ones for everybody else. */
export function adminBody(access: AdminAccess): RequestHandler {
  const forAdmins = jsonUpTo(ADMIN_BODY_BYTES);
  const forStrangers = jsonUpTo(STRANGER_BODY_BYTES);
  return (request: Request, response: Response, next: NextFunction): void => {
    const isChunked = request.headers['transfer-encoding'] !== undefined;
    if (!isChunked && announcedBytes(request) <= STRANGER_BODY_BYTES)
      return void forStrangers(request, response, next);
    access.admit(request, response).then(
      () => forAdmins(request, response, next),
      (refusal: unknown) => (isChunked ? forStrangers(request, response, next) : next(refusal)),
    );
  };
}

/** Express reads a body that is too large to its end, however far that is, before it refuses it. This refuses it at once. */
function jsonUpTo(limitBytes: number): RequestHandler {
  const parse = json({ limit: limitBytes });
  return (request, response, next) => {
    if (announcedBytes(request) > limitBytes) return next(tooLarge());
    if (!request.is('json')) return next();
    let seenBytes = 0;
    const count = (chunk: Buffer): void => {
      const isWithin = seenBytes <= limitBytes;
      seenBytes += chunk.length;
      if (isWithin && seenBytes > limitBytes) next(tooLarge());
    };
    request.on('data', count);
    return parse(request, response, (error) => {
      if (seenBytes <= limitBytes) next(error);
    });
  };
}

function tooLarge(): PayloadTooLargeError {
  return new PayloadTooLargeError('The body is too large.');
}

function announcedBytes(request: Request): number {
  return Number(request.headers['content-length'] ?? 0);
}
