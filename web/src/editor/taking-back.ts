/**
 * The transaction that takes back an entry of the history, in the text as it stands now.
 *
 * What the entry wrote goes, as far as it stands; what it deleted comes back between what stood beside it. So what
 * others wrote meanwhile stays, once, and what they deleted stays deleted.
 */
import type * as A from "@automerge/automerge"
import type { Mark, Node } from "prosemirror-model"
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state"
import { attrsOf } from "./blocks"
import { OBJECT, type RichTextDocument } from "./document"
import { counterOf, deletedBy, type Element, type ElementId, elementsOf, Positions, type Renewed } from "./elements"
import type { Edit, Entry, Marker, Taking } from "./history"
import { type Item, widthOf } from "./items"
import { positionOf, startOfBlock } from "./local-change"
import { blockAt, insertItems, removeRow } from "./remote-change"
import { BLOCK_ATTRS, blockAttrs, blockTypeOf, nodeName, schema } from "./schema"

/** What is to be taken back, and in which text. */
export interface Wish {
  state: EditorState
  /** The document as the state shows it. */
  doc: A.Doc<RichTextDocument>
  entry: Entry
  side: Taking["side"]
  renewed: Renewed
}

/** Makes the transaction. Null when nothing of the entry is left that could be taken back. */
export function takeBack({ state, doc, entry, side, renewed }: Wish): { transaction: Transaction; taking: Taking } | null {
  const row = new Row(doc, renewed)
  const transaction = state.tr
  // Where the first block has no marker, the editor's row is longer by one.
  const shift = flatSize(state.doc) - doc.text.length
  const markers = new Map<ElementId, Marker>()
  for (const edit of entry.edits.toReversed()) {
    row.undo(edit, deletedBy(doc, edit.hash))
    for (const turned of edit.turned.toReversed()) turnBack(turned, row, state.doc, shift, markers, renewed)
    for (const { first, last, before, after } of edit.painted) {
      paint(transaction, row.positions.of(renewed.now(first)).at + shift, row.positions.behind(renewed.now(last)) + shift, before, after)
    }
  }
  for (const [id, { type, attrs }] of markers) {
    const position = startOfBlock(state.doc, blockAt(state.doc, row.positions.of(renewed.now(id)).at + shift) ?? 0)
    transaction.setNodeMarkup(position, schema.nodes[nodeName(type)], blockAttrs(type, attrs))
  }
  const going = withoutBorders(row, state.doc, shift)
  const returning = write(transaction, going, row.returning(), shift)
  if (!transaction.docChanged) return null
  select(transaction, [entry.selection.anchor, entry.selection.head].map((id) => row.flatBehind(id, going) + shift))
  return { transaction, taking: { side, entry, returning } }
}

/** Something that comes back, before what stands at a position. */
interface Cell {
  id: ElementId
  item: Item
  gap: number
  /** Of what one edit deleted in several places, the order. */
  edit: Edit
  at: number
  /** Written and deleted by the same entry. */
  isPassing: boolean
}

/** A place in the row: before what stands at a position, and behind so many of what comes back. */
interface Place {
  gap: number
  index: number
}

/** The row of the text with what goes and what comes back. */
class Row {
  readonly positions: Positions
  readonly cells: Cell[] = []
  readonly #cellOf = new Map<ElementId, Cell>()
  /** By the ids under which it stands now. */
  readonly #going = new Map<ElementId, { element: Element; writtenAs: ElementId }>()

  constructor(
    doc: A.Doc<RichTextDocument>,
    private readonly renewed: Renewed,
  ) {
    this.positions = new Positions(doc)
  }

  /** Goes back over one edit, the last one first. `deleted` is what it deleted. */
  undo(edit: Edit, deleted: readonly ElementId[]): void {
    let end = deleted.length
    for (const { at, gone, came, left, right } of edit.exchanges.toReversed()) {
      for (const element of came.flatMap(elementsOf)) {
        const cell = this.#cellOf.get(element.id)
        const now = this.renewed.now(element.id)
        if (cell !== undefined) cell.isPassing = true
        else this.#going.set(now, { element: { id: now, text: element.text }, writtenAs: element.id })
      }
      this.#learnBetween(left, came.flatMap(elementsOf), right)
      const ids = deleted.slice(end - gone.length, end)
      end -= gone.length
      const cells = gone.flatMap((item, index) => {
        const id = ids[index]
        return id === undefined ? [] : [{ id, item, gap: 0, edit, at, isPassing: false }]
      })
      this.#bringBack(cells, this.#behind(left), this.#before(right))
    }
  }

