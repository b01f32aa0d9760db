import { RequestMethod } from '@nestjs/common';
import {
  GUARDS_METADATA,
  HTTP_CODE_METADATA,
  METHOD_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
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
  /** `KeysController.list`. */
  readonly handler: string;
  /** The HTTP status where all went well. */
  readonly status: number;
  /** The names of the DTO classes that the body and the query are checked against. */
  readonly body: string | undefined;
  readonly query: string | undefined;
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
    return [
      {
        method: RequestMethod[method],
        path,
        isForAdmins: guards.includes(AdminGuard),
        summary,
        handler: `${controller.name}.${name}`,
        status: metadata<number | undefined>(HTTP_CODE_METADATA, handler) ?? usualStatus(method),
        body: argumentType(controller, name, RouteParamtypes.BODY),
        query: argumentType(controller, name, RouteParamtypes.QUERY),
      },
    ];
  });
}

function usualStatus(method: RequestMethod): number {
  return method === RequestMethod.POST ? 201 : 200;
}

/** The class of the argument that takes the whole body or query. */
function argumentType(controller: ControllerClass, name: string, kind: RouteParamtypes): string | undefined {
  const args = metadata<RouteArguments | undefined>(ROUTE_ARGS_METADATA, controller, name) ?? {};
  const taken = Object.entries(args).find(
    ([key, { data }]) => key.startsWith(`${kind}:`) && data === undefined,
  );
  if (taken === undefined) return undefined;
  const types = metadata<readonly ControllerClass[]>('design:paramtypes', controller.prototype, name);
  return types[taken[1].index]?.name;
}

type RouteArguments = Readonly<Record<string, { readonly index: number; readonly data?: unknown }>>;

function metadata<T>(key: string, target: object, property?: string): T {
  return (
    property === undefined ? Reflect.getMetadata(key, target) : Reflect.getMetadata(key, target, property)
  ) as T;
}
