/**
 * Where in the editor stands what others wrote, letter by letter and border by border.
 *
 * Each position that others filled has a number of its own. What is deleted here of it is remembered together with
 * all that went in the same step, and with the event of the history that can bring it back: when that one does, the
 * same numbers stand again.
 */
import type { Fragment, Node } from "prosemirror-model"
import type { Transaction } from "prosemirror-state"
import { ReplaceStep, type StepMap } from "prosemirror-transform"
import { fromOthers } from "./remote-change"

/** A stretch that others wrote. Its positions are numbered one after the other, beginning with `first`. */
export interface Stretch {
  from: number
  to: number
  first: number
}

/** An event of the history: on which side it lies, and how deep. */
export interface HistoryEvent {
  side: "undo" | "redo"
  depth: number
}

/** What a transaction is to the history. Of both sides nothing: it is to be followed, but remembered nowhere. */
export interface Events {
  /** The event that it takes back or does again. */
  takes: HistoryEvent | null
  /** The event of which it becomes a part. */
  makes: HistoryEvent | null
}

/** Something that was deleted here and held what others wrote: those stretches count from its start. */
interface Gone {
  /** The event that brings it back. Other events may bring equal words, which are not it. */
  event: HistoryEvent
  row: string
  stretches: readonly Stretch[]
}

/** What is known at one state of the editor. The stretches are in order and never overlap. */
export interface OthersText {
  stretches: readonly Stretch[]
  gone: readonly Gone[]
  /** What was deleted here on purpose, by its numbers: to do that again takes nothing from anybody. */
  meant: readonly Stretch[]
  /** What others deleted of it, by its numbers: they do not want it back. */
  withdrawn: readonly Stretch[]
  /** The numbers with which others go on where they wrote last. */
  ends: readonly number[]
  /** The number with which they begin elsewhere. */
  next: number
}

/** What one step of the history deleted of others' text. */
export interface Lost {
  stepIndex: number
  /** The document before the step. */
  doc: Node
  stretches: readonly Stretch[]
  /** The number of what stood before it, where the same step brought that back. */
  behind: number | null
}

/** Nobody else has written anything yet. */
export const nothingOfOthers: OthersText = { stretches: [], gone: [], meant: [], withdrawn: [], ends: [], next: 0 }

/** More deletions than these are not remembered: the history itself keeps hardly more. */
const MOST_GONE = 300

/** Of more writers than these at once each new letter would be a stretch of its own. */
const MOST_ENDS = 16

/** So many numbers are left free behind what somebody wrote, for what comes there. */
const MOST_GOING_ON = 2 ** 30

/**
 * Follows one transaction. `lost` is what one of the history deleted and did not bring back itself; `unwanted` is what
 * it brought back though others have deleted it since.
 */
export function follow(
  before: OthersText,
  transaction: Transaction,
  { takes, makes }: Events,
): { known: OthersText; lost: Lost[]; unwanted: Stretch[] } {
  const theirs = transaction.getMeta(fromOthers) === true
  let { stretches, meant, withdrawn, ends, next } = before
  let coming: readonly Gone[] = before.gone.filter(({ event }) => isSame(event, takes))
  let gone = before.gone.filter((one) => !coming.includes(one))
  let unwanted: Stretch[] = []
  const lost: Lost[] = []
  transaction.steps.forEach((step, stepIndex) => {
    // Other steps only change what a block is, or how text looks; who wrote it stays.
    if (!(step instanceof ReplaceStep)) return
    const doc = transaction.docs[stepIndex] ?? transaction.before
    const deleted = within(stretches, step.from, step.to)
    if (deleted.length > 0 && theirs) {
      if (gone.length > 0) withdrawn = [...withdrawn, ...deleted].slice(-MOST_GONE)
    } else if (deleted.length > 0) {
      const counted = deleted.map(({ from, to, first }) => ({ from: from - step.from, to: to - step.from, first }))
      const row = rowOf(doc.content, step.from, step.to)
      if (makes !== null) gone = [...gone, { event: makes, row, stretches: counted }].slice(-MOST_GONE)
      if (takes !== null) lost.push({ stepIndex, doc, stretches: deleted, behind: null })
      else meant = [...meant, ...deleted].slice(-MOST_GONE)
    }
    stretches = moved(stretches, step.getMap())
    unwanted = moved(unwanted, step.getMap())
    const { slice } = step
    if (slice.size === 0) return
    if (theirs) {
      const stretch = { from: step.from, to: step.from + slice.size, first: next }
      const left = stretches.findLast(({ to }) => to === stretch.from)
      if (left !== undefined && ends.includes(numbersEnd(left))) stretch.first = numbersEnd(left)
      else next += slice.size + MOST_GOING_ON
      ends = [...ends.filter((end) => end !== stretch.first), numbersEnd(stretch)].slice(-MOST_ENDS)
      stretches = withOne(stretches, stretch)
    } else if (coming.length > 0) {
      const back = broughtBack(coming, rowOf(slice.content, slice.openStart, slice.openStart + slice.size))
      coming = back.gone
      const placed = back.stretches.map(({ from, to, first }) => ({ from: from + step.from, to: to + step.from, first }))
      const wanted = without(placed, withdrawn)
      unwanted = inOrder([...unwanted, ...without(placed, wanted)])
      stretches = inOrder([...stretches, ...without(wanted, stretches)])
    }
  })
  const missing = lost.flatMap((one) => missingOf(one, stretches))
  return { known: { stretches, gone, meant, withdrawn, ends, next }, lost: missing, unwanted }
}

