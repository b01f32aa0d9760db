import { bareName, type Model } from '../../core/gemini/models/model';
import { featuresOf } from '../../core/gemini/models/model-features';
import type { ThinkingControl } from '../../core/gemini/request/thinking';

/** Codex takes these in place of its own for models that a list describes. */
const INSTRUCTIONS = `You are a coding agent. You work in the user's repository through the tools you are given, from their terminal.

- Go on until the task is done. Ask only where you cannot find out or decide yourself.
- Before a step that takes long, say in one sentence what you do and why. For work of several steps keep a plan up to date, if a tool for plans is there.
- Read before you change. Search with rg and rg --files, which are fast. Follow the instructions of AGENTS.md files: one holds for the folder it lies in and all below, the nearest counts most, and what the user says counts more.
- Change files with apply_patch. Fix causes, not symptoms; keep changes small and in the style of what is there; leave unrelated defects alone and mention them.
- Never undo changes that you did not make. Commit, push or delete only when asked.
- Try what you changed: run the tests next to it first, then wider ones. Where you could not, say so.
- End with a short account of what changed and where, with paths as \`folder/file.ts:12\`. Do not repeat the contents of files.`;

const EFFORT_DESCRIPTIONS = {
  minimal: 'Hardly any reasoning',
  low: 'Quick answers with little reasoning',
  medium: 'A balance of speed and reasoning',
  high: 'Thorough reasoning for hard problems',
  xhigh: 'The most thorough reasoning',
} as const;

type Effort = keyof typeof EFFORT_DESCRIPTIONS;

/** The list that Codex asks for with `client_version` (docs/protocol-notes.md, "Codex"): models that hold conversations. */
export function codexModelList(models: readonly Model[]): object {
  return { models: models.filter(converses).map(codexModel) };
}

function converses(model: Model): boolean {
  const { modalities } = featuresOf(bareName(model), model);
  return (
    (model.supportedGenerationMethods ?? ['generateContent']).includes('generateContent') &&
    modalities.every((modality) => modality === 'TEXT')
  );
}

function codexModel(model: Model, priority: number): unknown {
  const slug = bareName(model);
  const efforts = effortsOf(featuresOf(slug, model).thinking);
  return {
    slug,
    display_name: model.displayName ?? slug,
    description: model.description ?? null,
    default_reasoning_level: efforts.length > 0 ? 'medium' : null,
    supported_reasoning_levels: efforts.map((effort) => ({
      effort,
      description: EFFORT_DESCRIPTIONS[effort],
    })),
    shell_type: 'shell_command',
    visibility: 'list',
    supported_in_api: true,
    priority,
    upgrade: null,
    base_instructions: INSTRUCTIONS,
    supports_reasoning_summaries: efforts.length > 0,
    support_verbosity: false,
    default_verbosity: null,
    apply_patch_tool_type: 'freeform',
    truncation_policy: { mode: 'bytes', limit: 10_000 },
    supports_parallel_tool_calls: true,
    context_window: model.inputTokenLimit ?? null,
    experimental_supported_tools: [],
    input_modalities: ['text', 'image'],
  };
}

function effortsOf(control: ThinkingControl): readonly Effort[] {
  if (control.kind === 'none') return [];
  if (control.kind === 'budget') return ['low', 'medium', 'high'];
  return control.levels.map((level) => level.toLowerCase() as Effort);
}
