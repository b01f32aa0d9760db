import { Reflector } from '@nestjs/core';

/** What a route of the admin REST does, in one line for docs/api.md. */
export const Summary = Reflector.createDecorator<string>();
