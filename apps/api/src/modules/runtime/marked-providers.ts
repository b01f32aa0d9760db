import type { DiscoverableDecorator, DiscoveryService } from '@nestjs/core';

/** The providers of all modules whose class carries the decorator, those included that a factory made. */
export function markedProviders<Provider>(
  discovery: DiscoveryService,
  decorator: DiscoverableDecorator<unknown>,
): Provider[] {
  const instances = discovery.getProviders().flatMap(({ instance }: { instance?: unknown }) => {
    const isMarked =
      typeof instance === 'object' &&
      instance !== null &&
      Reflect.hasMetadata(decorator.KEY, instance.constructor);
    return isMarked ? [instance] : [];
  });
  // A provider that several modules know by other names is still one.
  return [...new Set(instances)] as Provider[];
}
