import { RequestMethod } from '@nestjs/common';
import { GUARDS_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { type DiscoveryService, MetadataScanner } from '@nestjs/core';
import { AdminGuard } from '../http/admin/admin.guard';
import { Summary } from '../http/admin/summary';

/** A route that a controller serves through Express. */
export interface AdminRoute {
  readonly method: string;
  /** `/api/keys/:id`. */
  readonly path: string;
  readonly isForAdmins: boolean;
  readonly summary: string;
}

/**
 * The routes of every controller.
 * @throws Error for a route without a summary
 */
export function collectAdminRoutes(discovery: DiscoveryService): AdminRoute[] {
  return discovery.getControllers().flatMap(({ metatype }) => routesOf(metatype as ControllerClass));
}

type Handler = (...args: never[]) => unknown;
type ControllerClass = { readonly name: string; readonly prototype: Record<string, Handler> };

function routesOf(controller: ControllerClass): AdminRoute[] {
  const prefix = metadata<string>(PATH_METADATA, controller);
  const guards = metadata<readonly unknown[] | undefined>(GUARDS_METADATA, controller) ?? [];
  const names = new MetadataScanner().getAllMethodNames(controller.prototype);
  return names.flatMap((name) => {
    const handler = controller.prototype[name]!;
    const method = metadata<RequestMethod | undefined>(METHOD_METADATA, handler);
    if (method === undefined) return [];
    const summary = metadata<string | undefined>(Summary.KEY, handler);
    if (summary === undefined) throw new Error(`${controller.name}.${name} has no @Summary().`);
    const path = `/${prefix}/${metadata<string>(PATH_METADATA, handler)}`.replace(/\/+$/, '');
    return [{ method: RequestMethod[method], path, isForAdmins: guards.includes(AdminGuard), summary }];
  });
}

function metadata<T>(key: string, target: object): T {
  return Reflect.getMetadata(key, target) as T;
}
