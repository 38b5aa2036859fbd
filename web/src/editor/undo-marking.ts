/**
 * Undo takes back the marking of a key point, when that was the last thing done here.
 *
 * The text's history knows nothing of key points. So what was marked is remembered with the depth that the history
 * then had, until the next edit; where the history stands at that depth, undo and redo are about the mark.
 */
import { redoDepth, undoDepth } from "prosemirror-history"
import type { Command, EditorState } from "prosemirror-state"
import { redoLast, undoLast } from "./history-commands"
import type { DocumentHandle, RichTextDocument, StoredKeyPoint } from "./document"
import { stateOfKeyPoint } from "./key-point-marks"
import { removeKeyPoint, restoreKeyPoint, surroundingsOfKeyPoint } from "./key-points"
import type { Surroundings } from "./text-row"

/** What was marked or taken back here since the last edit. */
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
    return (state === null || state === "captured") && JSON.stringify(stored) === JSON.stringify(record)
  }

  function remember(id: string): void {
    const record = handle.doc().keyPoints?.[id]
    if (record !== undefined) done.push({ id, record, depth: undoDepth(stateNow()), stood: null })
  }

  return {
    marked(id) {
      undone = []
      remember(id)
    },
    edited() {
      done = []
      undone = []
    },
    canUndo: () => undoable() !== null,
    canRedo: () => redoable() !== null,
    undo(state, dispatch, view) {
      const last = undoable()
      if (last === null) return undoLast(state, dispatch, view)
      if (dispatch !== undefined) {
        done.pop()
        const stood = surroundingsOfKeyPoint(handle.doc(), last.record, state.doc)
        undone.push({ ...last, depth: redoDepth(state), stood })
        change((doc) => removeKeyPoint(doc, last.id))
      }
      return true
    },
    redo(state, dispatch, view) {
      const last = redoable()
      if (last === null) return redoLast(state, dispatch, view)
      if (dispatch !== undefined) {
        undone.pop()
        change((doc) => restoreKeyPoint(doc, last.id, last.record, state.doc, last.stood))
        remember(last.id)
      }
      return true
    },
  }
}
