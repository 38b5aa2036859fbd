/**
 * What pages see of the editor: options in, events out. `openEditor` (open-editor.ts) takes `EditorOptions` and
 * gives an `Editor`. All words come from the caller; the editor holds none.
 */
import type { EditorView } from "prosemirror-view"
import type { DocumentHandle, KeyPointKind, Stance } from "./document"
import type { BlockType } from "./schema"

/** Which of the two kinds of document is edited. */
export type DocumentKind = "notes" | "output"

/** The words that the editor shows or says, already translated. */
export interface EditorWords {
  /** The name of the text for screen readers. */
  textLabel: string
  /** Says how the keyboard leads out of the text: to screen readers always, to all where Tab does nothing. */
  leaving: string
  /** Shown in an empty document. */
  placeholder: string
  /** The accessible name of a footnote's mark; gets its number. */
  footnote(number: number): string
  /** The accessible name of a table inside the text. */
  table: string
}

/** Who is writing here, as others shall see them. */
export interface Writer {
  personId: string
  name: string
  colour: string
}

/** How carets travel: `broadcast` and `onMessage` are those of an automerge-repo handle. */
export interface PresenceChannel {
  broadcast(message: unknown): void
  onMessage(listener: (message: unknown, senderId: string) => void): () => void
}

/** What the editor is opened with. */
export interface EditorOptions extends EditorEvents {
  handle: DocumentHandle
  kind: DocumentKind
  editable: boolean
  words: EditorWords
  /** Whose caret others see, and over what; without it no carets travel. */
  writer?: Writer
  presence?: PresenceChannel
  /** Makes a UUID. Defaults to `crypto.randomUUID`. */
  newId?: () => string
}

/** What the editor tells the page. */
export interface EditorEvents {
  /** The state of the caret, for the toolbar; after each change of selection or text. */
  onCaret?(caret: CaretState): void
  /** All key points as they stand in the text, in the order of the text; gone ones last. */
  onKeyPoints?(keyPoints: readonly KeyPoint[]): void
  /** The passage of a key point was clicked or entered by keyboard. */
  onKeyPointOpened?(id: string): void
  /** Ctrl+Alt+K: the page decides whether to call `keyPoints.mark()`. Without it the editor marks at once. */
  onMarkKeyPoint?(): void
  /** Tab leads out of the text: the page may lead it to what it has open. Returns whether it did. */
  onLeave?(): boolean
  /** Ctrl+K: the page asks for an address and calls `commands.setLink`. */
  onEditLink?(link: { href: string | null; text: string }): void
  /** A footnote's mark was clicked, or a footnote was just made. */
  onFootnoteOpened?(footnote: { id: string; text: string; rectangle: DOMRect }): void
  /** "/" was typed at the start of a block or after a space. Null: the menu shall close. */
  onSlashMenu?(menu: SlashMenu | null): void
  /** While the slash menu is open: ArrowUp, ArrowDown, Enter and Escape. Returns whether it was used. */
  onSlashMenuKey?(key: "ArrowUp" | "ArrowDown" | "Enter" | "Escape"): boolean
  /** Something was left out of what was pasted. */
  onPasteNotice?(notice: { imagesDropped: number }): void
  /** Who else is here, from their carets. */
  onOthers?(others: readonly OtherWriter[]): void
}

/** The slash menu's place and what was typed after the slash. */
export interface SlashMenu {
  query: string
  rectangle: DOMRect
}

/** Someone else who has this document open. */
export interface OtherWriter extends Writer {
  /** One person may have several tabs. */
  senderId: string
  /** Where their caret is, or null where the text does not show it. */
  paragraphId: string | null
  blockIndex: number | null
}

/** What the toolbar shows. */
export interface CaretState {
  block: { type: BlockType; level: number | null; indent: number | null; label: string | null; index: number }
  /** Of the block the caret is in; null in notes. */
  paragraphId: string | null
  strong: boolean
  em: boolean
  link: string | null
  selectionEmpty: boolean
  selectedText: string
  /** Key points whose passage holds the caret, innermost first. */
  keyPoints: readonly string[]
  canUndo: boolean
  canRedo: boolean
  /** The key point that undo would bring back now. */
  removed: string | null
  canIndent: boolean
  canOutdent: boolean
}

/** A key point as pages read it. Null: not set. */
export interface KeyPoint {
  id: string
  statement: string
  quote: string
  lang: string | null
  themes: readonly string[]
  addressee: string | null
  kind: KeyPointKind | null
  stance: Stance | null
  basis: "reported" | "concept"
  source: { recording: number; at: string } | { link: string } | null
  speaker: string | null
  /** The passage is no longer in the text; the quote tells what it was. */
  gone: boolean
}

