/**
 * Gives each block of an output document an id of its own where two writers, or none, gave it one.
 *
 * Of several blocks with one id the one whose marker is oldest keeps it; the others get one that is made from their
 * marker. The server settles the same way, so both always speak of the same paragraph.
 */
import * as A from "@automerge/automerge"
import sha256 from "fast-sha256"
import type { RichTextDocument } from "./document"

/** A block as far as its id matters. */
export interface Identified {
  /** The id in its marker. */
  id: string | null
  /** Where its marker stands in the Automerge text; null for text before the first marker. */
  flat: number | null
}

/** A block that reads with another id than its marker carries. */
export interface SettledId {
  index: number
  id: string
  written: string | null
}

/** Finds the blocks whose id must be settled. Cheap where there are none. */
export function settleIds(doc: A.Doc<RichTextDocument>, blocks: readonly Identified[]): SettledId[] {
  const holders = new Map<string, number[]>()
  const unusable: number[] = []
  blocks.forEach(({ id }, index) => {
    if (id === null || !/^[A-Za-z0-9_-]+$/.test(id)) unusable.push(index)
    else holders.set(id, [...(holders.get(id) ?? []), index])
  })
  const changing = [...unusable]
  for (const indexes of holders.values()) {
    if (indexes.length < 2) continue
    const oldest = indexes.reduce((one, other) => (isOlder(markerAt(doc, blocks[other]), markerAt(doc, blocks[one])) ? other : one))
    changing.push(...indexes.filter((index) => index !== oldest))
  }
  const taken = new Set(holders.keys())
  return changing
    .sort((one, other) => one - other)
    .map((index) => {
      const seed = markerAt(doc, blocks[index]) ?? "start"
      return { index, id: freshId(seed, taken), written: blocks[index]?.id ?? null }
    })
}

/** The marker's object id, "counter@actor". */
function markerAt(doc: A.Doc<RichTextDocument>, block: Identified | undefined): string | null {
  if (block === undefined || block.flat === null) return null
  const found = A.getBackend(doc).getWithType("/text", block.flat)
  return found !== null && typeof found[1] === "string" ? found[1] : null
}

function isOlder(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === null && other !== null
  const [oneCounter = "0", oneActor = ""] = one.split("@")
  const [otherCounter = "0", otherActor = ""] = other.split("@")
  if (oneCounter !== otherCounter) return Number(oneCounter) < Number(otherCounter)
  return oneActor < otherActor
}

function freshId(marker: string, taken: Set<string>): string {
  let seed = marker
  for (;;) {
    const digest = [...sha256(new TextEncoder().encode(seed))].map((byte) => byte.toString(16).padStart(2, "0")).join("")
    const id = `b${digest.slice(0, 16)}`
    if (!taken.has(id)) {
      taken.add(id)
      return id
    }
    seed = digest
  }
}
