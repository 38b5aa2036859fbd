// The kinds of block that a person can choose, for the toolbar's list and for the slash menu alike.
import type { CaretState, DocumentKind, EditorCommands } from '../../editor/editor-api'
import type { BlockType } from '../../editor/schema'
import type { Key } from '../../i18n/keys'
import type { IconName } from '../icon'

export interface BlockChoice {
  id: string
  label: Key
  icon?: IconName
  type: BlockType
  attrs?: { level?: number; label?: string; fill?: string }
}

const shared = {
  paragraph: { id: 'paragraph', label: 'writing-block-paragraph', type: 'paragraph' },
  quote: { id: 'quote', label: 'writing-block-quote', type: 'blockquote', icon: 'quote' },
  bullets: { id: 'bullets', label: 'writing-bullets', type: 'unordered-list-item', icon: 'bullets' },
  numbers: { id: 'numbers', label: 'writing-numbers', type: 'ordered-list-item', icon: 'numbers' },
} as const satisfies Record<string, BlockChoice>

const choices: Readonly<Record<DocumentKind, readonly BlockChoice[]>> = {
  notes: [
    shared.paragraph,
    { id: 'heading-1', label: 'writing-block-heading-1', type: 'heading', attrs: { level: 1 } },
    { id: 'heading-2', label: 'writing-block-heading-2', type: 'heading', attrs: { level: 2 } },
    { id: 'heading-3', label: 'writing-block-heading-3', type: 'heading', attrs: { level: 3 } },
    shared.quote, shared.bullets, shared.numbers,
  ],
  output: [
    { id: 'operative', label: 'writing-block-operative', type: 'operative' },
    { id: 'preambular', label: 'writing-block-preambular', type: 'preambular' },
    { id: 'group', label: 'writing-block-group', type: 'heading', attrs: { level: 1 } },
    { id: 'theme', label: 'writing-block-theme', type: 'heading', attrs: { level: 2 } },
    shared.bullets, shared.numbers, shared.paragraph, shared.quote,
    { id: 'voice', label: 'writing-block-voice', type: 'voice' },
    { id: 'title', label: 'writing-block-title', type: 'title' },
    { id: 'subtitle', label: 'writing-block-subtitle', type: 'subtitle' },
    { id: 'fact-place', label: 'writing-block-fact-place', type: 'fact', attrs: { label: 'place' } },
    { id: 'fact-organisers', label: 'writing-block-fact-organisers', type: 'fact', attrs: { label: 'organisers' } },
    { id: 'fact-status', label: 'writing-block-fact-status', type: 'fact', attrs: { label: 'status' } },
    { id: 'annex', label: 'writing-block-annex', type: 'annex', attrs: { fill: 'none' } },
  ],
}

export function blockChoices(kind: DocumentKind): readonly BlockChoice[] {
  return choices[kind]
}

/** The choice that the caret's block is, or null where it is none of them. */
export function currentChoice(kind: DocumentKind, caret: CaretState): BlockChoice | null {
  const { type, level, label } = caret.block
  return choices[kind].find((choice) =>
    choice.type === type
    && (choice.attrs?.level === undefined || choice.attrs.level === level)
    && (choice.attrs?.label === undefined || choice.attrs.label === label)) ?? null
}

export function applyChoice(commands: EditorCommands, choice: BlockChoice): boolean {
  if (choice.type === 'unordered-list-item' || choice.type === 'ordered-list-item') return commands.toggleList(choice.type)
  return commands.setBlock(choice.type, choice.attrs)
}
