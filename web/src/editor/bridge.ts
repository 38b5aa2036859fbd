/**
 * Joins an Automerge text and an editor: what is typed here becomes operations, what others do becomes
 * transactions.
 *
 * The bridge knows one thing: at which heads the document stood that the editor shows (`shown`). What is typed is
 * written on top of those heads, also when newer changes of others wait to be shown; so it always lands where the
 * writer saw it. It needs no view, only something that holds a state.
 */
import * as A from "@automerge/automerge"
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state"
import { attrsOf, type Rendering, renderText } from "./blocks"
import { behind, type DocumentChange, type DocumentHandle, type RichTextDocument, TEXT } from "./document"
import { type Entry, historyOf } from "./history"
import {
  changeBetween,
  flatOf,
  type LocalChange,
  localChanges,
  markerValue,
  positionOf,
  setMarker,
  startOfBlock,
  writeLocalChange,
} from "./local-change"
import { applyPatches, applyRow, beginFromOthers, changeInto, fromOthers } from "./remote-change"
import { blockTypeOf } from "./schema"

/** What the bridge needs of a view. An `EditorView` is one. */
export interface StateHolder {
  readonly state: EditorState
  updateState(state: EditorState): void
  readonly composing: boolean
}

/** Runs something soon, at most once a frame; gives a way to call it off. */
export type Schedule = (run: () => void) => () => void

/** What else is written in the same change as the text. */
export interface Companion {
  /** Called before the text is written, with the document as it is shown. It only reads. */
  before?(doc: RichTextDocument, edit: LocalEdit): void
  /** Called inside the change, after the text was written. */
  write(doc: RichTextDocument, edit: LocalEdit): void
}

/** An edit made here, as companions see it. */
export interface LocalEdit {
  before: EditorState
  after: EditorState
  transactions: readonly Transaction[]
  /** The entry of the history of which it becomes a part. */
  entry: Entry
}

/** An open bridge. */
export interface Bridge {
  /** The function for `dispatchTransaction`. */
  dispatch(transaction: Transaction): void
  /** Shows at once what others did, as far as a composition allows. */
  flush(): void
  /** Shows what others did, and makes sure that the editor shows exactly the document. */
  settle(): void
  /** Whether changes of others wait to be shown. */
  isBehind(): boolean
  /** Whether the first block has no marker in the text, so that positions there are one less. */
  implicitFirst(): boolean
  close(): void
}

/** What a bridge is opened with. */
export interface BridgeOptions {
  handle: DocumentHandle
  schedule: Schedule
  /** Runs something after a while. */
  pause?: Schedule
  isEditable(): boolean
  companions?: readonly Companion[]
  /** Before what others did is shown: the state shall know where the writer's caret is now. */
  onBehind?(): void
  /** After each update of the state. */
  onUpdate?(update: { transactions: readonly Transaction[]; own: boolean }): void
  /** Something other than the text changed in the document. */
  onRecords?(): void
}

/** Renders the document for a first state. */
export function renderDocument(handle: DocumentHandle): Rendering {
  return renderText(handle.doc())
}

