/**
 * Anchors key points anew when their text comes back pasted after it was cut, or dropped. (What undo brings back is
 * known letter by letter, see history.ts.)
 *
 * The text that comes back is new to Automerge, so cursors do not find it. It is found by what the passage said when
 * it went, else by its quote, and only in what the edit brings: the same words elsewhere are not the passage. It is
 * written in the same change as the text, by nobody but who brought the text.
 */
import type { Node } from "prosemirror-model"
import { PluginKey } from "prosemirror-state"
import { scalar, plain, type RichTextDocument, type StoredKeyPoint } from "./document"
import type { Companion, LocalEdit } from "./bridge"
import { takingOf } from "./history"
import { cursorsOf, passageOf, type TextRange } from "./key-points"
import { flatOf } from "./local-change"
import { rangeInText, type Row, rowOf, rowPosition, type Surroundings, surroundingsOf } from "./text-row"

/** What is looked for: some words, and where known the text around them. */
interface Sought {
  text: string
  /** What stood beside the words; null when only the words are known. */
  stood: Surroundings | null
}

/** What remembers passages, and anchors key points anew. */
export interface Reanchoring extends Companion {
  /** The page shows this now. Should somebody else take words away, they are known when they come back here. */
  saw(doc: RichTextDocument, shown: Node): void
}

/** What stands one after the other. */
export interface Stretch {
  from: number
  to: number
}

/** In a transaction's meta: a stretch of the row that it writes anew, as it is, so far behind or before. */
export const carried = new PluginKey<Stretch & { by: number }>("carried")

/** Begins to remember, for one open text. */
export function reanchoring(): Reanchoring {
  const memory = new PassageMemory()
  let carries = new Map<string, TextRange>()
  return {
    saw: (doc, shown) => memory.note(doc, shown),
    before(doc, edit) {
      if (mayTake(edit)) memory.note(doc, edit.before.doc)
      carries = carriedBy(doc, edit)
    },
    write(doc, edit) {
      const keyPoints = Object.entries(doc.keyPoints ?? {})
      if (keyPoints.length === 0 || takingOf(edit.transactions) !== null) return
      const brought = broughtBy(edit)
      if (brought.length === 0 && carries.size === 0) return
      const row = rowOf(edit.after.doc)
      const stretches = brought.map(({ from, to }) => ({
        from: rowPosition(row, flatOf(edit.after.doc, from)),
        to: rowPosition(row, flatOf(edit.after.doc, to)),
      }))
      for (const [id, stored] of keyPoints) {
        const found = carries.get(id) ?? placeOf(row, stretches, memory.soughtFor(id, stored), () => passageOf(doc, stored))
        if (found === null) continue
        const cursors = cursorsOf(doc, found)
        const before = { start: plain(stored.start) ?? "", end: plain(stored.end) ?? "" }
        edit.entry.anchored.push({ id, before, after: cursors })
        stored.start = scalar(cursors.start)
        stored.end = scalar(cursors.end)
        memory.moved(id, cursors)
      }
    },
  }
}

/** Where the passages of what is carried elsewhere stand then: the words need not be looked for. */
function carriedBy(doc: RichTextDocument, { transactions }: LocalEdit): Map<string, TextRange> {
  const found = new Map<string, TextRange>()
  const carry = transactions[0]?.getMeta(carried) as (Stretch & { by: number }) | undefined
  if (carry === undefined) return found
  for (const [id, stored] of Object.entries(doc.keyPoints ?? {})) {
    const passage = passageOf(doc, stored)
    const isInside = passage !== null && carry.from <= passage.start && passage.end <= carry.to
    if (isInside) found.set(id, { start: passage.start + carry.by, end: passage.end + carry.by })
  }
  return found
}

/** Of a key point that is edited very often, only the latest texts are remembered. */
const MOST_TEXTS = 60

/** Of the text around a passage only this much is remembered on either side. */
const AROUND = 400

/** What passages said here, for as long as nobody else anchors them elsewhere. */
class PassageMemory {
  #kept = new Map<string, { start: string; end: string; texts: Sought[] }>()

  /** Remembers what all passages say. */
  note(doc: RichTextDocument, shown: Node): void {
    const keyPoints = Object.entries(doc.keyPoints ?? {})
    if (keyPoints.length === 0) return
    const row = rowOf(shown)
    for (const [id, stored] of keyPoints) {
      const passage = passageOf(doc, stored)
      if (passage !== null) this.#keep(this.#textsOf(id, stored), soughtAt(row, passage))
    }
  }

  #keep(texts: Sought[], { text, stood }: Sought): void {
    const same = texts.findIndex((sought) => sought.text === text)
    const known = same < 0 ? undefined : texts.splice(same, 1)[0]
    const isSame = known?.stood?.left === stood?.left && known?.stood?.right === stood?.right
    texts.push(isSame && known !== undefined ? known : copied(text, stood))
    if (texts.length > MOST_TEXTS) texts.shift()
  }

  /** What to look for, the longest first, and at last the quote. */
  soughtFor(id: string, stored: StoredKeyPoint): Sought[] {
    const texts = this.#textsOf(id, stored).toSorted((one, other) => other.text.length - one.text.length)
    return [...texts, { text: plain(stored.quote) ?? "", stood: null }]
  }

  /** A key point was anchored anew from here: what was remembered of it still holds. */
  moved(id: string, cursors: { start: string; end: string }): void {
    const kept = this.#kept.get(id)
    if (kept !== undefined) this.#kept.set(id, { ...kept, ...cursors })
  }

  #textsOf(id: string, stored: StoredKeyPoint): Sought[] {
    const [start, end] = [plain(stored.start) ?? "", plain(stored.end) ?? ""]
    const kept = this.#kept.get(id)
    if (kept?.start === start && kept.end === end) return kept.texts
    const texts: Sought[] = []
    this.#kept.set(id, { start, end, texts })
    return texts
  }
}

