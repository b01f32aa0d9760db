import type { ModelFeatures } from '../../core/gemini/models/model-features';
import type { Settings } from '../../core/settings/registry';
import type { ModelPlace } from '../gateway/model-place';

const VERSION = /\/v1\w*\//;

/** Vertex AI in express mode, as VERTEX_EXPRESS_BASE_URL names it. */
export class VertexExpress implements ModelPlace {
  readonly keyKind = 'vertex';
  readonly origin: string;
  readonly modelsPath: string;

  constructor(settings: Pick<Settings, 'VERTEX_EXPRESS_BASE_URL'>) {
    const { origin, pathname } = new URL(settings.VERTEX_EXPRESS_BASE_URL);
    this.origin = origin;
    this.modelsPath = `${pathname.replace(/\/+$/, '')}/models/`;
  }

  /** The same in the API version that a client chose: `v1`. */
  modelsPathOf(version: string | undefined): string {
    return version === undefined ? this.modelsPath : this.modelsPath.replace(VERSION, `/${version}/`);
  }

  featuresOf(features: ModelFeatures): ModelFeatures {
    return { ...features, takesCallIds: false };
  }
}