/** Opens a bridge. The holder's state must show what `renderDocument` gave at the same moment. */
export function openBridge(holder: StateHolder, options: BridgeOptions): Bridge {
  const { handle, pause: atRest = pause(1500) } = options
  let shown = A.getHeads(handle.doc())
  let { implicitFirst, settled }: Pick<Rendering, "implicitFirst" | "settled"> = renderDocument(handle)
  let waiting: DocumentChange[] = []
  let mustRender = false
  let mustVerify = false
  let callOff: (() => void) | null = null
  let callOffSettling: (() => void) | null = null
  let caret = caretCursors()
  const history = historyOf(holder.state)
  history.shown = () => (isBehind() ? A.view(handle.doc(), shown) : handle.doc())

  const stop = handle.onChange((change) => {
    waiting.push(change)
    if (change.patches.some((patch) => patch.path[0] !== "text")) options.onRecords?.()
    soon()
  })

  function soon(): void {
    callOff ??= options.schedule(() => {
      callOff = null
      flush()
    })
  }

  function dispatch(transaction: Transaction): void {
    const before = holder.state
    if (transaction.docChanged && transaction.getMeta(fromOthers) !== true && !options.isEditable()) return
    const { state, transactions } = before.applyTransaction(transaction)
    const own = transaction.getMeta(fromOthers) !== true
    // The document is written first: were writing to fail, the editor would not show what is not kept.
    if (own) {
      try {
        write({ before, after: state, transactions, entry: history.entryFor(before, transactions) })
      } catch (error) {
        holder.updateState(before)
        throw error
      }
    }
    if (!own) history.follow(transactions)
    holder.updateState(state)
    if (own && !isBehind()) caret = caretCursors()
    // It was moved in a text that is not the document's any more: it has a place there once that is shown.
    else if (own && transaction.selectionSet && !transaction.docChanged) caret = null
    options.onUpdate?.({ transactions, own })
  }

  function write(edit: LocalEdit): void {
    const changes = localChanges(edit.before.doc, edit.after.doc, edit.transactions)
    if (changes.length === 0) return
    dropShown()
    const mustBranch = waiting.length > 0 || mustRender
    const backend = A.getBackend(handle.doc())
    const readBefore = (doc: RichTextDocument) => options.companions?.forEach((companion) => companion.before?.(doc, edit))
    // Inside a change each reading of the text makes it anew; outside, it only stands as it is shown.
    const readsOutside = !mustBranch && !implicitFirst
    if (readsOutside) readBefore(handle.doc())
    const callback = (doc: RichTextDocument) => {
      if (implicitFirst) writeFirstMarker(doc, edit.before)
      settleMarkers(backend, edit.before)
      if (!readsOutside) readBefore(doc)
      history.write(doc, backend, changes, edit)
      for (const companion of options.companions ?? []) companion.write(doc, edit)
    }
    const base = shown
    if (mustBranch) {
      shown = handle.changeAt(shown, callback) ?? shown
      mustRender = true
    } else {
      const wasImplicit = implicitFirst
      handle.change(callback)
      shown = A.getHeads(handle.doc())
      mustVerify ||= wasImplicit || !isAsShown(edit, changes)
      dropShown()
    }
    if (!sameHeads(shown, base)) history.add(edit, shown[0] ?? "")
    implicitFirst = false
    settled = []
  }

  /** Whether the document's own account of a change gives what the editor shows; what was deleted may have left marks. */
  function isAsShown(edit: LocalEdit, changes: readonly LocalChange[]): boolean {
    if (changes.every((change) => change.after.every((item) => item.is !== "text"))) return true
    const told = waiting.filter((waited) => sameHeads(waited.heads, shown))
    const transaction = edit.before.tr
    return told.every((waited) => applyPatches(transaction, waited.patches, 0)) && transaction.doc.eq(edit.after.doc)
  }

  /** Where the document does not say what the editor shows, writes the difference. */
  function verify(): void {
    mustVerify = false
    const rendering = renderDocument(handle)
    const change = changeBetween(rendering.doc, holder.state.doc)
    if (change === null || rendering.implicitFirst) {
      mustRender ||= change !== null
      return
    }
    const backend = A.getBackend(handle.doc())
    handle.change((doc) => writeLocalChange(doc, backend, change))
    shown = A.getHeads(handle.doc())
    dropShown()
    mustRender = !renderDocument(handle).doc.eq(holder.state.doc)
  }

  function writeFirstMarker(doc: RichTextDocument, before: EditorState): void {
    const first = before.doc.child(0)
    A.splitBlock(doc, TEXT, 0, markerValue(blockTypeOf(first) ?? "paragraph", attrsOf(first)))
  }

  /** Writes down the ids that duplicates read with; each replica writes the same. */
  function settleMarkers(backend: ReturnType<typeof A.getBackend>, before: EditorState): void {
    for (const { index, written } of settled) {
      const block = before.doc.maybeChild(index)
      const type = block === null ? null : blockTypeOf(block)
      if (block === null || type === null || (index === 0 && implicitFirst)) continue
      const attrs = attrsOf(block)
      const flat = startOfBlock(before.doc, index) - index
      setMarker(backend, flat, { type, attrs: { ...attrs, id: written } }, { type, attrs })
    }
  }

  /** Forgets changes that the editor already shows: its own, and those that leave the text as it is. */
  function dropShown(): void {
    const last = waiting.findLastIndex((change) => sameHeads(change.heads, shown))
    if (last >= 0) waiting = waiting.slice(last + 1)
    while (!mustRender && waiting[0] !== undefined && !touchesText(waiting[0])) {
      shown = waiting[0].heads
      waiting = waiting.slice(1)
    }
  }

  function isBehind(): boolean {
    dropShown()
    return waiting.length > 0 || mustRender
  }

  function flush(): void {
    if (mustVerify && !isBehind()) verify()
    mustVerify = false
    if (!isBehind()) return
    options.onBehind?.()
    const transaction = fromPatches() ?? fromRendering()
    if (transaction === null) return
    if (transaction.docChanged) dispatch(transaction)
    caret = caretCursors()
  }

  /** The waiting changes patch by patch. Null where they are more than text, or a composition is in their way. */
  function fromPatches(): Transaction | null {
    if (mustRender) return null
    const transaction = beginFromOthers(holder.state)
    const offset = implicitFirst ? 1 : 0
    // Automerge's patches do not tell of every mark that concurrent changes bring about.
    if (waiting.some((change) => change.patches.some(bringsMarks))) return null
    if (!waiting.every((change) => applyPatches(transaction, change.patches, offset))) return null
    if (holder.composing && touchesCaret(transaction)) return null
    if (isTextSelection()) moveCaret(transaction)
    shown = waiting.at(-1)?.heads ?? shown
    waiting = []
    settleLater()
    return transaction
  }

  /** Once it is quiet, what was shown patch by patch is compared with the document itself. */
  function settleLater(): void {
    callOffSettling?.()
    callOffSettling = atRest(settle)
  }

  function settle(): void {
    callOffSettling?.()
    callOffSettling = null
    flush()
    if (isBehind()) return
    mustRender = !renderDocument(handle).doc.eq(holder.state.doc)
    flush()
  }

  /** The document as it is now. Null where it would change what is being composed: the browser holds that. */
  function fromRendering(): Transaction | null {
    const heads = A.getHeads(handle.doc())
    const rendering = renderDocument(handle)
    const transaction = rowFromPatches(heads)
    changeInto(transaction, rendering.doc)
    if (holder.composing && touchesCaret(transaction)) return null
    implicitFirst = rendering.implicitFirst
    settled = rendering.settled
    if (isTextSelection()) restoreCaret(transaction)
    shown = heads
    waiting = []
    mustRender = false
    return transaction
  }

  /** Each letter and border where patches tell it: comparing alone would take equal letters for one another. */
  function rowFromPatches(heads: A.Heads): Transaction {
    // What was written on top of older heads came between the changes that wait.
    const patches = mustRender ? A.diff(handle.doc(), shown, heads) : waiting.flatMap((change) => change.patches)
    const transaction = beginFromOthers(holder.state)
    return applyRow(transaction, patches, implicitFirst ? 1 : 0) ? transaction : beginFromOthers(holder.state)
  }

  function isTextSelection(): boolean {
    return holder.state.selection instanceof TextSelection
  }

  /** Whether the block that holds the caret is another one afterwards. */
  function touchesCaret(transaction: Transaction): boolean {
    const { $from, $to } = holder.state.selection
    if ($from.depth === 0 || !$from.sameParent($to)) return true
    const position = transaction.mapping.mapResult($from.before(1), 1)
    return position.deleted || transaction.doc.nodeAt(position.pos)?.eq($from.node(1)) !== true
  }

  /** What others type at the caret stands behind it. */
  function moveCaret(transaction: Transaction): void {
    const { anchor, head } = holder.state.selection
    setCaret(transaction, transaction.mapping.map(anchor, -1), transaction.mapping.map(head, -1))
  }

  function caretCursors(): { anchor: A.Cursor | null; head: A.Cursor | null } | null {
    const { doc, selection } = holder.state
    const cursor = (position: number) => {
      const flat = flatOf(doc, position) - (implicitFirst ? 1 : 0)
      return flat > 0 ? A.getCursor(handle.doc(), TEXT, flat - 1, "before") : null
    }
    return { anchor: cursor(selection.anchor), head: cursor(selection.head) }
  }

  function restoreCaret(transaction: Transaction): void {
    if (caret === null) return moveCaret(transaction)
    const offset = implicitFirst ? 1 : 0
    const position = (cursor: A.Cursor | null, before: number) => {
      if (cursor === null) return transaction.mapping.map(before, -1)
      try {
        const left = A.getCursorPosition(handle.doc(), TEXT, cursor)
        return positionOf(transaction.doc, behind(handle.doc().text, left) + offset)
      } catch {
        return transaction.mapping.map(before, -1)
      }
    }
    const { anchor, head } = holder.state.selection
    setCaret(transaction, position(caret.anchor, anchor), position(caret.head, head))
  }

  function setCaret(transaction: Transaction, anchor: number, head: number): void {
    const end = transaction.doc.content.size
    const $anchor = transaction.doc.resolve(Math.min(anchor, end))
    const $head = transaction.doc.resolve(Math.min(head, end))
    if (!$anchor.parent.inlineContent || !$head.parent.inlineContent) return
    transaction.setSelection(new TextSelection($anchor, $head))
  }

  return {
    dispatch,
    flush,
    settle,
    isBehind,
    implicitFirst: () => implicitFirst,
    close() {
      callOff?.()
      callOffSettling?.()
      stop()
    },
  }
}

function bringsMarks(patch: A.Patch): boolean {
  if (patch.path[0] !== "text") return false
  return patch.action === "mark" || (patch.action === "splice" && Object.keys(patch.marks ?? {}).length > 0)
}

/** When nothing has happened for so many milliseconds. */
export function pause(milliseconds: number): Schedule {
  return (run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  }
}

function touchesText(change: DocumentChange): boolean {
  return change.patches.some((patch) => patch.path[0] === "text")
}

/** Whether two lists of heads name the same state. */
export function sameHeads(one: A.Heads, other: A.Heads): boolean {
  return one.length === other.length && one.every((head) => other.includes(head))
}
