/** A 32-bit hash of a text (FNV-1a). Spreads, does not protect. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * How strongly a subject prefers a place: it goes to the place with the highest preference.
 * A place that is added or removed moves only the subjects that are its own (rendezvous hashing).
 */
export function preference(subjectHash: number, placeHash: number): number {
  // The finaliser of MurmurHash3 mixes the two until every bit depends on both.
  let hash = subjectHash ^ Math.imul(placeHash, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
