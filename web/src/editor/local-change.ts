/**
 * What was typed here, as operations on the Automerge text.
 *
 * The two editor documents before and after are compared only where they differ, and only the smallest stretch
 * that differs is written: no span of text is ever replaced by an equal one, so what others do there survives.
 */
import * as A from "@automerge/automerge"
import { Mark, type Node } from "prosemirror-model"
import type { Transaction } from "prosemirror-state"
import { ReplaceStep, type Step } from "prosemirror-transform"
import { type RichTextDocument, scalar, TEXT } from "./document"
import { type Item, itemsBetween, itemsOfBlocks, type Script, shortScript, trimmedScript, widthOf } from "./items"
import { BLOCK_ATTRS, type BlockAttrs, type BlockType } from "./schema"

/** A stretch of the row before and after, and how the one becomes the other. */
export interface LocalChange {
  /** The flat position of the stretch. */
  start: number
  before: readonly Item[]
  after: readonly Item[]
  script: Script
  /** Marks beside the stretch: of the character before it, and of the one behind. */
  left: Beside
  right: Beside
}

interface Beside {
  marker: boolean
  marks: readonly Mark[]
}

/** More steps than these that need comparing are compared as a whole: that is quicker then. */
const MOST_COMPARED = 12

/**
 * Tells what some transactions changed, in the order in which it is to be written.
 *
 * Step by step where that is possible: a step tells exactly what went and what came, also of equal letters. Text that
 * was dragged is then what moves, and not the text it was dragged past.
 */
export function localChanges(before: Node, after: Node, transactions: readonly Transaction[]): LocalChange[] {
  if (before === after) return []
  const steps = transactions.flatMap((transaction) =>
    transaction.steps.map((step, index) => ({
      step,
      before: transaction.docs[index] ?? before,
      after: transaction.docs[index + 1] ?? transaction.doc,
    })),
  )
  const compared = steps.filter(({ step }) => !(step instanceof ReplaceStep)).length
  if (compared > MOST_COMPARED && compared === steps.length) return listOf(changeBetween(before, after))
  return steps.flatMap((one) => listOf(fromStep(one.step, one.before, one.after) ?? changeBetween(one.before, one.after)))
}

/** Automerge loses track of what a reader holds after a `changeAt` that wrote nothing: so nothing is no change. */
function listOf(change: LocalChange | null): LocalChange[] {
  return change === null || writesNothing(change) ? [] : [change]
}

function writesNothing({ script, before, after }: LocalChange): boolean {
  return script.length === 0 && before.every((item, index) => looksAs(item, after[index]))
}

/** Whether two items with equal keys are alike in marks and attributes too. */
export function looksAs(item: Item, other: Item | undefined): boolean {
  if (item.is === "text") return other?.is === "text" && Mark.sameSet(item.marks, other.marks)
  if (item.is !== "marker") return true
  if (other?.is !== "marker" || item.type !== other.type) return false
  return BLOCK_ATTRS.every((name) => item.attrs[name] === other.attrs[name])
}

function fromStep(step: Step, before: Node, after: Node): LocalChange | null {
  if (!(step instanceof ReplaceStep)) return null
  const { from, to, slice } = step
  const newTo = from + slice.size
  // A block that is replaced as a whole may change its markup too; then comparing tells more.
  if (from < to && slice.content.firstChild?.isBlock === true && slice.openStart === 0) return null
  if (splitsCharacter(before, from) || splitsCharacter(before, to) || splitsCharacter(after, newTo)) return null
  const oldItems = itemsBetween(before, from, to)
  const newItems = itemsBetween(after, from, newTo)
  return {
    start: flatOf(before, from),
    before: oldItems,
    after: newItems,
    script: trimmedScript(oldItems, newItems),
    left: beside(before, from, -1),
    right: beside(before, to, 1),
  }
}

/** Compares two documents where nothing is known about what led from one to the other. */
export function changeBetween(before: Node, after: Node): LocalChange | null {
  return changeOfBlocks(before, after, differingBlocks(before, after), shortScript)
}

