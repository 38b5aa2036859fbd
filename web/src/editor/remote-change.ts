/**
 * What others did, as one transaction of the editor.
 *
 * Automerge's patches tell exactly which letters and borders came and went, also of equal ones; so they are taken over
 * first. Where they bring more than text, the text is also rendered anew, and what still differs is changed. Either
 * way the steps are small, so that undo and the caret stay where they belong.
 */
import * as A from "@automerge/automerge"
import { Fragment, type Node, Slice } from "prosemirror-model"
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state"
import { ReplaceStep } from "prosemirror-transform"
import { blockAttrs, makeBlock, nodeName, schema } from "./schema"
import { markOf, marksOf, textNodes } from "./blocks"
import { type Item, itemsOfBlocks, markerOf, shortScript } from "./items"
import { differingBlocks, positionOf, positionsOf, startOfBlock } from "./local-change"

/** The meta tag of transactions that bring what others did: neither sent back nor undone. */
export const fromOthers = new PluginKey<undefined>("from-others")

/** Begins a transaction that brings what others did. */
export function beginFromOthers(state: EditorState): Transaction {
  return state.tr.setMeta(fromOthers, true).setMeta("addToHistory", false)
}

/** A plugin that adds to each edit made here what belongs to it. */
export function completing(add: (before: EditorState, after: EditorState, made: readonly Transaction[]) => Transaction | null): Plugin {
  return new Plugin({
    appendTransaction(made, before, after) {
      const isOwn = before.doc !== after.doc && made.every((transaction) => transaction.getMeta(fromOthers) !== true)
      return isOwn ? add(before, after, made) : null
    },
  })
}

/**
 * Applies patches one by one. False when one of them is more than text and marks inside blocks: then the
 * transaction is to be thrown away and the text to be rendered.
 */
export function applyPatches(transaction: Transaction, patches: readonly A.Patch[], markers: 0 | 1): boolean {
  for (const patch of patches) {
    if (patch.path[0] !== "text") continue
    if (!applyPatch(transaction, patch, markers)) return false
  }
  return true
}

/**
 * Applies patches so far that each letter and each border stands where it belongs. Which block begins at a border, and
 * whether it is an embed, is left to comparing. False when that cannot be done: then the transaction is to be thrown away.
 */
export function applyRow(transaction: Transaction, patches: readonly A.Patch[], markers: 0 | 1): boolean {
  return patches.every((patch) => {
    if (patch.path[0] !== "text" || patch.path.length > 2) return true
    return applyPatch(transaction, patch, markers) || applyBorders(transaction, patch, markers)
  })
}

function applyBorders(transaction: Transaction, patch: A.Patch, offset: 0 | 1): boolean {
  const index = patch.path[1]
  if (typeof index !== "number") return false
  const flat = index + offset
  if (patch.action === "del") removeRow(transaction, flat, flat + (patch.length ?? 1))
  if (patch.action === "del") return true
  if (patch.action !== "insert") return false
  for (let count = patch.values.length; count > 0; count--) insertItems(transaction, flat, [NEW_BLOCK])
  return true
}

const NEW_BLOCK = markerOf(makeBlock("paragraph", {}, []))

function applyPatch(transaction: Transaction, patch: A.Patch, offset: 0 | 1): boolean {
  if (patch.action === "mark") {
    return patch.marks.every((mark) => {
      const made = markOf(mark.name, mark.value)
      const range = [mark.start + offset, mark.end + offset] as const
      if (made !== null) addMark(transaction, range, made)
      else removeMark(transaction, range, mark.name)
      return true
    })
  }
  if (patch.path.length !== 2) return false
  const index = patch.path[1]
  if (typeof index !== "number") return false
  const flat = index + offset
  // Before the first marker there is no block to put it into.
  if (flat === 0) return false
  if (patch.action === "splice") {
    const position = positionOf(transaction.doc, flat)
    transaction.replaceWith(position, position, textNodes(patch.value, marksOf(patch.marks)))
    return true
  }
  if (patch.action === "del") return removeInline(transaction, flat, patch.length ?? 1)
  return false
}

