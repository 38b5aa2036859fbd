/**
 * Undo and redo, as keys and menus call them.
 *
 * What others did meanwhile may leave of an edit nothing that could be taken back: then the next one is. And where an
 * edit's place has another shape by now, because others joined or split the blocks around it, it is taken back there
 * as far as it fits; the history alone would leave it and forget it. What others made of a block since stays.
 */
import { redo, undo } from "prosemirror-history"
import { Slice } from "prosemirror-model"
import type { Command, EditorState, Transaction } from "prosemirror-state"
import { ReplaceAroundStep, ReplaceStep, replaceStep, StepResult } from "prosemirror-transform"
import { turnedSince } from "./others-blocks"

/** Takes back the last edit of which something is left. */
export const undoLast = untilItShows(undo, "undo")

/** Does again what was taken back last. */
export const redoLast = untilItShows(redo, "redo")

function untilItShows(command: Command, side: "undo" | "redo"): Command {
  return (state, dispatch, view) => {
    if (dispatch === undefined) return command(state, undefined, view)
    let now = state
    let done = false
    const take = (transaction: Transaction) => {
      const before = now
      now = before.apply(transaction)
      dispatch(transaction)
    }
    for (;;) {
      const { doc } = now
      if (!command(fitting(now, side), take, view)) return done
      done = true
      if (!now.doc.eq(doc)) return true
    }
  }
}

/** The same state; what the history does in it is fitted in where it does not fit as it is. */
function fitting(state: EditorState, side: "undo" | "redo"): EditorState {
  return new Proxy(state, {
    get: (target, name): unknown => (name === "tr" ? fittingTransaction(target, side) : Reflect.get(target, name)),
  })
}

function fittingTransaction(state: EditorState, side: "undo" | "redo"): Transaction {
  const transaction = state.tr
  const turned = turnedSince(state, side)
  const take = transaction.maybeStep.bind(transaction)
  transaction.maybeStep = (step) => {
    if (step instanceof ReplaceAroundStep && turned.some((position) => transaction.mapping.map(position, 1) === step.from)) {
      return StepResult.fail("others have turned the block since")
    }
    const result = take(step)
    if (result.failed === null || !(step instanceof ReplaceStep)) return result
    // If what would come fits nowhere, at least what is to go goes.
    for (const slice of [step.slice, Slice.empty]) {
      const fitted = replaceStep(transaction.doc, step.from, step.to, slice)
      if (!(fitted instanceof ReplaceStep)) continue
      const taken = take(fitted)
      if (taken.failed === null) return taken
    }
    return result
  }
  return transaction
}
