import { bareName, type Model } from '../../core/gemini/models/model';

/** Vertex's list. Express mode has none of its own: it is that of the Gemini API. */
export function vertexModelList(models: readonly Model[]): object {
  return { publisherModels: models.map(vertexModel) };
}

export function vertexModel(model: Model): object {
  return {
    name: `publishers/google/models/${bareName(model)}`,
    versionId: 'default',
    openSourceCategory: 'PROPRIETARY',
    launchStage: 'GA',
  };
}