/** The parts of what a step deleted that do not stand again, each with what it stood behind. */
function missingOf(lost: Lost, standing: readonly Stretch[]): Lost[] {
  const parts: Lost[] = []
  let behind: number | null = null
  for (const stretch of lost.stretches) {
    let next = stretch.first
    for (const part of without([stretch], standing)) {
      if (part.first > next) behind = part.first - 1
      const last = parts.at(-1)
      if (last?.behind === behind) parts[parts.length - 1] = { ...last, stretches: [...last.stretches, part] }
      else parts.push({ ...lost, stretches: [part], behind })
      next = numbersEnd(part)
    }
    if (next < numbersEnd(stretch)) behind = numbersEnd(stretch) - 1
  }
  return parts
}

/** The position behind something that others wrote, by its number. Null where that does not stand. */
export function placeBehind({ stretches }: OthersText, number: number): number | null {
  const found = stretches.find((stretch) => stretch.first <= number && number < numbersEnd(stretch))
  return found === undefined ? null : found.from + number - found.first + 1
}

function isSame(one: HistoryEvent, other: HistoryEvent | null): boolean {
  return one.side === other?.side && one.depth === other.depth
}

/** How many events the history holds before and after an edit. */
export interface Depths {
  undoBefore: number
  undoAfter: number
  redoAfter: number
}

/** Forgets what no event can bring back any more after an edit: it is gone from the history, or another one took its place. */
export function forget(known: OthersText, { undoBefore, undoAfter, redoAfter }: Depths): OthersText {
  if (known.gone.length === 0) return known
  // Once there are too many events, the history drops its oldest ones; the others move down.
  const dropped = Math.max(0, undoBefore + 1 - undoAfter)
  const isNew = undoAfter !== undoBefore
  const gone = known.gone.flatMap((one) => {
    const { side, depth } = one.event
    if (side === "redo") return depth > redoAfter ? [] : [one]
    if (!isNew) return [one]
    const now = depth - dropped
    return now < 1 || now >= undoAfter ? [] : [{ ...one, event: { side, depth: now } }]
  })
  return { ...known, gone }
}

/** What a redo deleted that its writer had not deleted on purpose before. */
export function notMeant(known: OthersText, lost: readonly Lost[]): Lost[] {
  return notEmpty(lost.map((one) => ({ ...one, stretches: without(one.stretches, known.meant) })))
}

function notEmpty(lost: readonly Lost[]): Lost[] {
  return lost.filter((one) => one.stretches.length > 0)
}

/** Adds stretches, whose numbers are known already, to what is known. */
export function withStretches(known: OthersText, added: readonly Stretch[]): OthersText {
  return added.length === 0 ? known : { ...known, stretches: inOrder([...known.stretches, ...added]) }
}

/** What stands in two states, by its numbers: where it stands in the second; `first` is where it stands in the first. */
export function inBoth(before: OthersText, after: OthersText): Stretch[] {
  const byNumber = (one: Stretch, other: Stretch) => one.first - other.first
  const old = before.stretches.toSorted(byNumber)
  const found: Stretch[] = []
  let nth = 0
  for (const stretch of after.stretches.toSorted(byNumber)) {
    const { from, first } = stretch
    for (let one = old[nth]; one !== undefined && one.first < numbersEnd(stretch); one = old[nth]) {
      const begin = Math.max(first, one.first)
      const end = Math.min(numbersEnd(stretch), numbersEnd(one))
      if (begin < end) found.push({ from: from + begin - first, to: from + end - first, first: one.from + begin - one.first })
      // What is left of it may stand in the next one.
      if (numbersEnd(one) > numbersEnd(stretch)) break
      nth += 1
    }
  }
  return found.toSorted((one, other) => one.from - other.from)
}

