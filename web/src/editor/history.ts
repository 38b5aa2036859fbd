/**
 * Undo and redo of what was done here, and of nothing else.
 *
 * A stack of our own over Automerge. An entry names what its edits wrote by the ids of the elements, and what they
 * deleted by its ids and its place; so what others do needs not be followed. To take an entry back is an ordinary edit
 * (see taking-back.ts) and an entry itself, by which it is done again. Whoever edits a key point's record makes that a
 * step by `recordStep`.
 */
import * as A from "@automerge/automerge"
import { type Command, type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state"
import type { Mark } from "prosemirror-model"
import type { Mappable, StepMap } from "prosemirror-transform"
import type { LocalEdit } from "./bridge"
import { OBJECT, plain, type RichTextDocument, scalar, type StoredKeyPoint, TEXT } from "./document"
import { elementAt, type ElementId, elementsOf, Renewed, type Run } from "./elements"
import type { Item } from "./items"
import { eachKept, flatOf, type LocalChange, looksAs, positionsOf, startOfBlock, writeLocalChange } from "./local-change"
import type { Given } from "./paragraph-sources"
import { takeBack } from "./taking-back"

/** A block's marker. */
export type Marker = Extract<Item, { is: "marker" }>
type Backend = ReturnType<typeof A.getBackend>

/** What stood in one place, and what came in its stead. */
export interface Exchange {
  /** Where in the text, as it then stood. */
  at: number
  gone: readonly Item[]
  came: Run[]
  /** What stood on both sides of what is gone. */
  left: ElementId | null
  right: ElementId | null
}

/** One change of the document, in the order in which it was written. */
export interface Edit {
  hash: string
  exchanges: Exchange[]
  turned: { id: ElementId; before: Marker; after: Marker }[]
  painted: { first: ElementId; last: ElementId; before: readonly Mark[]; after: readonly Mark[] }[]
}

/** A key point that an edit anchored elsewhere, as the cursors were before and after. */
export interface Anchored {
  id: string
  before: { start: string; end: string }
  after: { start: string; end: string }
}

/** What undo or redo takes at once. */
export interface Entry {
  edits: Edit[]
  anchored: Anchored[]
  /** Key points' cursors whose passage began or ended in what was deleted: with which letter. */
  held: Map<string, { own: A.Cursor; by: A.Cursor }>
  /** What stood before the selection's two ends. */
  selection: { anchor: ElementId | null; head: ElementId | null }
  /** The sources that its edits gave to paragraphs. */
  given: Given | null
  /** A key point that was made or taken away, instead of edits. */
  record: RecordStep | null
}

interface RecordStep {
  id: string
  /** Whether the key point is there after it. */
  isThere: boolean
  record: StoredKeyPoint
}

/** What a transaction takes back or does again. */
export interface Taking {
  side: "undo" | "redo"
  entry: Entry
  /** What it brings back, in the order in which it stands in its steps. */
  returning: readonly ElementId[]
}

const key = new PluginKey<History>("history")
const closing = new PluginKey<"before" | "around">("close-history")

/** The plugin that holds a text's history. */
export function history(): Plugin<History> {
  const held = new History()
  return new Plugin<History>({ key, state: { init: () => held, apply: () => held } })
}

/** The history of an editor's text. */
export function historyOf(state: EditorState): History {
  return key.getState(state) ?? new History()
}

/** What an edit takes back or does again; null for what was done anew. */
export function takingOf(transactions: readonly Transaction[]): Taking | null {
  for (const transaction of transactions) {
    const taking = transaction.getMeta(key) as Taking | undefined
    if (taking !== undefined) return taking
  }
  return null
}

/** Has undo take back what this transaction does without what was done before it, or before and after it. */
export function closeHistory(transaction: Transaction, where: "before" | "around" = "before"): Transaction {
  return transaction.setMeta(closing, where)
}

/** Takes back the last thing done here of which something is left. */
export const undo: Command = (state, dispatch) => historyOf(state).take("undo", state, dispatch)

/** Does again what was taken back last. */
export const redo: Command = (state, dispatch) => historyOf(state).take("redo", state, dispatch)

const MOST_ENTRIES = 100

/** Edits that follow so soon, and touch, are taken back together. */
const GROUP_DELAY = 500

/** What was done in a text and what was taken back. It changes as the text is edited; states of the editor share it. */
export class History {
  #done: Entry[] = []
  #undone: Entry[] = []
  #open: { time: number; composition: unknown; ranges: { from: number; to: number }[] } | null = null
  readonly renewed = new Renewed()
  /** Cursors of key points that hold on to another element until their own comes back. */
  readonly #held = new Map<string, { own: A.Cursor; now: A.Cursor }>()
  #noted: Edit | null = null
  /** Where key points stand in the editor. */
  passages: (state: EditorState) => Iterable<{ id: string; from: number; to: number }> = () => []
  /** The document as the editor shows it. */
  shown: () => A.Doc<RichTextDocument> = () => A.from<RichTextDocument>({ text: "" })
  /** Writes into records, and has what is drawn follow. */
  writeRecords: (write: (doc: RichTextDocument) => void) => void = () => undefined
  /** Whether a key point is still its writer's: once decided on, it stays. */
  isOpen: (keyPointId: string) => boolean = () => true

  /** The entry of which an edit becomes a part: a new one where it does not go on with the last. */
  entryFor(before: EditorState, transactions: readonly Transaction[]): Entry {
    if (transactions[0]?.getMeta(closing) !== undefined) this.#open = null
    const last = this.#done.at(-1)
    const goesOn = takingOf(transactions) === null && last !== undefined && this.#goesOn(transactions)
    const entry = goesOn ? last : emptyEntry(null)
    this.#hold(entry, before, transactions)
    return entry
  }

  /** A cursor whose own letter is gone falls to others, and would to what comes back beside them. */
  #hold(entry: Entry, before: EditorState, transactions: readonly Transaction[]): void {
    if (!transactions.some(({ mapping }) => mapping.maps.some(deletes))) return
    const doc = this.shown()
    const shift = before.doc.content.size - before.doc.childCount - doc.text.length
    for (const { id, from, to } of this.passages(before)) {
      const stored = doc.keyPoints?.[id]
      if (stored === undefined || from >= to) continue
      const hold = (end: "start" | "end", position: number, move: "after" | "before") => {
        const name = `${id} ${end}`
        if (entry.held.has(name)) return
        const by = A.getCursor(doc, TEXT, flatOf(before.doc, position) - shift, move)
        entry.held.set(name, { own: plain(stored[end]) ?? "", by })
      }
      if (isDeletedAt(from, 1, transactions)) hold("start", from, "after")
      if (isDeletedAt(to, -1, transactions) || isDeletedAt(to, 1, transactions)) hold("end", to - 1, "before")
    }
  }

  #goesOn([first]: readonly Transaction[]): boolean {
    if (this.#open === null || first === undefined) return false
    const composition: unknown = first.getMeta("composition")
    if (composition !== undefined && composition === this.#open.composition) return true
    if (first.time - this.#open.time > GROUP_DELAY) return false
    let touches = false
    first.mapping.maps[0]?.forEach((start, end) => {
      touches ||= this.#open?.ranges.some(({ from, to }) => start <= to && end >= from) ?? false
    })
    return touches
  }

  /** Writes changes into the document and notes what they do. */
  write(doc: RichTextDocument, backend: Backend, changes: readonly LocalChange[], edit: LocalEdit): void {
    const noted: Edit = { hash: "", exchanges: [], turned: [], painted: [] }
    if (edit.entry.edits.length === 0) {
      const { doc: text, selection } = edit.before
      const beside = (position: number) => elementBefore(backend, flatOf(text, position))
      edit.entry.selection = { anchor: beside(selection.anchor), head: beside(selection.head) }
    }
    for (const change of changes) writeAndNote(doc, backend, change, noted)
    const taking = takingOf(edit.transactions)
    if (taking !== null) this.#anchorAnew(doc, taking, edit.entry, noted)
    this.#noted = noted
  }

  /** What came back is other elements now: key points hold on to those. */
  #anchorAnew(doc: RichTextDocument, { entry, returning }: Taking, next: Entry, noted: Edit): void {
    const fresh = noted.exchanges.flatMap(({ came }) => came.flatMap(elementsOf))
    returning.forEach((id, index) => {
      const element = fresh[index]
      if (element !== undefined) this.renewed.add(id, element.id)
    })
    const keyPoints = doc.keyPoints ?? {}
    for (const { id, before, after } of entry.anchored) {
      const stored = keyPoints[id]
      if (stored === undefined) continue
      const now = { start: plain(stored.start) ?? "", end: plain(stored.end) ?? "" }
      const isSame = (["start", "end"] as const).every((end) => this.renewed.cursor(now[end]) === this.renewed.cursor(after[end]))
      if (!isSame) continue
      const back = { start: this.renewed.cursor(before.start), end: this.renewed.cursor(before.end) }
      stored.start = scalar(back.start)
      stored.end = scalar(back.end)
      next.anchored.push({ id, before: now, after: back })
    }
    if (returning.length === 0) return
    const back = new Set(returning)
    for (const [id, stored] of Object.entries(keyPoints)) {
      for (const end of ["start", "end"] as const) {
        const cursor = plain(stored[end]) ?? ""
        const name = `${id} ${end}`
        const was = this.#held.get(name)
        const [holds, own] = [entry.held.get(name), was?.own.replace("-", "") ?? ""]
        let next = this.renewed.cursor(cursor)
        if (was !== undefined && this.renewed.cursor(was.now) === next && back.has(own)) next = this.renewed.cursor(was.own)
        else if (holds !== undefined && this.renewed.cursor(holds.own) === next) {
          next = this.renewed.cursor(holds.by)
          this.#held.set(name, { own: was !== undefined && was.now === cursor ? was.own : cursor, now: next })
        }
        if (next !== cursor) stored[end] = scalar(next)
      }
    }
  }

  /** An edit was written. */
  add(edit: LocalEdit, hash: string): void {
    const taking = takingOf(edit.transactions)
    if (this.#noted !== null) edit.entry.edits.push({ ...this.#noted, hash })
    if (taking !== null) {
      const stack = taking.side === "undo" ? this.#undone : this.#done
      stack.push(edit.entry)
      this.#open = null
      return
    }
    this.#undone = []
    if (this.#done.at(-1) !== edit.entry) this.#done.push(edit.entry)
    if (this.#done.length > MOST_ENTRIES) this.#done.shift()
    const [first] = edit.transactions
    const composition: unknown = first?.getMeta("composition")
    const isClosed = first?.getMeta(closing) === "around"
    this.#open = isClosed ? null : { time: first?.time ?? 0, composition, ranges: rangesOf(edit.transactions) }
  }

  /** What others did moves what was written last. */
  follow(transactions: readonly Transaction[]): void {
    if (this.#open === null) return
    for (const { mapping } of transactions) this.#open.ranges = moved(this.#open.ranges, mapping)
  }

  /** A key point was made, or is to be taken away: a step that undo takes in its turn. */
  recordStep(id: string, isThere: boolean): void {
    const record = this.shown().keyPoints?.[id]
    if (record === undefined) return
    this.#open = null
    this.#undone = []
    this.#done.push(emptyEntry({ id, isThere, record }))
    if (!isThere) this.writeRecords((doc) => void delete doc.keyPoints?.[id])
  }

  /** Some blocks that were written on the writer's word elsewhere, as by the server, become a step of theirs. */
  adopt({ doc: text }: EditorState, first: number, last: number): void {
    const doc = this.shown()
    const backend = A.getBackend(doc)
    const shift = text.content.size - text.childCount - doc.text.length
    const [from, to] = [first, last + 1].map((index) => flatOf(text, startOfBlock(text, index)) - shift)
    if (from === undefined || to === undefined) return
    const [left, right] = [elementBefore(backend, from), to < doc.text.length ? elementAt(backend, to) : null]
    const entry = emptyEntry(null)
    entry.selection = { anchor: left, head: left }
    const came = runsBetween(backend, from, doc.text.slice(from, to))
    entry.edits.push({ hash: A.getHeads(doc)[0] ?? "", exchanges: [{ at: from, gone: [], came, left, right }], turned: [], painted: [] })
    this.#open = null
    this.#undone = []
    this.#done.push(entry)
  }

  /** The key point that undo would bring back now. */
  removed(): string | null {
    const record = this.#done.at(-1)?.record ?? null
    return record !== null && !record.isThere && this.#isUntouched(record) ? record.id : null
  }

  /** Whether there is something to take back. */
  can(side: "undo" | "redo"): boolean {
    const stack = side === "undo" ? this.#done : this.#undone
    return stack.some(({ record }) => record === null || this.#isUntouched(record))
  }

  take(side: "undo" | "redo", state: EditorState, dispatch: ((transaction: Transaction) => void) | undefined): boolean {
    if (dispatch === undefined) return this.can(side)
    const [from, to] = side === "undo" ? [this.#done, this.#undone] : [this.#undone, this.#done]
    for (let entry = from.pop(); entry !== undefined; entry = from.pop()) {
      this.#open = null
      if (entry.record !== null) {
        if (!this.#isUntouched(entry.record)) continue
        to.push(emptyEntry(this.#turn(entry.record)))
        return true
      }
      const back = takeBack({ state, doc: this.shown(), entry, side, renewed: this.renewed })
      if (back === null) continue
      dispatch(back.transaction.setMeta(key, back.taking).scrollIntoView())
      return true
    }
    return false
  }

  /** Whether nobody has changed the key point since, or decided on it, or brought it back. */
  #isUntouched({ id, isThere, record }: RecordStep): boolean {
    const stored = this.shown().keyPoints?.[id]
    if (stored === undefined || !isThere) return stored === undefined && !isThere
    // Words that were deleted and came back are new letters: then the anchors are others without anybody's doing.
    const { start, end } = record
    return this.isOpen(id) && JSON.stringify({ ...stored, start, end }) === JSON.stringify(record)
  }

  #turn({ id, isThere, record }: RecordStep): RecordStep {
    if (isThere) {
      const now = this.shown().keyPoints?.[id] ?? record
      this.writeRecords((doc) => void delete doc.keyPoints?.[id])
      return { id, isThere: false, record: now }
    }
    const [start, end] = [record.start, record.end].map((cursor) => scalar(this.renewed.cursor(plain(cursor) ?? "")))
    const source = record.source === undefined ? {} : { source: { ...record.source } }
    const back = { ...record, ...source, themes: [...record.themes], start: start ?? record.start, end: end ?? record.end }
    this.writeRecords((doc) => {
      doc.keyPoints ??= {}
      doc.keyPoints[id] = back
    })
    return { id, isThere: true, record: this.shown().keyPoints?.[id] ?? back }
  }
}

function emptyEntry(record: RecordStep | null): Entry {
  return { edits: [], anchored: [], held: new Map(), selection: { anchor: null, head: null }, given: null, record }
}

function elementBefore(backend: Backend, flat: number): ElementId | null {
  return flat > 0 ? elementAt(backend, flat - 1) : null
}

/** The elements of a stretch of the text, in runs as long as they were written. */
function runsBetween(backend: Backend, from: number, text: string): Run[] {
  const characters = [...text]
  const [run, last] = [{ first: elementAt(backend, from), text }, characters.at(-1) ?? ""]
  if (elementsOf(run).at(-1)?.id === elementAt(backend, from + text.length - last.length)) return [run]
  const middle = characters.slice(0, characters.length >> 1).join("")
  return [...runsBetween(backend, from, middle), ...runsBetween(backend, from + middle.length, text.slice(middle.length))]
}

function writeAndNote(doc: RichTextDocument, backend: Backend, change: LocalChange, noted: Edit): void {
  const oldAt = positionsOf(change.before, change.start)
  const exchanges = change.script.toReversed().map(({ oldFrom, oldTo }): Exchange => {
    const gone = change.before.slice(oldFrom, oldTo)
    const [from, to] = [oldAt[oldFrom] ?? change.start, oldAt[oldTo] ?? change.start]
    if (gone.length === 0) return { at: from, gone, came: [], left: null, right: null }
    const right = to < backend.length("/text") ? elementAt(backend, to) : null
    return { at: from, gone, came: [], left: elementBefore(backend, from), right }
  })
  writeLocalChange(doc, backend, change)
  const newAt = positionsOf(change.after, change.start)
  change.script.toReversed().forEach(({ newFrom, newTo }, nth) => {
    const came = exchanges[nth]?.came ?? []
    let isText = false
    for (let i = newFrom; i < newTo; i++) {
      const item = change.after[i]
      const last = came.at(-1)
      if (item?.is === "text" && isText && last !== undefined) last.text += item.text
      else came.push({ first: elementAt(backend, newAt[i] ?? 0), text: item?.is === "text" ? item.text : OBJECT })
      isText = item?.is === "text"
    }
  })
  noted.exchanges.push(...exchanges)
  noteKept(backend, change, newAt, noted)
}

function noteKept(backend: Backend, change: LocalChange, newAt: readonly number[], noted: Edit): void {
  let next = -1
  eachKept(change, (oldIndex, newIndex) => {
    const [before, after] = [change.before[oldIndex], change.after[newIndex]]
    if (before === undefined || after === undefined || looksAs(before, after)) return
    const id = elementAt(backend, newAt[newIndex] ?? 0)
    if (before.is === "marker" && after.is === "marker") noted.turned.push({ id, before, after })
    if (before.is !== "text" || after.is !== "text") return
    const last = noted.painted.at(-1)
    const goesOn = last !== undefined && next === newIndex && last.before === before.marks && last.after === after.marks
    if (goesOn) last.last = id
    else noted.painted.push({ first: id, last: id, before: before.marks, after: after.marks })
    next = newIndex + 1
  })
}

function deletes(map: StepMap): boolean {
  let found = false
  map.forEach((start, end) => (found ||= start < end))
  return found
}

/** Whether what stands on one side of a position was deleted. */
function isDeletedAt(position: number, side: 1 | -1, transactions: readonly Transaction[]): boolean {
  let at = position
  return transactions.some(({ mapping }) => {
    const { pos, deletedAfter, deletedBefore } = mapping.mapResult(at, side)
    at = pos
    return side > 0 ? deletedAfter : deletedBefore
  })
}

/** What some transactions wrote last, as it stands after them. */
function rangesOf(transactions: readonly Transaction[]): { from: number; to: number }[] {
  const maps = transactions.flatMap(({ mapping }) => mapping.maps)
  let ranges: { from: number; to: number }[] = []
  for (const map of maps) {
    ranges = moved(ranges, map)
    if (ranges.length === 0) map.forEach((_oldStart, _oldEnd, from, to) => ranges.push({ from, to }))
  }
  return ranges
}

function moved(ranges: readonly { from: number; to: number }[], map: Mappable): { from: number; to: number }[] {
  return ranges.map(({ from, to }) => ({ from: map.map(from, 1), to: map.map(to, -1) }))
}
