import { json, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { AdminAccess } from './admin-access';

/** Large enough to import 100,000 keys at once. */
const ADMIN_BODY_BYTES = 20 * 1024 * 1024;
/** What a stranger may make the gateway parse. */
const STRANGER_BODY_BYTES = 16 * 1024;

/** Parses JSON bodies under `/api`: large ones for administrators, small ones for everybody else. */
export function adminBody(access: AdminAccess): RequestHandler {
  const forAdmins = json({ limit: ADMIN_BODY_BYTES });
  const forStrangers = json({ limit: STRANGER_BODY_BYTES });
  return (request: Request, response: Response, next: NextFunction): void => {
    const declaredBytes = request.headers['content-length'];
    const isChunked = request.headers['transfer-encoding'] !== undefined;
    if (!isChunked && Number(declaredBytes ?? 0) <= STRANGER_BODY_BYTES)
      return forStrangers(request, response, next);
    access.admit(request, response).then(
      () => forAdmins(request, response, next),
      (refusal: unknown) => (isChunked ? forStrangers(request, response, next) : next(refusal)),
    );
  };
}
