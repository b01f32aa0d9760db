import type { JsonObject } from '../../../../json-object';
import type { DeclaredTool } from '../../../tools/client-tools';

/** Anthropic's models know these tools by their type and version; upstream has to be told what they take. */
interface TypedTool {
  readonly type: RegExp;
  readonly name: string;
  readonly description: string;
  readonly properties: JsonObject;
  readonly required: readonly string[];
}

const text = (description: string) => ({ type: 'string', description });
const whole = (description: string) => ({ type: 'integer', description });
const point = (description: string) => ({
  type: 'array',
  items: { type: 'integer' },
  minItems: 2,
  maxItems: 2,
  description,
});
const oneOf = (...names: string[]) => ({ type: 'string', enum: names });

const FILE_EDITS = {
  path: text('Absolute path of a file or directory.'),
  file_text: text('With create: the content of the new file.'),
  old_str: text('With str_replace: the text to replace, which occurs exactly once.'),
  new_str: text('With str_replace: the text in its place.'),
  insert_line: whole('With insert: the line after which the text goes; 0 for the beginning.'),
  insert_text: text('With insert: the text to insert.'),
  view_range: point('With view: first and last line; -1 for the end.'),
};

const TYPED_TOOLS: readonly TypedTool[] = [
  {
    type: /^bash_\d+$/,
    name: 'bash',
    description: 'Runs a command in a shell that keeps its state from call to call.',
    properties: {
      command: text('The command.'),
      restart: { type: 'boolean', description: 'Starts the shell anew instead of running a command.' },
    },
    required: [],
  },
  {
    type: /^text_editor_\d+$/,
    name: 'str_replace_based_edit_tool',
    description: 'Views, creates and edits text files.',
    properties: { command: oneOf('view', 'create', 'str_replace', 'insert'), ...FILE_EDITS },
    required: ['command', 'path'],
  },
  {
    type: /^memory_\d+$/,
    name: 'memory',
    description: 'Keeps notes in files below /memories, from one conversation to the next.',
    properties: {
      command: oneOf('view', 'create', 'str_replace', 'insert', 'delete', 'rename'),
      ...FILE_EDITS,
      old_path: text('With rename: the path it has.'),
      new_path: text('With rename: the path it gets.'),
    },
    required: ['command'],
  },
  {
    type: /^computer_\d+$/,
    name: 'computer',
    description: 'Uses the mouse, the keyboard and the screen of a computer.',
    properties: {
      action: oneOf(
        'key',
        'type',
        'mouse_move',
        'left_click',
        'left_click_drag',
        'right_click',
        'middle_click',
        'double_click',
        'triple_click',
        'left_mouse_down',
        'left_mouse_up',
        'scroll',
        'hold_key',
        'wait',
        'zoom',
        'cursor_position',
        'screenshot',
      ),
      coordinate: point('Where on the screen, in pixels from the left and the top.'),
      start_coordinate: point('With left_click_drag: where the drag begins.'),
      text: text(
        'With type the text, with key and hold_key the keys, with clicks and scroll a key held down.',
      ),
      scroll_direction: oneOf('up', 'down', 'left', 'right'),
      scroll_amount: whole('Clicks of the wheel.'),
      duration: { type: 'number', description: 'With hold_key and wait: seconds.' },
      region: {
        type: 'array',
        items: { type: 'integer' },
        minItems: 4,
        maxItems: 4,
        description: 'With zoom: left, top, right and bottom.',
      },
    },
    required: ['action'],
  },
];

/** What upstream is told of a tool that is known by its type and that the client runs; undefined for all others. */
export function typedTool(tool: JsonObject): DeclaredTool | undefined {
  const { type } = tool;
  const known = typeof type === 'string' && TYPED_TOOLS.find((each) => each.type.test(type));
  if (!known) return undefined;
  const size = screenSize(tool);
  return {
    name: typeof tool.name === 'string' && tool.name !== '' ? tool.name : known.name,
    description: known.description + size,
    parameters: { type: 'object', properties: known.properties, required: known.required },
  };
}

function screenSize({ display_width_px: width, display_height_px: height }: JsonObject): string {
  return typeof width === 'number' && typeof height === 'number'
    ? ` The screen is ${width} pixels wide and ${height} high.`
    : '';
}
