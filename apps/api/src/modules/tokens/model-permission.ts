/** Endings of the gateway's own names for a model; the model behind is the same. */
const OWN_ENDINGS = /-(search|non-thinking)$/;

/**
 * Whether one of these lets a model be used: its name, with or without an ending that the gateway adds, or a beginning
 * that ends in `*`. Undefined for no restriction.
 */
export function toModelPermission(
  allowed: readonly string[] | null,
): ((model: string) => boolean) | undefined {
  if (allowed === null || allowed.length === 0) return undefined;
  const names = new Set(allowed);
  const beginnings = allowed.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
  return (model) => {
    if (names.has(model) || beginnings.some((beginning) => model.startsWith(beginning))) return true;
    const base = model.replace(OWN_ENDINGS, '');
    return base !== model && names.has(base);
  };
}
