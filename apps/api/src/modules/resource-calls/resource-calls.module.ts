import { Module } from '@nestjs/common';
import { Dispatcher } from '../../core/gateway/dispatch/dispatcher';
import { ClientCalls } from '../gateway/client-calls';
import { GatewayModule } from '../gateway/gateway.module';
import { RequestBodies } from '../gateway/request-bodies';
import { KeyPools } from '../keys/key-pools';
import { KeysModule } from '../keys/keys.module';
import { KnownResources } from '../resources/known-resources';
import { ResourcePins } from '../resources/resource-pins';
import { ResourcesModule } from '../resources/resources.module';
import { BodyPins } from './body-pins';
import { ListedResources } from './listed-resources';
import { ModelResources } from './model-resources';
import { ResourceCalls } from './resource-calls';

/** Calls about what upstream keeps: each goes to the key that keeps it. */
@Module({
  imports: [GatewayModule, KeysModule, ResourcesModule],
  providers: [
    { provide: BodyPins, useFactory: (pins: ResourcePins) => new BodyPins(pins), inject: [ResourcePins] },
    {
      provide: ResourceCalls,
      useFactory: (...parts: ConstructorParameters<typeof ResourceCalls>) => new ResourceCalls(...parts),
      inject: [ClientCalls, RequestBodies, KeyPools, KnownResources, ResourcePins, BodyPins],
    },
    {
      provide: ListedResources,
      useFactory: (...parts: ConstructorParameters<typeof ListedResources>) => new ListedResources(...parts),
      inject: [KnownResources, ResourcePins, Dispatcher, KeyPools],
    },
    {
      provide: ModelResources,
      useFactory: (calls: ResourceCalls, known: KnownResources) => new ModelResources(calls, known),
      inject: [ResourceCalls, KnownResources],
    },
  ],
  exports: [BodyPins, ModelResources, ResourceCalls, ListedResources],
})
export class ResourceCallsModule {}
