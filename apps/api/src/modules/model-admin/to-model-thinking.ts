import type { ModelThinkingDto } from '@gemini-balance/shared';
import type { ThinkingControl } from '../../core/gemini/request/thinking';

export function toModelThinking(control: ThinkingControl): ModelThinkingDto {
  switch (control.kind) {
    case 'none':
      return { control: 'none' };
    case 'level':
      return { control: 'level', levels: [...control.levels] };
    case 'budget': {
      const { min, max, isOnByDefault } = control;
      return { control: 'budget', min, max, isOnByDefault };
    }
  }
}
