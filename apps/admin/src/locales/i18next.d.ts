import 'i18next';
import type * as texts from './en/texts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'controls';
    resources: typeof texts;
  }
}
