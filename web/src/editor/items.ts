/**
 * The document as the flat row that Automerge keeps: block markers, characters and embeds, one after the other.
 *
 * A position in that row is called flat. Because blocks never nest, the editor's position of something in the
 * n-th block is its flat position plus n (the marker is the block's opening, its closing has none).
 */
import type { Mark, Node } from "prosemirror-model"
import { type BlockAttrs, type BlockType, blockTypeOf } from "./schema"
import { attrsOf } from "./blocks"

/** One thing in the row. Two items with equal keys are the same thing, apart from marks and attributes. */
export type Item =
  | { is: "marker"; key: string; type: BlockType; attrs: BlockAttrs }
  | { is: "text"; key: string; text: string; marks: readonly Mark[] }
  | { is: "embed"; key: string; type: string; id: string | null }

/** How many flat positions an item takes: two for a character outside the basic plane. */
export function widthOf(item: Item): number {
  return item.is === "text" ? item.text.length : 1
}

/** The marker of a block. */
export function markerOf(block: Node): Item {
  const attrs = attrsOf(block)
  return { is: "marker", key: attrs.id === null ? "¶" : `¶${attrs.id}`, type: blockTypeOf(block) ?? "paragraph", attrs }
}

/** The items that stand between two positions of the editor. A marker stands where its block opens. */
export function itemsBetween(doc: Node, from: number, to: number): Item[] {
  const items: Item[] = []
  let start = 0
  for (let index = 0; index < doc.childCount && start < to; index++) {
    const block = doc.child(index)
    const end = start + block.nodeSize
    if (end > from) {
      if (start >= from) items.push(markerOf(block))
      pushInline(items, block, from - start - 1, to - start - 1)
    }
    start = end
  }
  return items
}

/** The items of the blocks with these indexes. */
export function itemsOfBlocks(doc: Node, fromIndex: number, toIndex: number): Item[] {
  const items: Item[] = []
  for (let index = fromIndex; index < toIndex; index++) {
    const block = doc.child(index)
    items.push(markerOf(block))
    pushInline(items, block, 0, block.content.size)
  }
  return items
}

function pushInline(items: Item[], block: Node, from: number, to: number): void {
  block.forEach((child, offset) => {
    if (offset >= to || offset + child.nodeSize <= from) return
    if (child.isText) {
      const text = child.text ?? ""
      const start = Math.max(0, from - offset)
      const end = Math.min(text.length, to - offset)
      for (const character of text.slice(start, end)) {
        items.push({ is: "text", key: character, text: character, marks: child.marks })
      }
    } else if (child.type.name === "line_break") {
      items.push({ is: "text", key: "\n", text: "\n", marks: child.marks })
    } else {
      const id = typeof child.attrs.id === "string" ? child.attrs.id : null
      items.push({ is: "embed", key: `◻${child.type.name}${id ?? ""}`, type: child.type.name, id })
    }
  })
}

/** Old items `[oldFrom, oldTo)` give way to new items `[newFrom, newTo)`. */
export interface Hunk {
  oldFrom: number
  oldTo: number
  newFrom: number
  newTo: number
}

/** How one row becomes another: hunks in order; everything between them stays. */
export type Script = readonly Hunk[]

/** Replaces all that differs at one stretch: only the equal beginning and end stay. */
export function trimmedScript(before: readonly Item[], after: readonly Item[]): Script {
  const { start, oldEnd, newEnd } = trim(before, after)
  if (start === oldEnd && start === newEnd) return []
  return [{ oldFrom: start, oldTo: oldEnd, newFrom: start, newTo: newEnd }]
}

/** Finds a short script by Myers' method; very different rows are replaced at one stretch. */
export function shortScript(before: readonly Item[], after: readonly Item[]): Script {
  const { start, oldEnd, newEnd } = trim(before, after)
  if (start === oldEnd || start === newEnd) return trimmedScript(before, after)
  const hunks = myers(before, after, start, oldEnd, newEnd)
  return hunks ?? [{ oldFrom: start, oldTo: oldEnd, newFrom: start, newTo: newEnd }]
}

function trim(before: readonly Item[], after: readonly Item[]) {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start]?.key === after[start]?.key) start += 1
  let same = 0
  while (same < shorter - start && before[before.length - 1 - same]?.key === after[after.length - 1 - same]?.key) {
    same += 1
  }
  return { start, oldEnd: before.length - same, newEnd: after.length - same }
}

/** Beyond this many differences the rows count as different altogether. */
const MOST_DIFFERENCES = 1500

function myers(
  before: readonly Item[],
  after: readonly Item[],
  start: number,
  oldEnd: number,
  newEnd: number,
): Hunk[] | null {
  const oldLength = oldEnd - start
  const newLength = newEnd - start
  const most = Math.min(oldLength + newLength, MOST_DIFFERENCES)
  const trace: Int32Array[] = []
  const reach = new Int32Array(2 * most + 3)
  const middle = most + 1
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice(middle - d - 1, middle + d + 2))
    for (let k = -d; k <= d; k += 2) {
      const left = reach[middle + k - 1] ?? 0
      const right = reach[middle + k + 1] ?? 0
      let x = k === -d || (k !== d && left < right) ? right : left + 1
      while (x < oldLength && x - k < newLength && before[start + x]?.key === after[start + x - k]?.key) x += 1
      reach[middle + k] = x
      if (x >= oldLength && x - k >= newLength) return walkBack(trace, d, k, start)
    }
  }
  return null
}

function walkBack(
  trace: readonly Int32Array[],
  differences: number,
  lastDiagonal: number,
  start: number,
): Hunk[] {
  const hunks: Hunk[] = []
  let k = lastDiagonal
  for (let d = differences; d > 0; d--) {
    const reach = trace[d] ?? new Int32Array(0)
    // The slice of round d begins at diagonal -d-1.
    const at = (diagonal: number) => reach[diagonal + d + 1] ?? 0
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1))
    const previous = down ? k + 1 : k - 1
    const fromX = at(previous)
    const fromY = fromX - previous
    const toX = down ? fromX : fromX + 1
    const toY = down ? fromY + 1 : fromY
    addHunk(hunks, start + fromX, start + toX, start + fromY, start + toY)
    k = previous
  }
  return hunks.reverse()
}

/** Adds an edit in front of the ones found so far, joined to the next when they touch. */
function addHunk(hunks: Hunk[], oldFrom: number, oldTo: number, newFrom: number, newTo: number): void {
  const next = hunks.at(-1)
  if (next !== undefined && next.oldFrom === oldTo && next.newFrom === newTo) {
    next.oldFrom = oldFrom
    next.newFrom = newFrom
  } else {
    hunks.push({ oldFrom, oldTo, newFrom, newTo })
  }
}
