/**
 * Carets and selections of others, sent through automerge-repo's ephemeral messages.
 *
 * A caret travels as the cursor of the character before it (null: the very beginning), so that it stays where it
 * is while texts differ. Messages are throttled. Who closes the document or the page says good-bye; a caret that was not
 * heard of for a while goes as well.
 */
import * as A from "@automerge/automerge"
import { type EditorState, Plugin, PluginKey } from "prosemirror-state"
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view"
import { behind, type DocumentHandle, TEXT } from "./document"
import type { OtherWriter, PresenceChannel, Writer } from "./editor-api"
import { flatOf, positionOf } from "./local-change"
import { readScreenSelection } from "./screen-selection"

/** A caret on its way. */
export interface CursorMessage {
  kind: "cursor"
  personId: string
  name: string
  colour: string
  anchor: string | null
  head: string | null
}

/** Someone closed the document, or the page with it. */
export interface LeftMessage {
  kind: "left"
  personId: string
}

/** How often carets are sent at most, how often they are repeated, when one is forgotten, and how long a moved one is named. */
export const CURSOR_TIMES = { throttle: 120, repeat: 10_000, forget: 30_000, named: 2500 }

interface Other {
  writer: OtherWriter
  anchor: string | null
  head: string | null
  seenAt: number
  movedAt: number
}

interface Shown {
  decorations: DecorationSet
}

const key = new PluginKey<Shown>("remote-cursors")

/** The plugin that draws others' carets; they move with the text until they are heard of again. */
export function remoteCursorMarks(): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: () => ({ decorations: DecorationSet.empty }),
      apply(transaction, shown) {
        const next: DecorationSet | undefined = transaction.getMeta(key)
        if (next !== undefined) return { decorations: next }
        if (!transaction.docChanged) return shown
        return { decorations: shown.decorations.map(transaction.mapping, transaction.doc) }
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  })
}

/** Whether somebody else's caret stands between two positions. */
export function isWrittenIn(state: EditorState, from: number, to: number): boolean {
  return (key.getState(state)?.decorations.find(from, to).length ?? 0) > 0
}

/** What sends and receives carets. */
export interface RemoteCursors {
  /** The selection or text changed: others shall know soon. */
  moved(): void
  /** The document changed: carets are looked up again. */
  redraw(): void
  /** Nobody writes here for now; the others' carets are followed all the same. */
  leave(): void
  comeBack(): void
  close(): void
}

/** What remote cursors are opened with. Time and timers come in, so that tests need not wait. */
export interface RemoteCursorOptions {
  view: EditorView
  handle: DocumentHandle
  channel: PresenceChannel
  writer: Writer
  implicitFirst(): boolean
  onOthers(others: readonly OtherWriter[]): void
  now?: () => number
  every?: (milliseconds: number, run: () => void) => () => void
  after?: (milliseconds: number, run: () => void) => () => void
}