/** The fields of a key point that can be set at once. The statement is edited by `setStatement`. */
export interface KeyPointFields {
  themes?: readonly string[]
  addressee?: string | null
  kind?: KeyPointKind | null
  stance?: Stance | null
  lang?: string | null
  source?: { recording: number; at: string } | { link: string } | null
  speaker?: string | null
}

/** What can be done with key points. Works offline. */
export interface KeyPointActions {
  list(): readonly KeyPoint[]
  /**
   * Marks the selection, and puts the caret behind it. Where a key point stands on exactly these words, gives that one.
   * Null when no text is selected.
   */
  mark(fields?: KeyPointFields): string | null
  /**
   * Merges letter by letter with what others type into the same statement. `before` is what the statement was made
   * from. Gives what the document then holds.
   */
  setStatement(id: string, statement: string, before?: string): string | undefined
  setFields(id: string, fields: KeyPointFields): void
  /** Anchors a key point at the selection, takes its quote anew, and puts the caret behind it. */
  moveToSelection(id: string): boolean
  /** Takes a key point away; undo brings it back as it was. */
  remove(id: string): void
  /** Draws key points with the class `key-point-<state>`; those not named get none. */
  setStates(states: ReadonlyMap<string, string>): void
  /** Draws one as active (class `key-point-active`), or none. */
  setActive(id: string | null): void
  /** Scrolls to the passage and selects its start; false when it is gone. */
  show(id: string): boolean
}

/** What toolbars and menus call. Each returns whether it did something. */
export interface EditorCommands {
  undo(): boolean
  redo(): boolean
  toggleStrong(): boolean
  toggleEm(): boolean
  setLink(href: string | null): boolean
  setBlock(type: BlockType, attrs?: { level?: number; label?: string; fill?: string }): boolean
  toggleList(type: "ordered-list-item" | "unordered-list-item"): boolean
  indent(): boolean
  outdent(): boolean
  /** Moves the selected blocks up (-1) or down (1). */
  move(by: 1 | -1): boolean
  /** Puts a footnote at the caret and opens it. */
  insertFootnote(): boolean
  /** Replaces the "/…" that was typed, then runs the command. */
  fromSlashMenu(run: (commands: EditorCommands) => boolean): boolean
}

/** What can be done with the texts of footnotes. */
export interface FootnoteActions {
  text(id: string): string
  /** `before` is what the text was made from. Gives what the document then holds. */
  setText(id: string, text: string, before?: string): string
  /** Calls back whenever the document changes. */
  onChange(listener: () => void): () => void
}

/** What a search has found, as it stands now. */
export interface Found {
  count: number
  /** Which of them is the current one, counted from 1; 0 where there is none. */
  at: number
  /** The current one among the words around it. */
  excerpt: { before: string; match: string; after: string } | null
  /** Where the current one stands beside the text: in the n-th footnote or table. */
  inside: { kind: "footnote" | "table"; number: number } | null
}

/** Finding words in the text, its footnotes and its tables. */
export interface FindActions {
  /** Finds from the caret on, or from where the last search had got to. */
  search(words: string): void
  /** Goes to the next or the previous match and shows it; the focus stays where it is. */
  step(direction: 1 | -1): void
  /** Opens the footnote that the current match is in. */
  openFootnote(): void
  /** Takes the tints away; where the focus returns to the text, the current match is selected there. */
  close(returns: boolean): void
  found(): Found
  /** Calls back whenever `found` gives something else. */
  onChange(listener: () => void): () => void
}

/** An open editor. */
export interface Editor {
  readonly view: EditorView
  readonly commands: EditorCommands
  readonly keyPoints: KeyPointActions
  readonly footnotes: FootnoteActions
  readonly find: FindActions
  caret(): CaretState
  setEditable(editable: boolean): void
  /** Scrolls to a paragraph of an output document and puts the caret there. */
  showParagraph(id: string): boolean
  /** Scrolls to the n-th block. */
  showBlock(index: number): boolean
  /** Some blocks that the server wrote on this person's word: undo takes them as one step of theirs. */
  adopt(first: number, last: number): void
  /** Gives the text the keyboard, where the caret was; somebody who reads can scroll it then. */
  focus(): void
  /** The page lets go of the text for now: nobody is told of anything, and others no longer see a caret here. */
  rest(): void
  /** Another page shows the text from now on, as it was when it was left. */
  wake(events: EditorEvents): void
  /** Writes what waits, and lets go of everything. */
  close(): void
}