/** The blocks that differ: those before `first`, and those from both ends on, are the same. */
export interface DifferingBlocks {
  first: number
  oldEnd: number
  newEnd: number
}

/** Finds which blocks of two documents differ. */
export function differingBlocks(before: Node, after: Node): DifferingBlocks {
  const shorter = Math.min(before.childCount, after.childCount)
  let first = 0
  while (first < shorter && before.child(first).eq(after.child(first))) first += 1
  let same = 0
  while (
    same < shorter - first &&
    before.child(before.childCount - 1 - same).eq(after.child(after.childCount - 1 - same))
  ) {
    same += 1
  }
  return { first, oldEnd: before.childCount - same, newEnd: after.childCount - same }
}

/** The change of some blocks, for which something else finds the script. */
export function changeOfBlocks(
  before: Node,
  after: Node,
  { first, oldEnd, newEnd }: DifferingBlocks,
  scriptOf: (before: readonly Item[], after: readonly Item[]) => Script,
): LocalChange | null {
  if (first === oldEnd && first === newEnd) return null
  const oldItems = itemsOfBlocks(before, first, oldEnd)
  const newItems = itemsOfBlocks(after, first, newEnd)
  const from = startOfBlock(before, first)
  return {
    start: from - first,
    before: oldItems,
    after: newItems,
    script: scriptOf(oldItems, newItems),
    left: beside(before, from, -1),
    right: beside(before, startOfBlock(before, oldEnd), 1),
  }
}

/** The flat position of a position of the editor (with a marker for every block). */
export function flatOf(doc: Node, position: number): number {
  return position - doc.resolve(position).index(0)
}

/** The editor's position of a flat position, where the caret would stand. */
export function positionOf(doc: Node, flat: number): number {
  let start = 0
  for (let index = 0; index < doc.childCount; index++) {
    const block = doc.child(index)
    // The flat position right behind a block's last character is the next block's marker.
    const end = start + 1 + block.content.size
    if (flat <= end) return Math.max(flat, start + 1) + index
    start = end
  }
  return doc.content.size - 1
}

/** Where a block opens. */
export function startOfBlock(doc: Node, index: number): number {
  let start = 0
  for (let i = 0; i < index && i < doc.childCount; i++) start += doc.child(i).nodeSize
  return start
}

function splitsCharacter(doc: Node, position: number): boolean {
  const $position = doc.resolve(position)
  if ($position.textOffset === 0) return false
  const code = $position.parent.child($position.index()).text?.charCodeAt($position.textOffset) ?? 0
  return code >= 0xdc00 && code <= 0xdfff
}

/** What stands beside a position in the row. A block's closing has no item, so its last character ends it. */
function beside(doc: Node, position: number, direction: -1 | 1): Beside {
  const $position = doc.resolve(position)
  let index = $position.index(0)
  let child = 0
  let marker = false
  if ($position.depth > 0) {
    child = direction < 0 ? $position.indexAfter() - 1 : $position.index()
  } else if (direction < 0) {
    index -= 1
    child = (doc.maybeChild(index)?.childCount ?? 0) - 1
  } else {
    marker = true
  }
  for (;;) {
    const block = doc.maybeChild(index)
    if (block === null) return { marker: true, marks: [] }
    const node = block.maybeChild(child)
    if (node !== null && (node.isText || node.type.name === "line_break")) return { marker, marks: node.marks }
    marker = true
    if (node !== null) {
      child += direction
    } else {
      index += direction
      child = direction < 0 ? (doc.maybeChild(index)?.childCount ?? 0) - 1 : 0
    }
  }
}