function removeInline(transaction: Transaction, flat: number, length: number): boolean {
  const from = positionOf(transaction.doc, flat)
  const to = from + length
  const $from = transaction.doc.resolve(from)
  // The position of a marker reads as the end of the block before it.
  if ($from.parentOffset + length > $from.parent.content.size) return false
  transaction.delete(from, to)
  return true
}

function addMark(transaction: Transaction, range: readonly [number, number], mark: ReturnType<typeof schema.mark>) {
  eachInline(transaction.doc, range, (from, to) => transaction.addMark(from, to, mark))
}

function removeMark(transaction: Transaction, range: readonly [number, number], name: string) {
  const type = schema.marks[name]
  if (type === undefined) return
  eachInline(transaction.doc, range, (from, to) => transaction.removeMark(from, to, type))
}

/** Calls back for each stretch of text in a flat range. Embeds bear no marks. */
function eachInline(
  doc: Node,
  [start, end]: readonly [number, number],
  callback: (from: number, to: number) => void,
): void {
  doc.forEach((block, position, index) => {
    if (position - index >= end || position - index + block.nodeSize <= start) return
    block.forEach((child, offset) => {
      if (!child.isText && child.type.name !== "line_break") return
      const from = Math.max(start + index, position + 1 + offset)
      const to = Math.min(end + index, position + 1 + offset + child.nodeSize)
      if (from < to) callback(from, to)
    })
  })
}

/** Turns the transaction's document into another one by steps as small as can be found. */
export function changeInto(transaction: Transaction, target: Node): void {
  const before = transaction.doc
  const { first, oldEnd, newEnd } = differingBlocks(before, target)
  if (first === oldEnd && first === newEnd) return
  const oldItems = itemsOfBlocks(before, first, oldEnd)
  const newItems = itemsOfBlocks(target, first, newEnd)
  const start = startOfBlock(before, first) - first
  writeScript(transaction, oldItems, newItems, start)
  if (!transaction.doc.eq(target)) replaceDifference(transaction, target)
}

function writeScript(transaction: Transaction, before: readonly Item[], after: readonly Item[], start: number): void {
  const script = shortScript(before, after)
  const flats = positionsOf(before, start)
  for (const hunk of script.toReversed()) {
    const from = flats[hunk.oldFrom] ?? start
    removeRow(transaction, from, flats[hunk.oldTo] ?? from)
    insertItems(transaction, from, after.slice(hunk.newFrom, hunk.newTo))
  }
  adjustKept(transaction, after, start)
}

/** The index of the block whose marker stands at a flat position. */
export function blockAt(doc: Node, flat: number): number | null {
  let opening = 0
  for (let index = 0; index < doc.childCount; index++) {
    if (opening === flat) return index
    opening += 1 + doc.child(index).content.size
  }
  return null
}

/** Inserts items in front of whatever stands at the flat position, in one step. */
export function insertItems(transaction: Transaction, flat: number, items: readonly Item[]): void {
  const { doc } = transaction
  if (items.length === 0) return
  const border = items.findIndex(({ is }) => is === "marker")
  if (flat === 0 && border === 0) {
    transaction.insert(0, blocksOf(items))
    return
  }
  const position = positionOf(doc, Math.max(flat, 1))
  const lead = inlineOf(border < 0 ? items : items.slice(0, border))
  const blocks = [doc.resolve(position).parent.copy(lead), ...blocksOf(items.slice(border))]
  const slice = border < 0 ? new Slice(lead, 0, 0) : new Slice(Fragment.from(blocks), 1, 1)
  transaction.step(new ReplaceStep(position, position, slice))
}