function soughtAt(row: Row, passage: TextRange): Sought {
  const [at, end] = [rowPosition(row, passage.start), rowPosition(row, passage.end)]
  return { text: row.text.slice(at, end), stood: surroundingsOf(row, at, end, AROUND) }
}

/** A slice of a string may keep the whole string in memory: these are strings of their own. */
function copied(text: string, stood: Surroundings | null): Sought {
  const copy = (one: string) => one.split("").join("")
  return { text: copy(text), stood: stood === null ? null : { left: copy(stood.left), right: copy(stood.right) } }
}

/** Whether an edit takes text away that may be pasted again. Typing and deleting letter by letter costs nothing. */
function mayTake({ transactions }: LocalEdit): boolean {
  return mostIn(transactions, "old") > 1
}

/** The longest stretch that a step replaced, or that it put there. */
function mostIn(transactions: LocalEdit["transactions"], side: "old" | "new"): number {
  let most = 0
  for (const transaction of transactions) {
    for (const map of transaction.mapping.maps) {
      map.forEach((oldStart, oldEnd, newStart, newEnd) => {
        most = Math.max(most, side === "old" ? oldEnd - oldStart : newEnd - newStart)
      })
    }
  }
  return most
}

/** What an edit brought, as ranges of the editor after it. Typing letter by letter brings nothing back. */
function broughtBy({ transactions }: LocalEdit): { from: number; to: number }[] {
  if (mostIn(transactions, "new") < 2) return []
  const ranges: { from: number; to: number }[] = []
  const maps = transactions.flatMap((transaction) => transaction.mapping.maps)
  maps.forEach((map, index) => {
    const later = maps.slice(index + 1)
    map.forEach((_oldStart, _oldEnd, newStart, newEnd) => {
      const from = later.reduce((position, next) => next.map(position, -1), newStart)
      const to = later.reduce((position, next) => next.map(position, 1), newEnd)
      if (from < to) ranges.push({ from, to })
    })
  })
  const merged: { from: number; to: number }[] = []
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1)
    if (last !== undefined && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else merged.push({ ...range })
  }
  return merged
}

/** Where a passage stands in what was brought, or null where it is all there already, or where that is not certain. */
function placeOf(
  row: Row,
  stretches: readonly Stretch[],
  soughts: readonly Sought[],
  passageNow: () => TextRange | null,
): TextRange | null {
  for (const sought of soughts) {
    const { length } = sought.text
    const found = length === 0 ? [] : placesIn(row, stretches, sought.text)
    if (found.length === 0) continue
    const passage = passageNow()
    if (passage !== null && passage.end - passage.start >= length) continue
    const places: { range: TextRange; asBefore: boolean }[] = []
    for (const { at, stretch } of found) {
      const range = movedRange(passage, rangeInText(row, at, length))
      if (range !== null) places.push({ range, asBefore: standsAsBefore(row, stretch, at, sought) })
    }
    const certain = places.length > 1 ? places.filter(({ asBefore }) => asBefore) : places
    if (certain.length === 1) return certain[0]?.range ?? null
  }
  return null
}

/** Where words stand within what was brought; else where they reach into it. */
function placesIn(row: Row, stretches: readonly Stretch[], words: string): { at: number; stretch: Stretch }[] {
  const places = new Map<number, { at: number; stretch: Stretch; within: boolean }>()
  for (const stretch of stretches) {
    const first = Math.max(0, stretch.from - words.length + 1)
    const near = row.text.slice(first, stretch.to + words.length - 1)
    for (let found = near.indexOf(words); found >= 0; found = near.indexOf(words, found + 1)) {
      const at = first + found
      const within = at >= stretch.from && at + words.length <= stretch.to
      if (within || !places.has(at)) places.set(at, { at, stretch, within })
    }
  }
  const all = [...places.values()]
  const within = all.filter((place) => place.within)
  return within.length > 0 ? within : all
}

/** Whether what was brought along with the words is what stood around them. */
function standsAsBefore(row: Row, stretch: Stretch, at: number, { text, stood }: Sought): boolean {
  if (stood === null) return false
  const left = row.text.slice(Math.min(stretch.from, at), at)
  const right = row.text.slice(at + text.length, Math.max(stretch.to, at + text.length))
  const ends = isBeside(left, stood.left, (whole, part) => whole.endsWith(part))
  return ends && isBeside(right, stood.right, (whole, part) => whole.startsWith(part))
}

/** Whether a text is what stood beside some words, as far as that is remembered. */
function isBeside(text: string, remembered: string, fits: (whole: string, part: string) => boolean): boolean {
  const isCut = remembered.length === AROUND && text.length > AROUND
  return isCut ? fits(text, remembered) : fits(remembered, text)
}

/** The new range of a passage. One of which something is left moves only to words around what is left. */
function movedRange(passage: TextRange | null, found: TextRange | null): TextRange | null {
  if (passage === null || found === null) return found
  const both = { start: Math.min(passage.start, found.start), end: Math.max(passage.end, found.end) }
  if (both.start === passage.start && both.end === passage.end) return null
  const holds = both.start === found.start && both.end === found.end
  return holds ? both : null
}
