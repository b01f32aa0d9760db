/** A reply, one event of it, or a part of either, as it goes over the wire. */
export type Chunk = Record<string, unknown>;
