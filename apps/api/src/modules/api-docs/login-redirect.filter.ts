import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { UnauthenticatedError } from '../../core/gateway-error';
import { AdminErrorFilter } from '../../http/admin/admin-error.filter';

/** Sends a browser without a session to the login, which leads back; everybody else is told as everywhere. */
@Catch(UnauthenticatedError)
export class LoginRedirectFilter implements ExceptionFilter {
  catch(error: UnauthenticatedError, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { headers, originalUrl } = http.getRequest<Request>();
    if ((headers.accept ?? '').includes('text/html'))
      http.getResponse<Response>().redirect(`/login?next=${encodeURIComponent(originalUrl)}`);
    else new AdminErrorFilter().catch(error, host);
  }
}
