import {
  declareSetting,
  misread,
  understood,
  type Constraints,
  type Declaration,
  type Parsed,
  type Setting,
} from '../setting';

/** Says what is wrong with a text, without repeating it; undefined when it is fine. */
export type TextCheck = (text: string) => string | undefined;

type TextDeclaration = Declaration<string> &
  Pick<Constraints, 'suggestions' | 'of' | 'modelKinds'> & { readonly check?: TextCheck };

/** A line of text. The empty text means "none" and is allowed where it is the default. */
export function text(declaration: TextDeclaration): Setting<string> {
  return textOfKind('text', declaration);
}

/** An http or https address without a trailing slash. The empty text means "none" and is allowed where it is the default. */
export function url(declaration: Declaration<string>): Setting<string> {
  return textOfKind('url', { ...declaration, check: isNotHttpUrl }, (value) => value.replace(/\/+$/, ''));
}

function textOfKind(
  kind: 'text' | 'url',
  { check, ...declaration }: TextDeclaration,
  normalise = (value: string) => value,
): Setting<string> {
  const read = (value: string): Parsed<string> => {
    const normal = normalise(value.trim());
    if (normal === '') return declaration.default === '' ? understood(normal) : misread('is empty');
    const problem = check?.(normal);
    return problem === undefined ? understood(normal) : misread(problem);
  };
  const { suggestions, of, modelKinds } = declaration;
  return declareSetting(
    kind,
    declaration,
    { suggestions, of, modelKinds },
    {
      fromText: read,
      fromJson: (json) => (typeof json === 'string' ? read(json) : misread('is not a text')),
      toJson: (value) => value,
    },
  );
}

function isNotHttpUrl(value: string): string | undefined {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
    ? undefined
    : 'is not an http:// or https:// address';
}
