import { useEffect } from 'react';

const forms = new Set<symbol>();

/** Says of a form on the screen whether something was typed that is not sent yet. */
export function useUnsavedWork(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const form = Symbol();
    forms.add(form);
    return () => void forms.delete(form);
  }, [isUnsaved]);
}

/** Whether leaving the page would lose what was typed. */
export function hasUnsavedWork(): boolean {
  return forms.size > 0;
}
