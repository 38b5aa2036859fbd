/**
 * Keeps the ids of an output document's blocks: each block has one, no two have the same.
 *
 * A split gives the half that is new a fresh id, a paste gives fresh ids unless the paragraph was only moved.
 * Where an id is fresh but the text is not, the transaction says which paragraph's sources come along.
 */
import type { Node } from "prosemirror-model"
import { type EditorState, type Plugin, PluginKey, type Transaction } from "prosemirror-state"
import { completing } from "./remote-change"

/** In a transaction's meta: pairs of a fresh paragraph id and the id whose sources it takes along. */
export const sourcesFrom = new PluginKey<undefined>("sources-from")

/** A fresh id for a paragraph: "p" and twelve hexadecimal digits. */
export function paragraphId(newId: () => string): string {
  return `p${newId().replaceAll("-", "").slice(-12)}`
}

/** The plugin that gives blocks their ids. */
export function paragraphIds(newId: () => string): Plugin {
  return completing((before, after, transactions) => giveIds(transactions, before, after, newId))
}

interface Placed {
  position: number
  block: Node
  id: string | null
}

function giveIds(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
  newId: () => string,
): Transaction | null {
  const placed = placedBlocks(after.doc)
  const byId = new Map<string, Placed[]>()
  for (const place of placed) {
    if (place.id !== null) byId.set(place.id, [...(byId.get(place.id) ?? []), place])
  }
  const changed: { place: Placed; from: string | null }[] = []
  for (const place of placed) {
    if (place.id === null) changed.push({ place, from: null })
  }
  for (const [id, places] of byId) {
    if (places.length < 2) continue
    const keeper = keeperOf(id, places, transactions, before.doc)
    for (const place of places) {
      if (place !== keeper) changed.push({ place, from: place.block.content.size > 0 ? id : null })
    }
  }
  if (changed.length === 0) return null
  const transaction = after.tr
  const pairs: [string, string][] = []
  for (const { place, from } of changed) {
    const id = paragraphId(newId)
    transaction.setNodeMarkup(place.position, null, { ...place.block.attrs, id }, place.block.marks)
    if (from !== null) pairs.push([id, from])
  }
  return transaction.setMeta(sourcesFrom, pairs)
}

function placedBlocks(doc: Node): Placed[] {
  const placed: Placed[] = []
  doc.forEach((block, position) => {
    placed.push({ position, block, id: typeof block.attrs.id === "string" ? block.attrs.id : null })
  })
  return placed
}

/** Of several blocks with one id, the one that had it; after Enter at a block's start, the one with the text. */
function keeperOf(
  id: string,
  places: readonly Placed[],
  transactions: readonly Transaction[],
  before: Node,
): Placed | undefined {
  const old = placedBlocks(before).find((place) => place.id === id)
  if (old === undefined) return places[0]
  let position = old.position
  for (const transaction of transactions) position = transaction.mapping.map(position, 1)
  const same = places.find((place) => place.position === position) ?? places[0]
  if (same !== undefined && same.block.content.size === 0 && old.block.content.size > 0) {
    return places.find((place) => place.block.content.size > 0) ?? same
  }
  return same
}

/** For each paragraph that went: the one that took over part of its text. */
export function joinedParagraphs(
  before: Node,
  after: Node,
  transactions: readonly Transaction[],
): { gone: string; into: string }[] {
  if (before.childCount <= after.childCount && !idsDiffer(before, after)) return []
  const still = new Set(placedBlocks(after).map((place) => place.id))
  const joined: { gone: string; into: string }[] = []
  for (const place of placedBlocks(before)) {
    if (place.id === null || still.has(place.id) || place.block.content.size === 0) continue
    let from = place.position + 1
    let to = from + place.block.content.size
    for (const transaction of transactions) {
      from = transaction.mapping.map(from, 1)
      to = transaction.mapping.map(to, -1)
    }
    if (to <= from || after.textBetween(from, to) === "") continue
    const $from = after.resolve(from)
    const into: unknown = ($from.depth > 0 ? $from.node(1) : $from.nodeAfter)?.attrs.id
    if (typeof into === "string") joined.push({ gone: place.id, into })
  }
  return joined
}

function idsDiffer(before: Node, after: Node): boolean {
  for (let index = 0; index < before.childCount; index++) {
    if (before.child(index).attrs.id !== after.maybeChild(index)?.attrs.id) return true
  }
  return false
}
