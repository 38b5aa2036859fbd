/**
 * Undo takes back the marking or the removal of a key point, in its turn among the edits of the text.
 *
 * The text's history knows nothing of key points. So what was marked or removed is remembered with the depth that the
 * history then had; where the history stands at that depth, undo and redo are about the key point.
 */
import { redoDepth, undoDepth } from "prosemirror-history"
import type { Command, EditorState } from "prosemirror-state"
import { redoLast, undoLast } from "./history-commands"
import type { DocumentHandle, RichTextDocument, StoredKeyPoint } from "./document"
import { stateOfKeyPoint } from "./key-point-marks"
import { removeKeyPoint, restoreKeyPoint, surroundingsOfKeyPoint } from "./key-points"
import type { Surroundings } from "./text-row"

/** What was marked, removed or taken back here. */
export interface Markings {
  marked(id: string): void
  remove(id: string): void
  /** The key point that undo would bring back now. */
  removed(): string | null
  /** The text was edited here, other than by undo and redo. */
  edited(): void
  canUndo(): boolean
  canRedo(): boolean
  /** Takes back the last mark or removal if that was the last thing done, else goes on with the text. */
  undo: Command
  redo: Command
}

interface Step {
  id: string
  /** Whether the key point is there after it. */
  isThere: boolean
  record: StoredKeyPoint
  depth: number
  /** What stood around its words when it was taken away. */
  stood: Surroundings | null
}

/** Begins to remember. `change` writes into the document and has what is drawn follow; `tell` says that there is another step. */
export function openMarkings(
  handle: DocumentHandle,
  stateNow: () => EditorState,
  change: (write: (doc: RichTextDocument) => void) => void,
  tell: () => void,
): Markings {
  let done: Step[] = []
  let undone: Step[] = []
  /** How deep the history was when it was last seen. */
  let seen = 0

  const lastOf = (steps: readonly Step[], depthOf: (state: EditorState) => number): Step | null => {
    const last = steps.at(-1)
    return last !== undefined && last.depth === depthOf(stateNow()) && isUntouched(last) ? last : null
  }
  const undoable = () => lastOf(done, undoDepth)
  const redoable = () => lastOf(undone, redoDepth)

  /** Whether nobody has changed the key point since, or decided on it, or brought it back. */
  function isUntouched({ id, isThere, record }: Step): boolean {
    const state = stateOfKeyPoint(stateNow(), id)
    const stored = handle.doc().keyPoints?.[id]
    if (stored === undefined || !isThere) return stored === undefined && !isThere
    // Words that were deleted and came back are new letters: then the anchors are others without anybody's doing.
    const { start, end } = record
    return (state === null || state === "captured") && JSON.stringify({ ...stored, start, end }) === JSON.stringify(record)
  }

  /** Removes the key point, or brings it back, and gives that as a step. */
  function turned(step: Step, depth: number): Step {
    const { id, isThere, stood } = step
    const record = handle.doc().keyPoints?.[id] ?? step.record
    const text = stateNow().doc
    if (isThere) {
      const stands = surroundingsOfKeyPoint(handle.doc(), record, text)
      change((doc) => removeKeyPoint(doc, id))
      return { id, isThere: false, record, depth, stood: stands }
    }
    change((doc) => restoreKeyPoint(doc, id, record, text, stood))
    return { id, isThere: true, record: handle.doc().keyPoints?.[id] ?? record, depth, stood: null }
  }

  function begin(id: string, run: (there: Step) => Step): void {
    const record = handle.doc().keyPoints?.[id]
    if (record === undefined) return
    undone = []
    done.push(run({ id, isThere: true, record, depth: undoDepth(stateNow()), stood: null }))
    tell()
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
    marked: (id) => begin(id, (step) => step),
    remove: (id) => begin(id, (step) => turned(step, step.depth)),
    removed() {
      const last = undoable()
      return last === null || last.isThere ? null : last.id
    },
    edited() {
      const depth = undoDepth(stateNow())
      // A long history forgets its oldest edits: then no depth is what it was. And an edit of no depth cannot be taken
      // back on its own, nor then what was marked before it.
      done = depth < seen ? [] : done.filter((step) => step.depth < depth)
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
        undone.push(turned(last, redoDepth(state)))
        tell()
      }
      return true
    },
    redo(state, dispatch, view) {
      const last = redoable()
      if (last === null) return redoText(state, dispatch, view)
      if (dispatch !== undefined) {
        undone.pop()
        done.push(turned(last, undoDepth(state)))
        tell()
      }
      return true
    },
  }
}