/** The number after those of a stretch. */
function numbersEnd({ from, to, first }: Stretch): number {
  return first + to - from
}

/** Stretches after a change: what is put into one of them from elsewhere does not belong to it. */
export function moved(stretches: readonly Stretch[], map: StepMap): Stretch[] {
  const result: Stretch[] = []
  for (const { from, to, first } of stretches) {
    let at = from
    let shift = 0
    const keepUpTo = (end: number) => {
      if (at < end) result.push({ from: at + shift, to: end + shift, first: first + at - from })
      at = Math.max(at, end)
    }
    map.forEach((oldStart, oldEnd, _newStart, newEnd) => {
      keepUpTo(Math.min(to, oldStart))
      at = Math.max(at, Math.min(to, oldEnd))
      if (oldStart < to) shift = newEnd - oldEnd
    })
    keepUpTo(to)
  }
  return joined(result)
}

/** The parts of stretches between two positions. */
function within(stretches: readonly Stretch[], start: number, end: number): Stretch[] {
  return stretches
    .filter(({ from, to }) => from < end && to > start)
    .map(({ from, to, first }) => {
      const begin = Math.max(from, start)
      return { from: begin, to: Math.min(to, end), first: first + begin - from }
    })
}

/** The parts of stretches whose numbers do not stand among others. */
function without(stretches: readonly Stretch[], standing: readonly Stretch[]): Stretch[] {
  let left = [...stretches]
  for (const other of standing) {
    const last = numbersEnd(other)
    left = left.flatMap((one) => {
      const { from, to, first } = one
      const end = numbersEnd(one)
      if (last <= first || other.first >= end) return [one]
      const parts: Stretch[] = []
      if (first < other.first) parts.push({ from, to: from + other.first - first, first })
      if (last < end) parts.push({ from: from + last - first, to, first: last })
      return parts
    })
  }
  return left
}

function inOrder(stretches: readonly Stretch[]): Stretch[] {
  return joined(stretches.toSorted((one, other) => one.from - other.from))
}

/** Puts one more into stretches that are in order. */
function withOne(stretches: readonly Stretch[], one: Stretch): Stretch[] {
  const at = stretches.findLastIndex(({ to }) => to <= one.from) + 1
  return joined(stretches.toSpliced(at, 0, one))
}

/** Of stretches in order, those that go on where another ends become one with it. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches) {
    const last = result.at(-1)
    if (last !== undefined && last.to === stretch.from && numbersEnd(last) === stretch.first) {
      result[result.length - 1] = { ...last, to: stretch.to }
    } else {
      result.push(stretch)
    }
  }
  return result
}

/** What of the deleted stands in a row that the history inserts; the history may have joined several deletions. */
function broughtBack(gone: readonly Gone[], row: string): { gone: readonly Gone[]; stretches: Stretch[] } {
  const equal = gone.findLast((one) => one.row === row)
  if (equal !== undefined) return { gone: gone.filter((one) => one !== equal), stretches: [...equal.stretches] }
  const used = new Set<Gone>()
  const stretches: Stretch[] = []
  let rest = row
  for (const one of gone.toReversed()) {
    const at = rest.indexOf(one.row)
    if (at < 0) continue
    used.add(one)
    rest = rest.slice(0, at) + USED.repeat(one.row.length) + rest.slice(at + one.row.length)
    for (const { from, to, first } of one.stretches) stretches.push({ from: from + at, to: to + at, first })
  }
  return { gone: gone.filter((one) => !used.has(one)), stretches }
}

const OPENING = "\uF8F0"
const CLOSING = "\uF8F1"
const EMBED = "\uF8F2"
const USED = "\uF8F3"

/** A sign for each position between two, so that equal content can be found again. */
function rowOf(content: Fragment, from: number, to: number): string {
  let row = ""
  let start = 0
  content.forEach((node, offset) => {
    if (offset + node.nodeSize <= from || offset >= to) return
    if (row === "") start = offset
    if (node.isText) row += node.text ?? ""
    else if (node.isLeaf) row += EMBED
    else row += OPENING + rowOf(node.content, 0, node.content.size) + CLOSING
  })
  return row.slice(Math.max(0, from - start), to - start)
}