/** Removes what stands between two flat positions, in one step. The first block's marker only goes with all of the block. */
export function removeRow(transaction: Transaction, from: number, to: number): void {
  const { doc } = transaction
  const next = from === 0 ? blockAt(doc, to) : null
  if (next !== null && next > 0) transaction.delete(0, startOfBlock(doc, next))
  else if (Math.max(from, 1) < to) {
    transaction.step(new ReplaceStep(positionOf(doc, Math.max(from, 1)), positionOf(doc, to), Slice.empty))
  }
}

/** Whole blocks of items that begin with a marker. */
function blocksOf(items: readonly Item[]): Node[] {
  const blocks: Node[] = []
  let end = items.length
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]
    if (item?.is !== "marker") continue
    const content = inlineOf(items.slice(i + 1, end))
    blocks.unshift(makeBlock(item.type, item.attrs, []).copy(content))
    end = i
  }
  return blocks
}

/** What stands in a line. */
function inlineOf(items: readonly Item[]): Fragment {
  const nodes: Node[] = []
  let text = ""
  let marks: Extract<Item, { is: "text" }>["marks"] = []
  const flush = () => {
    if (text !== "") nodes.push(...textNodes(text, marks))
    text = ""
  }
  for (const item of items) {
    if (item.is === "marker") continue
    if (item.is === "text") {
      if (item.marks !== marks) flush()
      marks = item.marks
      text += item.text
      continue
    }
    flush()
    const node = schema.nodes[item.type]?.create({ id: item.id })
    if (node !== undefined) nodes.push(node)
  }
  flush()
  return Fragment.fromArray(nodes)
}

/** Brings markup and marks of what stayed up to date; the row itself is already right. */
function adjustKept(transaction: Transaction, after: readonly Item[], start: number): void {
  const flats = positionsOf(after, start)
  after.forEach((item, index) => {
    if (item.is === "marker") adjustMarker(transaction, flats[index] ?? start, item)
  })
  let from = 0
  while (from < after.length) {
    const item = after[from]
    let to = from + 1
    if (item?.is === "text") {
      while (to < after.length) {
        const next = after[to]
        if (next?.is !== "text" || next.marks !== item.marks) break
        to += 1
      }
      const begin = positionOf(transaction.doc, flats[from] ?? 0)
      adjustMarks(transaction, begin, begin + (flats[to] ?? 0) - (flats[from] ?? 0), item.marks)
    }
    from = to
  }
}

function adjustMarker(transaction: Transaction, flat: number, item: Extract<Item, { is: "marker" }>): void {
  const index = blockAt(transaction.doc, flat)
  if (index === null) return
  const node = transaction.doc.child(index)
  const wanted = schema.nodes[nodeName(item.type)]
  const attrs = blockAttrs(item.type, item.attrs)
  if (wanted === undefined || node.hasMarkup(wanted, attrs)) return
  transaction.setNodeMarkup(startOfBlock(transaction.doc, index), wanted, attrs)
}

function adjustMarks(transaction: Transaction, from: number, to: number, marks: readonly { type: { name: string } }[]) {
  if (to > transaction.doc.content.size) return
  for (const name of ["strong", "em", "link"] as const) {
    const type = schema.marks[name]
    if (type === undefined) continue
    const wanted = marks.find((mark) => mark.type.name === name)
    if (wanted === undefined) {
      if (transaction.doc.rangeHasMark(from, to, type)) transaction.removeMark(from, to, type)
    } else {
      const mark = name === "link" ? schema.mark("link", "attrs" in wanted ? { ...Object(wanted.attrs) } : {}) : schema.mark(name)
      transaction.addMark(from, to, mark)
    }
  }
}

/** The last resort: one step over everything that differs. */
function replaceDifference(transaction: Transaction, target: Node): void {
  const { first, oldEnd, newEnd } = differingBlocks(transaction.doc, target)
  const blocks: Node[] = []
  for (let index = first; index < newEnd; index++) blocks.push(target.child(index))
  const from = startOfBlock(transaction.doc, first)
  const to = startOfBlock(transaction.doc, oldEnd)
  transaction.step(new ReplaceStep(from, to, new Slice(Fragment.fromArray(blocks), 0, 0)))
}
