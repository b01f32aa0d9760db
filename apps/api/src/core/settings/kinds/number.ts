import {
  declareSetting,
  misread,
  understood,
  type Constraints,
  type Declaration,
  type Parsed,
  type Setting,
} from '../setting';

type NumberDeclaration = Declaration<number> &
  Required<Pick<Constraints, 'min' | 'max'>> &
  Pick<Constraints, 'unit'>;

/** A whole number between `min` and `max`, both allowed. */
export function integer(declaration: NumberDeclaration): Setting<number> {
  return numberOfKind('integer', declaration);
}

/** A number between `min` and `max`, both allowed. */
export function decimal(declaration: NumberDeclaration): Setting<number> {
  return numberOfKind('decimal', declaration);
}

function numberOfKind(kind: 'integer' | 'decimal', declaration: NumberDeclaration): Setting<number> {
  const { min, max, unit } = declaration;
  const noun = kind === 'integer' ? 'whole number' : 'number';
  const read = (value: number): Parsed<number> =>
    (kind === 'integer' ? Number.isInteger(value) : Number.isFinite(value)) && value >= min && value <= max
      ? understood(value)
      : misread(`is not a ${noun} from ${min} to ${max}`);
  return declareSetting(
    kind,
    declaration,
    { min, max, unit },
    {
      fromText: (text) => read(/^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN),
      fromJson: (json) => read(typeof json === 'number' ? json : NaN),
      toJson: (value) => value,
    },
  );
}