  /** Mostly all stands as it was left: then one question is enough. */
  #learnBetween(left: ElementId | null, came: readonly Element[], right: ElementId | null): void {
    if (left === null || this.#cellOf.has(left)) return
    const between = right === null ? came : [...came, { id: right, text: OBJECT }]
    const now = between.map(({ id, text }) => ({ id: this.renewed.now(id), text }))
    this.positions.learn(this.positions.behind(this.renewed.now(left)), now)
  }

  /** What comes back under this id, or null. */
  cellOf(id: ElementId): Cell | null {
    return this.#cellOf.get(id) ?? null
  }

  /** Whether an element stands, and is to stay. */
  stays(id: ElementId): boolean {
    const now = this.renewed.now(id)
    return !this.#going.has(now) && this.positions.of(now).stands
  }

  /** Where what goes stands now. */
  going(): { from: number; to: number }[] {
    return this.positions.standing([...this.#going.values()].map(({ element }) => element))
  }

  /** Whether what stands at a position was written after the element at another one, which is to go. */
  isNewer(position: number, than: number): boolean {
    const [id, other] = [this.positions.at(position), this.positions.at(than)]
    const written = other === null ? undefined : this.#going.get(other)?.writtenAs
    return id !== null && written !== undefined && counterOf(this.renewed.origin(id)) > counterOf(written)
  }

  /** What comes back, in the order of the row. */
  returning(): Cell[] {
    return this.cells.filter(({ isPassing }) => !isPassing)
  }

  /** Where the row goes on behind an element, once all is gone and come. */
  flatBehind(id: ElementId | null, going: readonly { from: number; to: number }[]): number {
    const { gap, index } = this.#behind(id)
    const gone = going.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, gap) - from), 0)
    const come = this.cells.slice(0, index).reduce((sum, { item, isPassing }) => sum + (isPassing ? 0 : widthOf(item)), 0)
    return gap - gone + come
  }

  #behind(id: ElementId | null): Place {
    if (id === null) return { gap: 0, index: 0 }
    const cell = this.#cellOf.get(id)
    if (cell !== undefined) return { gap: cell.gap, index: this.cells.indexOf(cell) + 1 }
    const gap = this.positions.behind(this.renewed.now(id))
    return { gap, index: this.#firstAt(gap) }
  }

  #before(id: ElementId | null): Place {
    if (id === null) return { gap: this.positions.length, index: this.cells.length }
    const cell = this.#cellOf.get(id)
    if (cell !== undefined) return { gap: cell.gap, index: this.cells.indexOf(cell) }
    const { at } = this.positions.of(this.renewed.now(id))
    return { gap: at, index: this.#firstAt(at + 1) }
  }

  #firstAt(gap: number): number {
    const index = this.cells.findIndex((cell) => cell.gap >= gap)
    return index < 0 ? this.cells.length : index
  }

  /** Others may have written between two places: then each comes back where Automerge still knows its own. */
  #bringBack(cells: readonly Cell[], low: Place, high: Place): void {
    const [first, last] = [cells[0], cells.at(-1)]
    if (first === undefined || last === undefined) return
    const gapOf = ({ id }: Cell) => Math.max(low.gap, Math.min(high.gap, this.positions.of(id).at))
    const gap = low.gap >= high.gap ? low.gap : gapOf(first)
    if (low.gap < high.gap && gap !== gapOf(last)) {
      const middle = cells.length >> 1
      const length = this.cells.length
      this.#bringBack(cells.slice(0, middle), low, high)
      const added = this.cells.length - length
      const end = cells[middle - 1]
      const from = end === undefined ? low : { gap: end.gap, index: this.cells.indexOf(end) + 1 }
      this.#bringBack(cells.slice(middle), from, { gap: high.gap, index: high.index + added })
      return
    }
    let index = gap === low.gap ? low.index : gap === high.gap ? high.index : this.#firstAt(gap)
    // Where what stood beside is gone too, only the order in which it was deleted tells.
    const comesBefore = (other: Cell | undefined) => other?.gap === gap && other.edit === first.edit && other.at < first.at
    while (comesBefore(this.cells[index])) index += 1
    for (const cell of cells) {
      cell.gap = gap
      this.#cellOf.set(cell.id, cell)
    }
    insertAll(this.cells, index, cells)
  }
}

function insertAll(list: Cell[], index: number, added: readonly Cell[]): void {
  const rest = list.splice(index)
  for (const one of added) list.push(one)
  for (const one of rest) list.push(one)
}

function flatSize(doc: Node): number {
  return doc.content.size - doc.childCount
}

