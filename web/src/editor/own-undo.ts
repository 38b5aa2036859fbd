/**
 * Undo takes back one's own edits only.
 *
 * ProseMirror's history moves its steps through what others did meanwhile. Taking back an insertion in which
 * someone else has typed would delete their text with it; so the text of others is remembered as ranges, and what
 * an undo or redo deletes of it is put back in the same stroke.
 */
import { Fragment, type Node, Slice } from "prosemirror-model"
import { isHistoryTransaction } from "prosemirror-history"
import { Plugin, PluginKey, type Transaction } from "prosemirror-state"
import { ReplaceStep, type Step } from "prosemirror-transform"
import { fromOthers } from "./remote-change"

interface Range {
  from: number
  to: number
}

const key = new PluginKey<readonly Range[]>("others-text")

/** The plugin that remembers what others inserted, and protects it from undo. */
export function othersText(): Plugin<readonly Range[]> {
  return new Plugin<readonly Range[]>({
    key,
    state: {
      init: () => [],
      apply: (transaction, ranges) => {
        if (!transaction.docChanged) return ranges
        const others = transaction.getMeta(fromOthers) === true
        return others ? withInserted(ranges, transaction) : mapped(ranges, transaction)
      },
    },
    appendTransaction(transactions, before, after) {
      const undo = transactions.find((transaction) => isHistoryTransaction(transaction))
      const ranges = key.getState(before) ?? []
      if (undo === undefined || ranges.length === 0 || !undo.docChanged) return null
      const index = transactions.indexOf(undo)
      const transaction = after.tr
      for (const lost of lostText(undo, ranges, transactions.slice(0, index))) {
        let position = lost.position
        for (const later of transactions.slice(index + 1)) position = later.mapping.map(position, 1)
        position = transaction.mapping.map(position, 1)
        const $position = transaction.doc.resolve(position)
        if ($position.parent.inlineContent) {
          transaction.step(new ReplaceStep(position, position, new Slice(lost.content, 0, 0)))
        }
      }
      return transaction.docChanged ? transaction : null
    },
  })
}

function mapped(ranges: readonly Range[], transaction: Transaction): readonly Range[] {
  return ranges
    .map(({ from, to }) => ({ from: transaction.mapping.map(from, 1), to: transaction.mapping.map(to, -1) }))
    .filter(({ from, to }) => from < to)
}

function withInserted(ranges: readonly Range[], transaction: Transaction): readonly Range[] {
  let all = ranges
  transaction.steps.forEach((step) => {
    const map = step.getMap()
    all = all.map(({ from, to }) => ({ from: map.map(from, 1), to: map.map(to, -1) })).filter(({ from, to }) => from < to)
    if (isMarkup(step)) return
    const added: Range[] = []
    map.forEach((_oldStart, _oldEnd, newStart, newEnd) => {
      if (newStart < newEnd) added.push({ from: newStart, to: newEnd })
    })
    all = [...all, ...added]
  })
  return all
}

/** A step that only changes what a block is, not what stands in it. */
function isMarkup(step: Step): boolean {
  return !(step instanceof ReplaceStep)
}

/** The inline content of others that the steps delete, and where it belongs after all of them. */
function lostText(
  undo: Transaction,
  ranges: readonly Range[],
  earlier: readonly Transaction[],
): { position: number; content: Fragment }[] {
  let current = ranges
  for (const transaction of earlier) current = mapped(current, transaction)
  const lost: { position: number; content: Fragment }[] = []
  undo.steps.forEach((step, index) => {
    const map = step.getMap()
    const doc = undo.docs[index]
    if (step instanceof ReplaceStep && doc !== undefined) {
      for (const { from, to } of current) {
        const start = Math.max(from, step.from)
        const end = Math.min(to, step.to)
        if (start >= end) continue
        const content = inlineBetween(doc, start, end)
        if (content.size === 0) continue
        lost.push({ position: undo.mapping.slice(index).map(step.from, -1), content })
      }
    }
    current = current.map(({ from, to }) => ({ from: map.map(from, 1), to: map.map(to, -1) })).filter(({ from, to }) => from < to)
  })
  return lost
}

function inlineBetween(doc: Node, from: number, to: number): Fragment {
  let content = Fragment.empty
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isInline) return true
    content = content.append(
      Fragment.from(node.isText ? node.cut(Math.max(0, from - position), Math.min(node.nodeSize, to - position)) : node),
    )
    return false
  })
  return content
}
