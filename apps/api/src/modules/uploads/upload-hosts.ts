import type { AxiosInstance } from 'axios';
import type { Clock } from '../../core/clock';
import type { Settings } from '../../core/settings/registry';
import { UploadClient } from '../../core/uploads/upload-client';
import type { UploadHost } from '../../core/uploads/upload-host';
import { UPLOAD_HOST_KINDS } from '../../core/uploads/upload-host-kinds';

/** Injects every upload host: `readonly UploadHost[]`. */
export const UPLOAD_HOSTS = Symbol('UPLOAD_HOSTS');

/** Makes all hosts. They read their settings with every upload. */
export function makeUploadHosts(
  settings: () => Settings,
  clientAxios: AxiosInstance,
  clock: Clock,
): readonly UploadHost[] {
  const client = new UploadClient(clientAxios);
  const dataDir = settings().DATA_DIR;
  return UPLOAD_HOST_KINDS.map((kind) => kind.make({ settings, client, clock, dataDir }));
}
