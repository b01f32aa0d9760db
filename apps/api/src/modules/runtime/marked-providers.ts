import type { DiscoverableDecorator, DiscoveryService } from '@nestjs/core';

/**
 * Finds the providers of all modules whose class carries the decorator, those included that a factory made. They are
 * looked for at the first call, which comes once all modules are made.
 */
export function markedProviders<Provider>(
  discovery: DiscoveryService,
  decorator: DiscoverableDecorator<unknown>,
): () => readonly Provider[] {
  let found: readonly Provider[] | undefined;
  return () => (found ??= findProviders(discovery, decorator) as Provider[]);
}

function findProviders(discovery: DiscoveryService, { KEY }: DiscoverableDecorator<unknown>): unknown[] {
  const instances = discovery.getProviders().flatMap(({ instance }: { instance?: unknown }) => {
    const isMarked =
      typeof instance === 'object' && instance !== null && Reflect.hasMetadata(KEY, instance.constructor);
    return isMarked ? [instance] : [];
  });
  // A provider that several modules know by other names is still one.
  return [...new Set(instances)];
}
