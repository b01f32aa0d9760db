import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { InvalidRequestError } from '../../core/gateway-error';

/**
 * The pipe of every admin controller (`@UsePipes(adminValidation)`); never a global one.
 * Bodies and queries become instances of their DTO; a field the DTO does not know is refused.
 * @throws InvalidRequestError naming the first wrong field
 */
export const adminValidation = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  validationError: { target: false, value: false },
  exceptionFactory: toInvalidRequest,
});

function toInvalidRequest(errors: ValidationError[]): InvalidRequestError {
  const { path, message } = firstConstraint(errors);
  return new InvalidRequestError(message, path === '' ? {} : { field: path });
}

function firstConstraint(errors: readonly ValidationError[], parent = ''): { path: string; message: string } {
  const [error] = errors;
  if (!error) return { path: parent, message: 'The request is not valid.' };
  const isForm = error.property === undefined || error.property === '';
  const path = isForm ? parent : parent === '' ? error.property : `${parent}.${error.property}`;
  const [message] = Object.values(error.constraints ?? {});
  if (message !== undefined)
    return { path, message: `${message.charAt(0).toUpperCase()}${message.slice(1)}.` };
  return firstConstraint(error.children ?? [], path);
}
