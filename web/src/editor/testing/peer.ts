/** A writer without a browser: a real editor state and the real bridge over an Automerge document in memory. */
import * as A from "@automerge/automerge"
import type { Node } from "prosemirror-model"
import { EditorState, type Transaction } from "prosemirror-state"
import { renderText } from "../blocks"
import { type Bridge, type Companion, openBridge, type StateHolder } from "../bridge"
import { type DocumentChange, type DocumentHandle, type RichTextDocument, scalar, TEXT } from "../document"
import type { DocumentKind } from "../editor-api"
import { footnoteIds, plainEmbeds, writingFootnotes } from "../footnotes"
import { history, historyOf } from "../history"
import { passageOf, rememberPassages } from "../key-points"
import { positionOf } from "../local-change"
import { paragraphIds } from "../paragraph-ids"
import { movingSources } from "../paragraph-sources"
import { reanchoring } from "../reanchoring"

/** A document in memory that tells its listeners as an automerge-repo handle does. */
export class MemoryHandle implements DocumentHandle {
  #doc: A.Doc<RichTextDocument>
  #listeners = new Set<(change: DocumentChange) => void>()

  constructor(doc: A.Doc<RichTextDocument>) {
    this.#doc = doc
  }

  doc(): A.Doc<RichTextDocument> {
    return this.#doc
  }

  change(callback: A.ChangeFn<RichTextDocument>): void {
    this.update((doc) => A.change(doc, callback))
  }

  changeAt(heads: A.Heads, callback: A.ChangeFn<RichTextDocument>): A.Heads | undefined {
    let made: A.Heads | undefined
    this.update((doc) => {
      const { newDoc, newHeads } = A.changeAt(doc, heads, callback)
      made = newHeads ?? undefined
      return newDoc
    })
    return made
  }

