/**
 * What undo or redo changed, as an operation on the Automerge text.
 *
 * Its steps delete text of others and put it back (see own-undo.ts), so neither they nor a comparison tell what stayed:
 * among equal letters a colleague's would be deleted and one's own left. What no step touched stayed, and what others
 * wrote that stands before and after it, by its numbers.
 */
import type { Node } from "prosemirror-model"
import type { EditorState, Transaction } from "prosemirror-state"
import { ReplaceAroundStep } from "prosemirror-transform"
import { type Hunk, type Item, type Script, widthOf } from "./items"
import { changeOfBlocks, type LocalChange, startOfBlock } from "./local-change"
import { moved, type Stretch } from "./others-text"
import { othersInBoth } from "./own-undo"

/** Tells what an edit changed of which a part was made by the history. */
export function historyChange(edit: {
  before: EditorState
  after: EditorState
  transactions: readonly Transaction[]
}): LocalChange | null {
  const [before, after] = [edit.before.doc, edit.after.doc]
  const stayed = untouched(before, edit.transactions)
  const found = [stayed, othersInBoth(edit.before, edit.after)]
  const blocks = differingBlocks(before, after, stayed)
  return changeOfBlocks(before, after, blocks, (old, now) => {
    const start = startOfBlock(before, blocks.first)
    return scriptOf(old, now, partnersOf(placed(old, start), placed(now, start), found))
  })
}

/** What no step touched: where it stands now; `first` is where it stood. */
function untouched(before: Node, transactions: readonly Transaction[]): Stretch[] {
  let stretches: Stretch[] = [{ from: 0, to: before.content.size, first: 0 }]
  for (const { steps } of transactions) {
    for (const step of steps) {
      // In a flat text such a step only changes what a block is.
      if (!(step instanceof ReplaceAroundStep)) stretches = moved(stretches, step.getMap())
    }
  }
  return stretches
}

/** The blocks that are not the same ones at the beginning and at the end. */
function differingBlocks(before: Node, after: Node, stayed: readonly Stretch[]) {
  const shorter = Math.min(before.childCount, after.childCount)
  const [head, tail] = [stayed[0], stayed.at(-1)]
  const atHead = head?.from === 0 && head.first === 0 ? head.to : 0
  const atTail = tail?.to === after.content.size && tail.first + tail.to - tail.from === before.content.size ? tail.to - tail.from : 0
  let first = 0
  let size = 0
  while (first < shorter && before.child(first) === after.child(first)) {
    size += before.child(first).nodeSize
    if (size > atHead) break
    first += 1
  }
  let same = 0
  size = 0
  while (same < shorter - first) {
    const block = before.child(before.childCount - 1 - same)
    size += block.nodeSize
    if (size > atTail || block !== after.child(after.childCount - 1 - same)) break
    same += 1
  }
  return { first, oldEnd: before.childCount - same, newEnd: after.childCount - same }
}

/** Items, and where each of them stands in the editor. */
interface Placed {
  items: readonly Item[]
  positions: readonly number[]
}

function placed(items: readonly Item[], start: number): Placed {
  // A block's closing has no item: it stands before the next one's opening.
  let position = start - 1
  const positions = items.map((item) => {
    if (item.is === "marker") position += 1
    const at = position
    position += widthOf(item)
    return at
  })
  return { items, positions }
}

/** For each item the old one that it is, or -1. What is found first counts; what would cross it does not. */
function partnersOf(old: Placed, now: Placed, found: readonly (readonly Stretch[])[]): number[] {
  const oldAt = new Map(old.positions.map((position, index) => [position, index]))
  const partners = now.items.map(() => -1)
  for (const stretches of found) {
    const ahead = nextPartners(partners)
    let last = -1
    let nth = 0
    now.items.forEach((item, index) => {
      const position = now.positions[index] ?? 0
      while ((stretches[nth]?.to ?? Infinity) <= position) nth += 1
      const partner = partners[index] ?? -1
      if (partner >= 0) last = partner
      const stretch = stretches[nth]
      if (partner >= 0 || stretch === undefined || stretch.from > position || stretch.to < position + widthOf(item)) return
      const candidate = oldAt.get(stretch.first + position - stretch.from) ?? -1
      if (candidate <= last || candidate >= (ahead[index] ?? 0) || old.items[candidate]?.key !== item.key) return
      partners[index] = candidate
      last = candidate
    })
  }
  return partners
}

/** For each item the nearest partner that one behind it has. */
function nextPartners(partners: readonly number[]): number[] {
  let next = Infinity
  return partners
    .toReversed()
    .map((partner) => {
      const ahead = next
      if (partner >= 0) next = partner
      return ahead
    })
    .reverse()
}

function scriptOf(old: readonly Item[], now: readonly Item[], partners: readonly number[]): Script {
  const hunks: Hunk[] = []
  let [oldFrom, newFrom] = [0, 0]
  const goOn = (oldTo: number, newTo: number) => {
    const [marker, comes] = [old[oldFrom], now[newFrom]]
    // A block in the place of another one: its marker is changed, and not written anew.
    const isKept = oldFrom < oldTo && newFrom < newTo && marker?.is === "marker" && marker.key === comes?.key
    const by = isKept ? 1 : 0
    if (oldFrom + by < oldTo || newFrom + by < newTo) hunks.push({ oldFrom: oldFrom + by, oldTo, newFrom: newFrom + by, newTo })
    ;[oldFrom, newFrom] = [oldTo + 1, newTo + 1]
  }
  partners.forEach((partner, index) => {
    if (partner >= 0) goOn(partner, index)
  })
  goOn(old.length, now.length)
  return hunks
}