/** Begins sending the own caret and showing those of others. */
export function openRemoteCursors(options: RemoteCursorOptions): RemoteCursors {
  const { view, handle, channel, writer, now = Date.now, every = interval, after = timeout } = options
  const others = new Map<string, Other>()
  let waiting: (() => void) | null = null
  let unnaming: (() => void) | null = null
  let sentAt = 0
  let here = true

  const stopListening = channel.onMessage((message, senderId) => {
    if (isLeft(message)) {
      others.delete(senderId)
      draw()
      return
    }
    const cursor = readCursor(message)
    if (cursor === null) return
    const known = others.get(senderId)
    const hasMoved = known === undefined || known.anchor !== cursor.anchor || known.head !== cursor.head
    others.set(senderId, {
      writer: {
        senderId,
        personId: cursor.personId,
        name: cursor.name,
        colour: cursor.colour,
        paragraphId: null,
        blockIndex: null,
      },
      anchor: cursor.anchor,
      head: cursor.head,
      seenAt: now(),
      movedAt: hasMoved ? now() : known.movedAt,
    })
    draw()
    // Who came in learns where this caret is without waiting for it to move.
    if (known === undefined) moved()
  })

  const stopRepeating = every(CURSOR_TIMES.repeat, () => {
    if (here) send()
    const before = others.size
    for (const [senderId, other] of others) {
      if (now() - other.seenAt > CURSOR_TIMES.forget) others.delete(senderId)
    }
    if (others.size !== before) draw()
  })

  function moved(): void {
    if (!here) return
    waiting ??= after(Math.max(0, sentAt + CURSOR_TIMES.throttle - now()), () => {
      waiting = null
      send()
    })
  }

  function send(): void {
    sentAt = now()
    const { anchor, head } = view.state.selection
    const message: CursorMessage = { kind: "cursor", ...writer, anchor: cursorAt(anchor), head: cursorAt(head) }
    channel.broadcast(message)
  }

  function leave(): void {
    here = false
    waiting?.()
    waiting = null
    const message: LeftMessage = { kind: "left", personId: writer.personId }
    channel.broadcast(message)
  }

  function comeBack(): void {
    here = true
    moved()
  }

  // What is sent while the page is hidden still goes out. A browser may keep the page, for going back to it.
  const window = view.dom.ownerDocument.defaultView
  window?.addEventListener("pagehide", leave)
  window?.addEventListener("pageshow", comeBack)

  function cursorAt(position: number): string | null {
    const flat = flatOf(view.state.doc, position) - (options.implicitFirst() ? 1 : 0)
    const length = handle.doc().text.length
    return flat > 0 && flat <= length ? A.getCursor(handle.doc(), TEXT, flat - 1, "before") : null
  }

  function positionAt(cursor: string | null): number | null {
    if (cursor === null) return 1
    try {
      const flat = behind(handle.doc().text, A.getCursorPosition(handle.doc(), TEXT, cursor))
      return positionOf(view.state.doc, flat + (options.implicitFirst() ? 1 : 0))
    } catch {
      return null
    }
  }

  function draw(): void {
    readScreenSelection(view)
    const decorations: Decoration[] = []
    const shown: OtherWriter[] = []
    const end = view.state.doc.content.size
    for (const other of others.values()) {
      const head = positionAt(other.head)
      const anchor = positionAt(other.anchor)
      if (head === null || anchor === null || head > end || anchor > end) {
        shown.push(other.writer)
        continue
      }
      const $head = view.state.doc.resolve(head)
      const id: unknown = $head.depth > 0 ? $head.node(1).attrs.id : null
      shown.push({ ...other.writer, paragraphId: typeof id === "string" ? id : null, blockIndex: $head.index(0) })
      decorations.push(...caretOf(other.writer, anchor, head, isNamed(other)))
    }
    options.onOthers(shown)
    view.dispatch(view.state.tr.setMeta(key, DecorationSet.create(view.state.doc, decorations)).setMeta("addToHistory", false))
    keepFlagsInside(view)
    unnameSoon()
  }

  // A name is shown while its caret moves, and a little longer.
  function isNamed({ movedAt }: Other): boolean {
    return now() - movedAt < CURSOR_TIMES.named
  }

  function unnameSoon(): void {
    const named = [...others.values()].filter(isNamed)
    unnaming?.()
    unnaming = null
    if (named.length === 0) return
    const next = Math.min(...named.map(({ movedAt }) => movedAt)) + CURSOR_TIMES.named
    unnaming = after(next - now(), draw)
  }

  return {
    moved,
    leave,
    comeBack,
    redraw: () => {
      if (others.size > 0) draw()
    },
    close() {
      window?.removeEventListener("pagehide", leave)
      window?.removeEventListener("pageshow", comeBack)
      stopRepeating()
      stopListening()
      unnaming?.()
      leave()
    },
  }
}

/** Moves flags that stand out of the text back into its width. */
function keepFlagsInside(view: EditorView): void {
  const flags = [...view.dom.querySelectorAll<HTMLElement>(".remote-caret-named .remote-flag")]
  if (flags.length === 0) return
  for (const flag of flags) flag.style.translate = ""
  const room = view.dom.getBoundingClientRect()
  const moves = flags.map((flag) => {
    const { left, right } = flag.getBoundingClientRect()
    return Math.max(room.left - left, 0) + Math.min(room.right - right, 0)
  })
  flags.forEach((flag, index) => {
    if (moves[index] !== 0) flag.style.translate = `${moves[index]}px`
  })
}

function caretOf(writer: OtherWriter, anchor: number, head: number, named: boolean): Decoration[] {
  const caret = Decoration.widget(
    head,
    () => {
      const element = document.createElement("span")
      element.className = named ? "remote-caret remote-caret-named" : "remote-caret"
      element.style.setProperty("--writer", safeColour(writer.colour))
      element.setAttribute("aria-hidden", "true")
      const flag = document.createElement("span")
      flag.className = "remote-flag"
      flag.dir = "auto"
      flag.textContent = writer.name
      element.append(flag)
      return element
    },
    { key: `${writer.senderId} ${writer.name} ${writer.colour} ${named}`, side: 1, ignoreSelection: true },
  )
  if (anchor === head) return [caret]
  const selection = Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
    class: "remote-selection",
    style: `--writer: ${safeColour(writer.colour)}`,
  })
  return [selection, caret]
}

/** A colour goes into a style, so only plain ones are taken. */
function safeColour(colour: string): string {
  return /^(#[0-9a-f]{3,8}|var\(--[a-z0-9-]+\)|[a-z]+)$/i.test(colour) ? colour : "currentcolor"
}

function readCursor(message: unknown): CursorMessage | null {
  if (typeof message !== "object" || message === null) return null
  if (!("kind" in message) || message.kind !== "cursor") return null
  if (!("personId" in message) || typeof message.personId !== "string") return null
  if (!("name" in message) || typeof message.name !== "string") return null
  const cursor = (value: unknown) => (typeof value === "string" && /^-?\d+@[0-9a-f]+$/.test(value) ? value : null)
  return {
    kind: "cursor",
    personId: message.personId,
    name: message.name.slice(0, 80),
    colour: "colour" in message && typeof message.colour === "string" ? message.colour : "currentcolor",
    anchor: "anchor" in message ? cursor(message.anchor) : null,
    head: "head" in message ? cursor(message.head) : null,
  }
}

function isLeft(message: unknown): boolean {
  return typeof message === "object" && message !== null && "kind" in message && message.kind === "left"
}

function interval(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds)
  return () => clearInterval(timer)
}

function timeout(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
