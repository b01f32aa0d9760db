/** Where native calls are taken, and the API version they are sent on with. */
export const NATIVE_PREFIXES: readonly (readonly [prefix: string, version: string])[] = [
  ['/v1beta', 'v1beta'],
  ['/gemini/v1beta', 'v1beta'],
  ['/v1', 'v1'],
  ['/gemini/v1', 'v1'],
  ['/v1alpha', 'v1alpha'],
  ['/gemini/v1alpha', 'v1alpha'],
];