  update(change: (doc: A.Doc<RichTextDocument>) => A.Doc<RichTextDocument>): void {
    const before = A.getHeads(this.#doc)
    this.#doc = change(this.#doc)
    const heads = A.getHeads(this.#doc)
    if (before.join() === heads.join()) return
    const patches = A.diff(this.#doc, before, heads)
    for (const listener of this.#listeners) listener({ patches, heads })
  }

  onChange(listener: (change: DocumentChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** What shows a peer's state; a browser's view can take this one's place. */
export type MakeHolder = (state: EditorState, dispatch: (transaction: Transaction) => void) => StateHolder

class PlainHolder implements StateHolder {
  composing = false

  constructor(public state: EditorState) {}

  updateState(state: EditorState): void {
    this.state = state
  }
}

/** One writer. Nothing is shown until `peer.bridge.flush()`: the test decides when a frame comes. */
export class Peer {
  readonly holder: StateHolder
  #time = 0
  #dispatched = 0
  readonly handle: DocumentHandle
  /** The document in memory, for syncing; unused where another handle was given. */
  readonly memory: MemoryHandle
  readonly bridge: Bridge
  readonly newId: () => string
  /** Ids of the key points that were marked here, and of those that were taken away. */
  readonly marked = new Set<string>()
  readonly unmarked = new Set<string>()
  /** Called with the state before and after each edit made here. */
  onOwnEdit: ((before: EditorState, after: EditorState, transaction: Transaction) => void) | null = null

  constructor(
    doc: A.Doc<RichTextDocument>,
    readonly kind: DocumentKind,
    newId: () => string,
    makeHolder: MakeHolder = (state) => new PlainHolder(state),
    handle?: DocumentHandle,
  ) {
    this.newId = newId
    this.memory = new MemoryHandle(doc)
    this.handle = handle ?? this.memory
    const plugins = [history(), footnoteIds(newId), plainEmbeds()]
    const companions: Companion[] = [writingFootnotes(), reanchoring()]
    if (kind === "output") {
      plugins.push(paragraphIds(newId))
      companions.unshift(movingSources())
    }
    const state = EditorState.create({ doc: this.rendered(), plugins })
    historyOf(state).passages = ({ doc }) => this.#passages(doc)
    this.holder = makeHolder(state, (transaction) => this.dispatch(transaction))
    this.bridge = openBridge(this.holder, {
      handle: this.handle,
      schedule: () => () => undefined,
      pause: () => () => undefined,
      isEditable: () => true,
      companions,
    })
  }

  /** Where key points stand: a page has them drawn. */
  #passages(text: Node): { id: string; from: number; to: number }[] {
    const doc = historyOf(this.state).shown()
    const shift = text.content.size - text.childCount - doc.text.length
    rememberPassages(doc, [])
    return Object.entries(doc.keyPoints ?? {}).flatMap(([id, stored]) => {
      const passage = passageOf(doc, stored)
      if (passage === null) return []
      return [{ id, from: positionOf(text, passage.start + shift), to: positionOf(text, passage.end + shift) }]
    })
  }

  get state(): EditorState {
    return this.holder.state
  }

  /** Whether the browser holds the text; a real view knows by itself. */
  get composing(): boolean {
    return this.holder.composing
  }

  set composing(composing: boolean) {
    if (this.holder instanceof PlainHolder) this.holder.composing = composing
  }

  dispatch = (transaction: Transaction): void => {
    const before = this.state
    // History groups by time: here it passes by itself, now slowly, now fast.
    this.#dispatched += 1
    this.#time += this.#dispatched % 3 === 0 ? 2000 : 10
    transaction.setTime(this.#time)
    this.bridge.dispatch(transaction)
    this.onOwnEdit?.(before, this.state, transaction)
  }

  /** What the Automerge document says. */
  rendered() {
    return renderText(this.handle.doc()).doc
  }
}

/** Two documents that sync, each with what it knows of the other: as a connection that lasts. */
export class Line {
  #oneState = A.initSyncState()
  #otherState = A.initSyncState()

  constructor(
    private readonly one: MemoryHandle,
    private readonly other: MemoryHandle,
  ) {}

  /** Brings both to the same state through Automerge's sync protocol. */
  sync(): void {
    for (;;) {
      const [nextOne, toOther] = A.generateSyncMessage(this.one.doc(), this.#oneState)
      this.#oneState = nextOne
      if (toOther !== null) {
        this.other.update((doc) => {
          const [received, state] = A.receiveSyncMessage(doc, this.#otherState, toOther)
          this.#otherState = state
          return received
        })
      }
      const [nextOther, toOne] = A.generateSyncMessage(this.other.doc(), this.#otherState)
      this.#otherState = nextOther
      if (toOne !== null) {
        this.one.update((doc) => {
          const [received, state] = A.receiveSyncMessage(doc, this.#oneState, toOne)
          this.#oneState = state
          return received
        })
      }
      if (toOther === null && toOne === null) return
    }
  }
}

/** Brings two documents to the same state once. */
export function sync(one: MemoryHandle, other: MemoryHandle): void {
  new Line(one, other).sync()
}

/** Makes a document as the server does, with these paragraphs. */
export function makeDocument(
  kind: DocumentKind,
  paragraphs: readonly string[],
  actor: string,
): A.Doc<RichTextDocument> {
  const empty: RichTextDocument = {
    schema: 1,
    kind: scalar(kind),
    lang: scalar("en"),
    text: "",
    keyPoints: {},
    footnotes: {},
    tables: {},
    sources: {},
    original: true,
  }
  return A.change(A.from<RichTextDocument>(empty, actor), (doc) => {
    let at = 0
    paragraphs.forEach((text, index) => {
      const attrs: Record<string, A.MaterializeValue> = kind === "output" ? { id: scalar(`p${index}`) } : {}
      A.splitBlock(doc, TEXT, at, { type: scalar("paragraph"), parents: [], attrs, isEmbed: false })
      A.splice(doc, TEXT, at + 1, 0, text)
      at += 1 + text.length
      if (kind === "output" && doc.sources !== undefined) {
        doc.sources[`p${index}`] = { [`k${index}`]: { quote: scalar(text), statement: scalar(text) } }
      }
    })
  })
}