/** Gives a marker back what it was, unless others have turned it since. */
function turnBack(
  { id, before, after }: { id: ElementId; before: Marker; after: Marker },
  row: Row,
  doc: Node,
  shift: number,
  wanted: Map<ElementId, Marker>,
  renewed: Renewed,
): void {
  const cell = row.cellOf(id)
  if (cell !== null) {
    if (cell.item.is === "marker") cell.item = turned(cell.item, before, after) ?? cell.item
    return
  }
  if (!row.stays(id)) return
  let now = wanted.get(id)
  if (now === undefined) {
    const index = blockAt(doc, row.positions.of(renewed.now(id)).at + shift)
    const block = index === null ? null : doc.child(index)
    const type = block === null ? null : blockTypeOf(block)
    if (block === null || type === null) return
    now = { is: "marker", key: "", type, attrs: attrsOf(block) }
  }
  const back = turned(now, before, after)
  if (back !== null) wanted.set(id, back)
}

function turned(now: Marker, before: Marker, after: Marker): Marker | null {
  const names = BLOCK_ATTRS.filter((name) => before.attrs[name] !== after.attrs[name])
  const isOthers = names.some((name) => now.attrs[name] !== after.attrs[name])
  if (isOthers || (before.type !== after.type && now.type !== after.type)) return null
  const attrs = { ...now.attrs, ...Object.fromEntries(names.map((name) => [name, before.attrs[name]])) }
  return { ...now, type: before.type === after.type ? now.type : before.type, attrs }
}

/** Gives text back the marks it had, where it still has those that it got. */
function paint(transaction: Transaction, from: number, to: number, before: readonly Mark[], after: readonly Mark[]): void {
  const [start, end] = [positionOf(transaction.doc, from), positionOf(transaction.doc, to)]
  const [came, went] = [after.filter((mark) => !mark.isInSet(before)), before.filter((mark) => !mark.isInSet(after))]
  transaction.doc.nodesBetween(start, end, (node, position) => {
    if (!node.isText && node.type.name !== "line_break") return
    const [first, last] = [Math.max(start, position), Math.min(end, position + node.nodeSize)]
    if (first >= last || !came.every((mark) => mark.isInSet(node.marks))) return
    for (const mark of came) transaction.removeMark(first, last, mark)
    for (const mark of went) {
      if (came.some(({ type }) => type === mark.type) || !node.marks.some(({ type }) => type === mark.type)) {
        transaction.addMark(first, last, mark)
      }
    }
  })
}

/** A block in which only others have written since keeps its border: what they wrote is no part of the block before. */
function withoutBorders(row: Row, doc: Node, shift: number): { from: number; to: number }[] {
  const going = row.going()
  const goes = (flat: number) => going.find(({ from, to }) => from <= flat && flat < to)
  const kept: number[] = []
  let opening = -shift
  doc.forEach((block) => {
    const start = opening
    opening += 1 + block.content.size
    if (start < 0 || goes(start) === undefined) return
    let isEmpty = true
    for (let flat = start + 1; flat < opening; flat++) {
      const range = goes(flat)
      if (range !== undefined) flat = range.to - 1
      else if (row.isNewer(flat, start)) isEmpty = false
      else return
    }
    if (!isEmpty) kept.push(start)
  })
  return going.flatMap((range) => {
    const parts = [range]
    for (const flat of kept) {
      const last = parts.at(-1)
      if (last === undefined || flat < last.from || flat >= last.to) continue
      parts.pop()
      if (last.from < flat) parts.push({ from: last.from, to: flat })
      if (flat + 1 < last.to) parts.push({ from: flat + 1, to: last.to })
    }
    return parts
  })
}

/** Writes what goes and what comes back, from the end on; tells what came back in the order in which it was written. */
function write(
  transaction: Transaction,
  going: readonly { from: number; to: number }[],
  cells: readonly Cell[],
  shift: number,
): ElementId[] {
  const groups: Cell[][] = []
  for (const cell of cells) {
    if (groups.at(-1)?.[0]?.gap === cell.gap) groups.at(-1)?.push(cell)
    else groups.push([cell])
  }
  const written: ElementId[] = []
  const gapOf = () => groups.at(-1)?.[0]?.gap ?? -1
  const insertLast = () => {
    const group = groups.pop() ?? []
    written.push(...group.map(({ id }) => id))
    insertItems(transaction, (group[0]?.gap ?? 0) + shift, group.map(({ item }) => item))
  }
  for (const { from, to } of going.toReversed()) {
    let end = to
    while (gapOf() >= to) insertLast()
    while (gapOf() > from) {
      const gap = gapOf()
      removeRow(transaction, gap + shift, end + shift)
      insertLast()
      end = gap
    }
    removeRow(transaction, from + shift, end + shift)
  }
  while (groups.length > 0) insertLast()
  return written
}

function select(transaction: Transaction, flats: readonly number[]): void {
  const [anchor, head] = flats.map((flat) => transaction.doc.resolve(positionOf(transaction.doc, flat)))
  if (anchor?.parent.inlineContent === true && head?.parent.inlineContent === true) {
    transaction.setSelection(new TextSelection(anchor, head))
  }
}
