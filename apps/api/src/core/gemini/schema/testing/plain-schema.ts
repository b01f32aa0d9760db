export const TEXT = { type: 'string' };

/** An object with one property. */
export const inObject = (name: string, schema: unknown) => ({
  type: 'object',
  properties: { [name]: schema },
});
