/**
 * Adds to what the history did, as a part of it.
 *
 * What a plugin appends to an undo becomes a part of the event that can be redone; but ProseMirror's history forgets
 * to move the events that can still be undone through it, so the next undo would hit the wrong place. The same holds
 * for redo. Here both sides hear of it.
 */
import type { EditorState, Transaction } from "prosemirror-state"
import type { StepMap } from "prosemirror-transform"

/** What of prosemirror-history's inner state is used. */
interface HistoryState {
  done: Branch
  undone: Branch
}

interface Branch {
  addMaps(maps: readonly StepMap[]): Branch
  addTransform(transform: Transaction, selection: undefined, config: unknown, preserveItems: boolean): Branch
}

interface HistoryMeta {
  redo: boolean
  historyState: HistoryState
}

/** Makes a transaction, which is to be appended in this state, a part of an undo or redo. */
export function asPartOf(undo: Transaction, state: EditorState, transaction: Transaction): void {
  for (const { spec } of state.plugins) {
    if (spec.key === undefined) continue
    const meta: unknown = undo.getMeta(spec.key)
    const history: unknown = spec.key.getState(state)
    if (!isHistoryMeta(meta) || !isHistoryState(history)) continue
    const grows = meta.redo ? "done" : "undone"
    const moves = meta.redo ? "undone" : "done"
    const next: HistoryState = Object.assign(Object.create(Object.getPrototypeOf(history) as object), history, {
      [grows]: history[grows].addTransform(transaction, undefined, spec.config, false),
      [moves]: history[moves].addMaps(transaction.mapping.maps),
    })
    transaction.setMeta(spec.key, { redo: meta.redo, historyState: next } satisfies HistoryMeta)
    return
  }
}

/** Whether something that the history did, in a state of this editor, does again what was undone. */
export function isRedo(transaction: Transaction, state: EditorState): boolean {
  return state.plugins.some(({ spec }) => {
    const meta: unknown = spec.key === undefined ? undefined : transaction.getMeta(spec.key)
    return isHistoryMeta(meta) && meta.redo
  })
}

function isHistoryMeta(meta: unknown): meta is HistoryMeta {
  return typeof meta === "object" && meta !== null && "historyState" in meta && "redo" in meta
}

function isHistoryState(state: unknown): state is HistoryState {
  return typeof state === "object" && state !== null && "done" in state && "undone" in state
}
