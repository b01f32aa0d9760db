import type {
  BeforeApplicationShutdown,
  OnApplicationBootstrap,
  OnApplicationShutdown,
} from '@nestjs/common';
import type { Repeater } from '../core/repeater';

/**
 * What a module does again and again while the gateway runs. Provided by a module it starts and ends with the gateway.
 * What still waits is written twice: requests may end while the server closes, which Nest does between the two stages.
 */
export class BackgroundWork
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  /** @param flush writes what waits. */
  constructor(
    private readonly repeaters: readonly Repeater[],
    private readonly flush?: () => Promise<unknown>,
  ) {}

  onApplicationBootstrap(): void {
    for (const repeater of this.repeaters) repeater.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.repeaters.map((repeater) => repeater.stop()));
    await this.flush?.();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush?.();
  }
}
