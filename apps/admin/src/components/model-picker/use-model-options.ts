import type { ModelKind } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComboboxOption } from '../form/combobox/combobox-option';
import { knownModels } from './known-models';

export interface ModelChoice {
  /** Kinds that suit; models of these come first. All suit unless given. */
  kinds?: readonly string[] | undefined;
  /** Names that are offered also where the gateway knows no such model. */
  suggestions?: readonly string[] | undefined;
  /** Whether the further names that clients may use are offered, too: those with suffixes, and aliases. */
  hasFurtherNames?: boolean;
}

/** The names of models worth offering, each with the kind of its model; none while the gateway knows no models. */
export function useModelOptions({
  kinds,
  suggestions,
  hasFurtherNames = false,
}: ModelChoice): readonly ComboboxOption[] {
  const { t } = useTranslation('models');
  const models = useQuery(knownModels()).data?.items;
  return useMemo(() => {
    const isSuited = (kind: ModelKind): boolean => kinds === undefined || kinds.includes(kind);
    const sorted = [...(models ?? [])].sort(
      (one, other) => Number(isSuited(other.kind)) - Number(isSuited(one.kind)),
    );
    const known: ComboboxOption[] = sorted.flatMap(({ id, kind, names }) => {
      const further = hasFurtherNames ? names.filter(({ isPattern }) => !isPattern) : [];
      return [id, ...further.map(({ name }) => name)].map((value) => ({ value, note: t(`kind.${kind}`) }));
    });
    const values = new Set(known.map(({ value }) => value));
    const others = (suggestions ?? []).filter((name) => !values.has(name)).map((value) => ({ value }));
    return [...known.filter(({ value }) => values.delete(value)), ...others];
  }, [models, kinds, suggestions, hasFurtherNames, t]);
}
