import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { describeError } from './describe-error';

/** Answers every error of the admin REST as an `AdminErrorDto`, also those of paths that do not exist and bodies that do not parse. */
@Catch()
export class AdminErrorFilter implements ExceptionFilter<unknown> {
  private readonly logger = new Logger(AdminErrorFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const described = describeError(error);
    if (described.isOurs) this.logger.error(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (described.retryAfterSeconds !== undefined)
      response.setHeader('retry-after', described.retryAfterSeconds);
    response.setHeader('cache-control', 'no-store');
    response.status(described.status).json(described.body);
  }
}
