type Path = readonly (string | number)[];

/** What lies at a path in JSON of which nothing is certain; undefined where the path leads nowhere. */
export function at(json: unknown, ...path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    json,
  );
}

/** The text there; empty where there is none. */
export function textAt(json: unknown, ...path: Path): string {
  const value = at(json, ...path);
  return typeof value === 'string' ? value : '';
}

export function numberAt(json: unknown, ...path: Path): number | undefined {
  const value = at(json, ...path);
  return typeof value === 'number' ? value : undefined;
}

/** The list there; empty where there is none. */
export function listAt(json: unknown, ...path: Path): readonly unknown[] {
  const value = at(json, ...path);
  return Array.isArray(value) ? value : [];
}
