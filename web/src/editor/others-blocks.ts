/**
 * Which blocks others turned into something else, and which of one's own edits are older than that: undo and redo of
 * those leave the block what it is.
 */
import { isHistoryTransaction, redoDepth, undoDepth } from "prosemirror-history"
import type { Node } from "prosemirror-model"
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state"
import { ReplaceAroundStep, type Step } from "prosemirror-transform"
import { fromOthers } from "./remote-change"

/** A block that others turned. Events of the history up to these depths are older. */
interface Turned {
  position: number
  undo: number
  redo: number
}

const key = new PluginKey<readonly Turned[]>("others-blocks")

/** The plugin that remembers them. It comes behind the history. */
export function othersBlocks(): Plugin<readonly Turned[]> {
  return new Plugin<readonly Turned[]>({
    key,
    state: {
      init: () => [],
      apply: (transaction, turned, before, after) => lowered(followed(turned, transaction, after), transaction, before, after),
    },
  })
}

/** The positions of blocks that others turned after the edit that undo or redo would take next. */
export function turnedSince(state: EditorState, side: "undo" | "redo"): number[] {
  const depth = side === "undo" ? undoDepth(state) : redoDepth(state)
  return (key.getState(state) ?? []).filter((one) => one[side] >= depth).map(({ position }) => position)
}

function followed(turned: readonly Turned[], transaction: Transaction, after: EditorState): readonly Turned[] {
  const theirs = transaction.getMeta(fromOthers) === true
  let found = turned
  transaction.steps.forEach((step, index) => {
    found = found.flatMap((one) => {
      const { pos, deletedAfter } = step.getMap().mapResult(one.position, 1)
      return deletedAfter && !(step instanceof ReplaceAroundStep) ? [] : [{ ...one, position: pos }]
    })
    const position = theirs ? turnedBy(step, transaction.docs[index] ?? transaction.before) : null
    if (position === null) return
    const others = found.filter((one) => one.position !== position)
    found = [...others, { position, undo: undoDepth(after), redo: redoDepth(after) }]
  })
  return found
}

/** The position of the block that a step turns into another kind. */
function turnedBy(step: Step, doc: Node): number | null {
  if (!(step instanceof ReplaceAroundStep)) return null
  const [old, now] = [doc.nodeAt(step.from), step.slice.content.firstChild]
  if (old === null || now === null) return null
  const isSame = old.type === now.type && old.attrs.level === now.attrs.level && old.attrs.indent === now.attrs.indent
  return isSame ? null : step.from
}

/** What has come into the history since is newer, also where it stands as deep as something older stood. */
function lowered(
  turned: readonly Turned[],
  transaction: Transaction,
  before: EditorState,
  after: EditorState,
): readonly Turned[] {
  if (turned.length === 0) return turned
  const [undo, redo] = [undoDepth(after), redoDepth(after)]
  // Once there are too many events, the history drops its oldest ones; the others move down.
  const dropped = isHistoryTransaction(transaction) || undo >= undoDepth(before) ? 0 : undoDepth(before) + 1 - undo
  return turned
    .map((one) => ({ ...one, undo: Math.min(one.undo - dropped, undo), redo: Math.min(one.redo, redo) }))
    .filter((one) => one.undo > 0 || one.redo > 0)
}
