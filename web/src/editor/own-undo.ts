/**
 * Undo takes back one's own edits only.
 *
 * ProseMirror's history moves its steps through what others did meanwhile. Taking back an insertion in which
 * someone else has typed would delete their text with it; so the text of others is remembered as ranges, and what
 * an undo or redo deletes of it is put back in the same stroke.
 */
import { Fragment, type Mark, type Node, Slice } from "prosemirror-model"
import { isHistoryTransaction } from "prosemirror-history"
import { Plugin, PluginKey, type Transaction } from "prosemirror-state"
import { ReplaceStep, type Step } from "prosemirror-transform"
import { fromOthers } from "./remote-change"
import { schema } from "./schema"

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
      if (undo === undefined || !undo.docChanged) return null
      const ranges = key.getState(before) ?? []
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
      mendPairs(transaction, before.doc)
      return transaction.docChanged ? transaction : null
    },
  })
}

const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** History may put text between the two halves of a character that came back elsewhere: they are brought together. */
function mendPairs(transaction: Transaction, before: Node): void {
  const old = new Set<Node>()
  before.forEach((block) => old.add(block))
  const halves: { position: number; high: boolean; code: number; marks: readonly Mark[] }[] = []
  transaction.doc.forEach((block, start) => {
    if (old.has(block) || !HALF.test(block.textContent)) return
    block.forEach((child, offset) => {
      const text = child.text ?? ""
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        if (code < 0xd800 || code > 0xdfff) continue
        const low = text.charCodeAt(i + 1)
        if (code < 0xdc00 && low >= 0xdc00 && low <= 0xdfff) i += 1
        else halves.push({ position: start + 1 + offset + i, high: code < 0xdc00, code, marks: child.marks })
      }
    })
  })
  for (let i = halves.length - 1; i >= 0; i--) {
    const half = halves[i]
    const partner = halves[i - 1]
    if (half === undefined) continue
    transaction.delete(half.position, half.position + 1)
    if (half.high || partner?.high !== true) continue
    const whole = schema.text(String.fromCharCode(partner.code, half.code), partner.marks)
    transaction.replaceWith(partner.position, partner.position + 1, whole)
    i -= 1
  }
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
