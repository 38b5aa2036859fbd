/**
 * Undo takes back the marking of a key point, in its turn among the edits of the text.
 *
 * The text's history knows nothing of key points. So what was marked is remembered with the depth that the history
 * then had; where the history stands at that depth, undo and redo are about the mark.
 */
import { redoDepth, undoDepth } from "prosemirror-history"
import type { Command, EditorState } from "prosemirror-state"
import { redoLast, undoLast } from "./history-commands"
import type { DocumentHandle, RichTextDocument, StoredKeyPoint } from "./document"
import { stateOfKeyPoint } from "./key-point-marks"
import { removeKeyPoint, restoreKeyPoint, surroundingsOfKeyPoint } from "./key-points"
import type { Surroundings } from "./text-row"

/** What was marked or taken back here. */
export interface Markings {
  marked(id: string): void
  /** The text was edited here, other than by undo and redo. */
  edited(): void
  canUndo(): boolean
  canRedo(): boolean
  /** Takes back the last mark if that was the last thing done, else goes on with the text. */
  undo: Command
  redo: Command
}

interface Marking {
  id: string
  record: StoredKeyPoint
  depth: number
  /** What stood around its words when it was taken back. */
  stood: Surroundings | null
}

/** Begins to remember. `change` writes into the document, and has what is drawn follow. */
export function openMarkings(
  handle: DocumentHandle,
  stateNow: () => EditorState,
  change: (write: (doc: RichTextDocument) => void) => void,
): Markings {
  let done: Marking[] = []
  let undone: Marking[] = []
  /** How deep the history was when it was last seen. */
  let seen = 0

  const undoable = (): Marking | null => {
    const last = done.at(-1)
    return last !== undefined && last.depth === undoDepth(stateNow()) && isUntouched(last) ? last : null
  }
  const redoable = (): Marking | null => {
    const last = undone.at(-1)
    return last !== undefined && last.depth === redoDepth(stateNow()) ? last : null
  }

  /** Whether nobody has changed the key point since, or decided on it. */
  function isUntouched({ id, record }: Marking): boolean {
    const state = stateOfKeyPoint(stateNow(), id)
    const stored = handle.doc().keyPoints?.[id]
    if (stored === undefined) return false
    // Words that were deleted and came back are new letters: then the anchors are others without anybody's doing.
    const { start, end } = record
    return (state === null || state === "captured") && JSON.stringify({ ...stored, start, end }) === JSON.stringify(record)
  }

  function remember(id: string): void {
    const record = handle.doc().keyPoints?.[id]
    if (record !== undefined) done.push({ id, record, depth: undoDepth(stateNow()), stood: null })
  }

  /** Runs undo or redo of the text, and sees how deep the history is then. */
  function withText(command: Command): Command {
    return (state, dispatch, view) => {
      const ran = command(state, dispatch, view)
      if (dispatch !== undefined) seen = undoDepth(stateNow())
      return ran
    }
  }
  const [undoText, redoText] = [withText(undoLast), withText(redoLast)]

  return {
    marked(id) {
      undone = []
      remember(id)
    },
    edited() {
      const depth = undoDepth(stateNow())
      // A long history forgets its oldest edits: then no depth is what it was. And an edit of no depth cannot be taken
      // back on its own, nor then what was marked before it.
      done = depth < seen ? [] : done.filter((marking) => marking.depth < depth)
      undone = []
      seen = depth
    },
    canUndo: () => undoable() !== null,
    canRedo: () => redoable() !== null,
    undo(state, dispatch, view) {
      const last = undoable()
      if (last === null) return undoText(state, dispatch, view)
      if (dispatch !== undefined) {
        done.pop()
        const record = handle.doc().keyPoints?.[last.id] ?? last.record
        const stood = surroundingsOfKeyPoint(handle.doc(), record, state.doc)
        undone.push({ ...last, record, depth: redoDepth(state), stood })
        change((doc) => removeKeyPoint(doc, last.id))
      }
      return true
    },
    redo(state, dispatch, view) {
      const last = redoable()
      if (last === null) return redoText(state, dispatch, view)
      if (dispatch !== undefined) {
        undone.pop()
        change((doc) => restoreKeyPoint(doc, last.id, last.record, state.doc, last.stood))
        remember(last.id)
      }
      return true
    },
  }
}
