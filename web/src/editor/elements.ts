/**
 * The elements of the Automerge text by their ids: characters, block markers and embeds.
 *
 * An element keeps its id for good, wherever others write. One that was deleted and is brought back by undo is new to
 * Automerge; `Renewed` knows as what it stands now.
 */
import * as A from "@automerge/automerge"
import { type RichTextDocument, TEXT } from "./document"

/** An element's id, written as Automerge writes a cursor: a counter and the actor who wrote it. */
export type ElementId = string

/** An element: what it is in the text as a string, two units for a character outside the basic plane. */
export interface Element {
  id: ElementId
  text: string
}

/** Elements that were written at one stroke: their ids are counted on from the first. */
export interface Run {
  first: ElementId
  text: string
}

/** The elements of a run, one by one. */
export function elementsOf({ first, text }: Run): Element[] {
  const { counter, actor } = partsOf(first)
  return [...text].map((character, index) => ({ id: `${counter + index}@${actor}`, text: character }))
}

/** An element's counter: what was written with knowledge of it has a higher one. */
export function counterOf(id: ElementId): number {
  return partsOf(id).counter
}

function partsOf(id: ElementId): { counter: number; actor: string } {
  const at = id.indexOf("@")
  return { counter: Number(id.slice(0, at)), actor: id.slice(at + 1) }
}

/** The id of the element that fills a position of the text. */
export function elementAt(backend: ReturnType<typeof A.getBackend>, position: number): ElementId {
  return backend.getCursor("/text", position)
}

/** What came back under another id. */
export class Renewed {
  readonly #now = new Map<ElementId, ElementId>()
  readonly #before = new Map<ElementId, ElementId>()

  add(old: ElementId, fresh: ElementId): void {
    this.#now.set(old, fresh)
    this.#before.set(fresh, old)
  }

  /** The id under which an element stood last. */
  now(id: ElementId): ElementId {
    return follow(this.#now, id)
  }

  /** The id under which it was written first. */
  origin(id: ElementId): ElementId {
    return follow(this.#before, id)
  }

  /** A cursor that holds on to the element as it stands now. */
  cursor(cursor: A.Cursor): A.Cursor {
    const sign = cursor.startsWith("-") ? "-" : ""
    return `${sign}${this.now(cursor.slice(sign.length))}`
  }
}

function follow(map: ReadonlyMap<ElementId, ElementId>, id: ElementId): ElementId {
  let last = id
  for (let next = map.get(id); next !== undefined; next = map.get(next)) last = next
  return last
}

/** Where elements stand in one state of the document. To ask costs up to half a millisecond in a long text. */
export class Positions {
  readonly #known = new Map<ElementId, { at: number; stands: boolean }>()
  readonly #text: string

  constructor(private readonly doc: A.Doc<RichTextDocument>) {
    this.#text = doc.text
  }

  get length(): number {
    return this.#text.length
  }

  /** Where an element begins; of one that was deleted, where what stood behind it begins. */
  of(id: ElementId): { at: number; stands: boolean } {
    let found = this.#known.get(id)
    if (found === undefined) {
      const at = this.#resolve(id)
      found = { at, stands: this.at(at) === id }
      this.#known.set(id, found)
    }
    return found
  }

  /** Of an older state, Automerge does not know an element that one change wrote and deleted. */
  #resolve(id: ElementId): number {
    try {
      return A.getCursorPosition(this.doc, TEXT, id)
    } catch {
      return 0
    }
  }

  /** The element that fills a position; null behind the last one. */
  at(position: number): ElementId | null {
    return position < this.length ? A.getCursor(this.doc, TEXT, position) : null
  }

  /** The position behind an element that stands, else the one where it would. */
  behind(id: ElementId): number {
    const { at, stands } = this.of(id)
    return stands ? at + widthAt(this.#text, at) : at
  }

  /** Where those of some elements stand that were not deleted. */
  standing(elements: readonly Element[]): { from: number; to: number }[] {
    const found: { from: number; to: number }[] = []
    for (const run of runsOf(elements)) this.#search(run, found)
    return found.sort((one, other) => one.from - other.from)
  }

  #search(run: readonly Element[], found: { from: number; to: number }[]): void {
    const [first, last] = [run[0], run.at(-1)]
    if (first === undefined || last === undefined) return
    const { at, stands } = this.of(first.id)
    const count = run.length > MOST_LOOKED_AT && this.#isWhole(run, at) ? run.length : this.learn(at, run)
    if (count > 0) found.push({ from: at, to: at + lengthOf(run.slice(0, count)) })
    if (count > 0) this.#search(run.slice(count), found)
    else if (stands || run.length === 1 || this.#areGone(first, last)) return
    else {
      const middle = run.length >> 1
      this.#search(run.slice(0, middle), found)
      this.#search(run.slice(middle), found)
    }
  }

  /** Of two that were deleted and between which nothing stands, all between them were. */
  #areGone(first: Element, last: Element): boolean {
    return !this.of(last.id).stands && this.of(last.id).at === this.of(first.id).at
  }

  /** Somebody may have written the same letters in the place of some: so much of them at once nobody has. */
  #isWhole(run: readonly Element[], from: number): boolean {
    const said = run.map(({ text }) => text).join("")
    const last = run.at(-1)
    const end = from + said.length
    return last !== undefined && this.#text.slice(from, end) === said && this.at(end - last.text.length) === last.id
  }

  /** Looks which of some elements stand one after the other from a position on, and how many: to ask for each is slow. */
  learn(from: number, elements: readonly Element[]): number {
    let at = from
    for (const [index, { id, text }] of elements.entries()) {
      if (this.at(at) !== id) return index
      this.#known.set(id, { at, stands: true })
      at += text.length
    }
    return elements.length
  }
}

const MOST_LOOKED_AT = 2000

function lengthOf(elements: readonly Element[]): number {
  return elements.reduce((sum, { text }) => sum + text.length, 0)
}

function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdbff ? 2 : 1
}

function runsOf(elements: readonly Element[]): Element[][] {
  const parts = elements.map((element) => ({ element, ...partsOf(element.id) }))
  parts.sort((one, other) => (one.actor < other.actor ? -1 : one.actor > other.actor ? 1 : one.counter - other.counter))
  const runs: Element[][] = []
  parts.forEach(({ element, actor, counter }, index) => {
    const before = parts[index - 1]
    const goesOn = before?.actor === actor && before.counter === counter - 1
    if (goesOn) runs.at(-1)?.push(element)
    else runs.push([element])
  })
  return runs
}

/** The ids of what a change deleted from the text, in the order in which it was written. */
export function deletedBy(doc: A.Doc<RichTextDocument>, hash: string): ElementId[] {
  const text = A.getObjectId(doc, "text")
  return (A.inspectChange(doc, hash)?.ops ?? []).flatMap((op) => {
    const isText = op.action === "del" && op.obj === text
    return isText && "elemId" in op && typeof op.elemId === "string" ? [op.elemId] : []
  })
}
