import { applyDecorators, Controller, UseFilters, UseGuards, UsePipes } from '@nestjs/common';
import { AdminErrorFilter } from './admin-error.filter';
import { AdminGuard } from './admin.guard';
import { adminValidation } from './admin-validation';

/** A controller of the admin REST below `/api/`: for administrators only, input validated, errors in the common shape. */
export function AdminRest(path: string): ClassDecorator {
  return applyDecorators(
    Controller(`api/${path}`),
    UseGuards(AdminGuard),
    UsePipes(adminValidation),
    UseFilters(AdminErrorFilter),
  );
}