/** Writes a change into the document that stands as it was before. */
export function writeLocalChange(
  doc: RichTextDocument,
  backend: ReturnType<typeof A.getBackend>,
  change: LocalChange,
): void {
  const oldAt = positionsOf(change.before, change.start)
  for (const hunk of change.script.toReversed()) {
    const at = oldAt[hunk.oldFrom] ?? change.start
    const length = (oldAt[hunk.oldTo] ?? at) - at
    const coming = change.after.slice(hunk.newFrom, hunk.newTo)
    if (coming.every((item) => item.is === "text")) {
      A.splice(doc, TEXT, at, length, coming.map((item) => item.key).join(""))
    } else {
      if (length > 0) A.splice(doc, TEXT, at, length)
      insertItems(doc, at, coming)
    }
  }
  const newAt = positionsOf(change.after, change.start)
  writeMarkers(backend, change, newAt)
  writeMarks(doc, change, newAt)
}

/** Where items stand that begin at a flat position, and where the next one would. */
export function positionsOf(items: readonly Item[], start: number): number[] {
  const found = [start]
  let at = start
  for (const item of items) {
    at += widthOf(item)
    found.push(at)
  }
  return found
}

function insertItems(doc: RichTextDocument, start: number, items: readonly Item[]): void {
  let at = start
  let text = ""
  const flush = () => {
    if (text !== "") A.splice(doc, TEXT, at, 0, text)
    at += text.length
    text = ""
  }
  for (const item of items) {
    if (item.is === "text") {
      text += item.text
      continue
    }
    flush()
    A.splitBlock(doc, TEXT, at, item.is === "marker" ? markerValue(item.type, item.attrs) : embedValue(item.type, item.id))
    at += 1
  }
  flush()
}

/** A block marker as the document keeps it. */
export function markerValue(type: BlockType, attrs: Partial<BlockAttrs>): Record<string, A.MaterializeValue> {
  const kept: Record<string, A.MaterializeValue> = {}
  for (const name of BLOCK_ATTRS) {
    const value = attrs[name]
    if (typeof value === "string") kept[name] = scalar(value)
    if (typeof value === "number") kept[name] = value
  }
  return { type: scalar(type), parents: [], attrs: kept, isEmbed: false }
}

function embedValue(type: string, id: string | null): Record<string, A.MaterializeValue> {
  return { type: scalar(type), parents: [], attrs: id === null ? {} : { id: scalar(id) }, isEmbed: true }
}

/** Calls back for each item that stays, with its place in both rows. */
export function eachKept(change: LocalChange, callback: (oldIndex: number, newIndex: number) => void): void {
  let oldIndex = 0
  let newIndex = 0
  const upTo = (end: number) => {
    for (; oldIndex < end; oldIndex++, newIndex++) callback(oldIndex, newIndex)
  }
  for (const hunk of change.script) {
    upTo(hunk.oldFrom)
    oldIndex = hunk.oldTo
    newIndex = hunk.newTo
  }
  upTo(change.before.length)
}

/** Sets only the attributes that differ, in place: a marker that is written anew would double under merging. */
function writeMarkers(backend: ReturnType<typeof A.getBackend>, change: LocalChange, newAt: readonly number[]): void {
  eachKept(change, (oldIndex, newIndex) => {
    const before = change.before[oldIndex]
    const after = change.after[newIndex]
    if (before?.is !== "marker" || after?.is !== "marker") return
    setMarker(backend, newAt[newIndex] ?? 0, before, after)
  })
}

/** Writes what differs between two states of the marker at a flat position. */
export function setMarker(
  backend: ReturnType<typeof A.getBackend>,
  flat: number,
  before: { type: BlockType; attrs: BlockAttrs },
  after: { type: BlockType; attrs: BlockAttrs },
): void {
  const marker = objectIn(backend, "/text", flat)
  if (marker === null) return
  if (before.type !== after.type) backend.put(marker, "type", after.type, "str")
  for (const name of BLOCK_ATTRS) {
    const value = after.attrs[name]
    if (before.attrs[name] === value) continue
    const attrs = objectIn(backend, marker, "attrs") ?? backend.putObject(marker, "attrs", {})
    if (value === null) backend.delete(attrs, name)
    else backend.put(attrs, name, value, typeof value === "number" ? "int" : "str")
  }
}

function objectIn(backend: ReturnType<typeof A.getBackend>, parent: string, prop: string | number): string | null {
  const found = backend.getWithType(parent, prop)
  return found !== null && found[0] === "map" && typeof found[1] === "string" ? found[1] : null
}

