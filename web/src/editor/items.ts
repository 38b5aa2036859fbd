/**
 * The document as the flat row that Automerge keeps: block markers, characters and embeds, one after the other.
 *
 * A position in that row is called flat. Because blocks never nest, the editor's position of something in the
 * n-th block is its flat position plus n (the marker is the block's opening, its closing has none).
 */
import type { Mark, Node } from "prosemirror-model"
import { type BlockAttrs, type BlockType, blockTypeOf } from "./schema"
import { attrsOf } from "./blocks"
import { shortestScript } from "./shortest-script"

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

/**
 * Finds the shortest script. Where that would take too long, the blocks that are equal stay, and what stands between
 * them is compared by itself; what is very different there is replaced at one stretch.
 */
export function shortScript(before: readonly Item[], after: readonly Item[]): Script {
  const { start, oldEnd, newEnd } = trim(before, after)
  if (start === oldEnd || start === newEnd) return trimmedScript(before, after)
  const all = { oldFrom: start, oldTo: oldEnd, newFrom: start, newTo: newEnd }
  return shortestScript(before, after, all, { left: MOST_LOOKS }) ?? scriptByBlocks(before, after, all)
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

/** More looks than these at rows that differ take longer than a person would wait for a letter. */
const MOST_LOOKS = 300_000
const MOST_BETWEEN_BLOCKS = 20_000

function scriptByBlocks(before: readonly Item[], after: readonly Item[], all: Hunk): Hunk[] {
  const looks = { left: MOST_LOOKS }
  const [old, now] = [blocksIn(before, all.oldFrom, all.oldTo), blocksIn(after, all.newFrom, all.newTo)]
  const hunks = shortestScript(old, now, { oldFrom: 0, oldTo: old.length, newFrom: 0, newTo: now.length }, looks) ?? []
  if (hunks.length === 0) return [all]
  return hunks.flatMap((hunk) => {
    const between = {
      oldFrom: old[hunk.oldFrom]?.from ?? all.oldTo,
      oldTo: old[hunk.oldTo]?.from ?? all.oldTo,
      newFrom: now[hunk.newFrom]?.from ?? all.newTo,
      newTo: now[hunk.newTo]?.from ?? all.newTo,
    }
    if (between.oldFrom === between.oldTo || between.newFrom === between.newTo) return [between]
    const share = Math.min(looks.left, MOST_BETWEEN_BLOCKS)
    looks.left -= share
    return shortestScript(before, after, between, { left: share }) ?? [between]
  })
}

/** Rows of items as rows of blocks; the key of one is all that stands in it. */
function blocksIn(items: readonly Item[], from: number, to: number): { key: string; from: number }[] {
  const blocks: { key: string; from: number }[] = []
  for (let at = from; at < to; at++) {
    const item = items[at]
    if (item === undefined) continue
    const last = blocks.at(-1)
    if (last === undefined || item.is === "marker") blocks.push({ key: item.key, from: at })
    else last.key += item.key
  }
  return blocks
}
