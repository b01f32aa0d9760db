import type { Content, Part } from '../content';

/** Passes upstream's check where the real signature is lost. Source: docs/protocol-notes.md, "Thought signatures". */
const PLACEHOLDER = 'skip_thought_signature_validator';

/**
 * The contents with a placeholder on the first call of each unsigned step since the user last spoke: upstream checks no other.
 * Contents that need none stay the same objects.
 */
export function withPlaceholders(contents: readonly Content[]): readonly Content[] {
  const spokeAt = contents.findLastIndex(isSpoken);
  if (spokeAt === contents.length - 1) return contents;
  return contents.map((content, index) => (index > spokeAt ? signedStep(content) : content));
}

/** The contents with nothing but placeholders, on the first call of every step; undefined where there is nothing to replace. */
export function withOnlyPlaceholders(contents: readonly Content[]): readonly Content[] | undefined {
  const isSigned = contents.some(({ parts }) =>
    parts?.some((part) => part.thoughtSignature || part.functionCall),
  );
  return isSigned ? withoutSignatures(contents).map(signedStep) : undefined;
}

/** For models that check no signatures and yet refused one. */
export function withoutSignatures(contents: readonly Content[]): readonly Content[] {
  return contents.map((content) => ({ ...content, parts: content.parts?.map(unsigned) }));
}

function signedStep(content: Content): Content {
  const first = content.parts?.findIndex((part) => part.functionCall !== undefined) ?? -1;
  if (content.role !== 'model' || first < 0 || content.parts?.[first]?.thoughtSignature) return content;
  const parts = content.parts?.map((part, index) =>
    index === first ? { ...part, thoughtSignature: PLACEHOLDER } : part,
  );
  return { ...content, parts };
}

function unsigned({ thoughtSignature: _, ...part }: Part): Part {
  return part;
}

function isSpoken({ role, parts }: Content): boolean {
  return role !== 'model' && (parts ?? []).some((part) => part.functionResponse === undefined);
}