const MARKS = ["strong", "em", "link"] as const
type MarkName = (typeof MARKS)[number]
type MarkValue = string | true | null

/** Undefined: what the text got by itself is not known. */
type Expected = Record<MarkName, MarkValue | undefined>

const NONE: Expected = { strong: null, em: null, link: null }

/** Gives each character the marks it has in the editor, where it did not get them by itself. */
function writeMarks(doc: RichTextDocument, change: LocalChange, newAt: readonly number[]): void {
  const expected: Expected[] = change.after.map(() => NONE)
  eachKept(change, (oldIndex, newIndex) => {
    const item = change.before[oldIndex]
    if (item?.is === "text") expected[newIndex] = valuesOf(item.marks)
  })
  for (const hunk of change.script) {
    const inherited = inheritedAt(change, hunk.oldFrom, hunk.oldTo)
    for (let i = hunk.newFrom; i < hunk.newTo; i++) expected[i] = inherited
  }
  for (const name of MARKS) writeMark(doc, name, change.after, expected, newAt)
}

function writeMark(
  doc: RichTextDocument,
  name: MarkName,
  items: readonly Item[],
  expected: readonly Expected[],
  newAt: readonly number[],
): void {
  let start = 0
  while (start < items.length) {
    const wanted = wantedAt(items, expected, start, name)
    let end = start + 1
    if (wanted !== undefined) {
      while (end < items.length && wantedAt(items, expected, end, name) === wanted) end += 1
      const range = { start: newAt[start] ?? 0, end: newAt[end] ?? 0, expand: expandOf(name) }
      if (wanted === null) A.unmark(doc, TEXT, range, name)
      else A.mark(doc, TEXT, range, name, wanted)
    }
    start = end
  }
}

function expandOf(name: MarkName): "after" | "none" {
  return name === "link" ? "none" : "after"
}

/** The value to write, or undefined where there is nothing to write. */
function wantedAt(items: readonly Item[], expected: readonly Expected[], index: number, name: MarkName) {
  const item = items[index]
  // Automerge tells no marks of markers and embeds.
  if (item?.is !== "text") return undefined
  const value = valuesOf(item.marks)[name] ?? null
  return value === expected[index]?.[name] ? undefined : value
}

function valuesOf(marks: readonly Mark[]): Expected {
  if (marks.length === 0) return NONE
  const values: Expected = { ...NONE }
  for (const mark of marks) {
    if (mark.type.name === "link") values.link = String(mark.attrs.href)
    else if (mark.type.name === "strong" || mark.type.name === "em") values[mark.type.name] = true
  }
  return values
}

/** The marks that inserted text gets by itself: those that end at its left expand, links don't. */
function inheritedAt(change: LocalChange, oldFrom: number, oldTo: number): Expected {
  const left = besideHunk(change.before, oldFrom, -1, change.left)
  const right = besideHunk(change.before, oldTo, 1, change.right)
  const leftValues = valuesOf(left.marks)
  const rightValues = valuesOf(right.marks)
  const going = change.before.slice(oldFrom, oldTo).some((item) => item.is !== "text" || item.marks.length > 0)
  const certain = !left.marker && !going
  const inherited: Expected = { ...NONE }
  for (const name of MARKS) {
    const plainAround = (leftValues[name] ?? null) === null && (rightValues[name] ?? null) === null
    if (plainAround && !going) continue
    inherited[name] = certain && name !== "link" ? leftValues[name] : undefined
  }
  return inherited
}

/** The nearest character beside a place in the row, and whether markers or embeds stand between: they hide marks. */
function besideHunk(items: readonly Item[], place: number, direction: -1 | 1, outside: Beside): Beside {
  let at = direction < 0 ? place - 1 : place
  let marker = false
  for (;;) {
    const item = items[at]
    if (item === undefined) return { marker: marker || outside.marker, marks: outside.marks }
    if (item.is === "text") return { marker, marks: item.marks }
    marker = true
    at += direction
  }
}
