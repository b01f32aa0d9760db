/** A field of a request message: what upstream's JSON reader accepts there. */
export type Shape = 'string' | 'bytes' | 'number' | 'boolean' | 'json' | ListShape | MapShape | MessageShape;

export interface ListShape {
  readonly list: Shape;
}

/** An object with free keys. */
export interface MapShape {
  readonly map: () => Shape;
}

/** An object whose keys are known, in camelCase. A function, because messages may hold themselves. */
export interface MessageShape {
  readonly message: () => Readonly<Record<string, Shape>>;
}

export function listOf(shape: Shape): ListShape {
  return { list: shape };
}

export function message(fields: Readonly<Record<string, Shape>>): MessageShape {
  return { message: () => fields };
}
