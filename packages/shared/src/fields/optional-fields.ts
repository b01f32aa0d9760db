import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

/** A text that may be absent, of at most `maxLength` letters. */
export function OptionalText(maxLength: number): PropertyDecorator {
  return all(IsOptional(), IsString(), MaxLength(maxLength));
}

/** One of a few words, or absent. */
export function OptionalWord(words: readonly string[]): PropertyDecorator {
  return all(IsOptional(), IsIn(words));
}

/** What somebody remembers of a key, or absent: all of it, or either end. */
export function OptionalKeyPart(): PropertyDecorator {
  return all(IsOptional(), IsString(), MinLength(3), MaxLength(200));
}

/** A whole number of a body that may be absent, between `min` and `max`, both allowed. */
export function OptionalInt(min?: number, max?: number): PropertyDecorator {
  return all(IsOptional(), ...limits(min, max));
}

/** The same of a query string, which writes numbers as texts. */
export function OptionalQueryInt(min?: number, max?: number): PropertyDecorator {
  return all(
    IsOptional(),
    Type(() => Number),
    ...limits(min, max),
  );
}

/** Yes, no, or absent. */
export function OptionalFlag(): PropertyDecorator {
  return all(IsOptional(), IsBoolean());
}

/** The same of a query string, which writes it as a text. */
export function OptionalQueryFlag(): PropertyDecorator {
  return all(
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );
}

/** The ids of some things, at least one and at most `most`, or absent. */
export function OptionalIds(most: number): PropertyDecorator {
  return all(IsOptional(), IsArray(), ArrayNotEmpty(), ArrayMaxSize(most), IsInt({ each: true }));
}

/** An object of a DTO class, which is validated as well, or absent. */
export function OptionalPart(dto: () => new () => object): PropertyDecorator {
  return all(IsOptional(), ValidateNested(), Type(dto));
}

function limits(min: number | undefined, max: number | undefined): PropertyDecorator[] {
  return [IsInt(), ...(min === undefined ? [] : [Min(min)]), ...(max === undefined ? [] : [Max(max)])];
}

/** Decorators are applied from the last to the first, as where they are written above each other. */
function all(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => [...decorators].reverse().forEach((decorate) => decorate(target, property));
}
