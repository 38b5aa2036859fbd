/** Searching in an open text: what is found is tinted, and followed while the text changes. */
import { Plugin, PluginKey, TextSelection } from "prosemirror-state"
import type { Mapping } from "prosemirror-transform"
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view"
import type { Schedule } from "./bridge"
import { type DocumentHandle, plain } from "./document"
import type { FindActions, Found } from "./editor-api"
import { excerptOf, type Finder, isBlank, type Match, openFinder } from "./find"
import { footnoteText } from "./footnotes"
import { focusText, readScreenSelection } from "./screen-selection"

interface Drawing {
  all: DecorationSet
  /** Only the current match: it changes more often than all of them. */
  current: DecorationSet
  /** Where the current match begins. */
  at: number
  /** Where the search began, or the match that was last gone to: more letters are sought from there. */
  origin: number
  /** What was changed since all matches were drawn. */
  changed: Stretch | null
}

interface Stretch {
  from: number
  to: number
}

const key = new PluginKey<Drawing>("find-marks")
const nothing: Drawing = { all: DecorationSet.empty, current: DecorationSet.empty, at: 0, origin: 0, changed: null }

/** The plugins that tint. */
export function findMarks(): Plugin[] {
  const all = new Plugin<Drawing>({
    key,
    state: {
      init: () => nothing,
      apply(transaction, drawing, _before, { doc }) {
        const redraw: Partial<Drawing> | undefined = transaction.getMeta(key)
        if (redraw !== undefined) return redraw === nothing ? nothing : { ...drawing, ...redraw }
        if (drawing === nothing || !transaction.docChanged) return drawing
        const { mapping } = transaction
        return {
          all: drawing.all.map(mapping, doc),
          current: drawing.current.map(mapping, doc),
          at: mapping.map(drawing.at),
          origin: mapping.map(drawing.origin),
          changed: changedBy(mapping, drawing.changed),
        }
      },
    },
    props: { decorations: (state) => key.getState(state)?.all },
  })
  return [all, new Plugin({ props: { decorations: (state) => key.getState(state)?.current } })]
}

/** From the first to the last change, as positions behind them all. */
function changedBy(mapping: Mapping, before: Stretch | null): Stretch | null {
  let from = before === null ? Infinity : mapping.map(before.from, -1)
  let to = before === null ? -Infinity : mapping.map(before.to, 1)
  mapping.maps.forEach((map, index) => {
    const later = mapping.slice(index + 1)
    map.forEach((_from, _to, start, end) => {
      from = Math.min(from, later.map(start, -1))
      to = Math.max(to, later.map(end, 1))
    })
  })
  return from <= to ? { from, to } : null
}

export interface FindOptions {
  view: EditorView
  handle: DocumentHandle
  /** Calls back when the typing pauses. */
  pause: Schedule
  openFootnote(id: string, position: number): void
}

/** What the editor itself tells of. */
export interface FindParts extends FindActions {
  textChanged(): void
  end(): void
}

const none: Found = { count: 0, at: 0, excerpt: null, inside: null }

/** Opens what pages search with. It costs nothing until they do. */
export function findActions({ view, handle, pause, openFootnote }: FindOptions): FindParts {
  const listeners = new Set<() => void>()
  let finder: Finder | null = null
  let words = ""
  let matches: readonly Match[] = []
  let current = -1
  let found = none
  let stale = false
  let besideChanged = false
  let callOff: (() => void) | null = null
  let stopListening: (() => void) | null = null

  function textsOf(kind: "footnote" | "table", id: string): readonly string[] {
    const doc = handle.doc()
    if (kind === "footnote") return [footnoteText(doc, id)]
    return (doc.tables?.[id]?.rows ?? []).flatMap((row) => row.map((cell) => plain(cell) ?? ""))
  }

  function open(): Finder {
    if (finder === null) {
      finder = openFinder(textsOf)
      const at = view.state.selection.from
      draw({ at, origin: at })
      stopListening = handle.onChange(({ patches }) => {
        if (patches.some(({ path }) => path[0] === "footnotes" || path[0] === "tables")) {
          besideChanged = true
          lookSoon()
        }
      })
    }
    return finder
  }

  function draw(drawing: Partial<Drawing>): void {
    view.dispatch(view.state.tr.setMeta(key, drawing).setMeta("addToHistory", false))
  }

  function lookSoon(): void {
    stale = true
    callOff ??= pause(() => {
      callOff = null
      if (view.isDestroyed || finder === null) return
      // What is being composed is the browser's: tints would take it apart.
      if (view.composing) lookSoon()
      else lookAgain()
    })
  }

  /** After an edit: the current match stays the same words where they are still there. */
  function lookAgain(): void {
    if (finder === null || !stale) return
    stale = false
    const inside = matches[current]?.inside?.from ?? 0
    matches = finder.find(view.state.doc, words)
    current = nearest(key.getState(view.state)?.at ?? 0, inside)
    if (besideChanged) drawAll()
    else drawChanged()
  }

  /** The first match from a place on, also one inside a footnote there; behind the last one it begins anew. */
  function nearest(at: number, inside: number): number {
    const next = matches.findIndex(({ from, inside: place }) => from > at || (from === at && (place?.from ?? inside) >= inside))
    return next < 0 && matches.length > 0 ? 0 : next
  }

  function drawAll(): void {
    besideChanged = false
    draw({ all: DecorationSet.create(view.state.doc, tints(matches)), changed: null, ...drawingOfCurrent() })
    tell()
  }

  /** Draws anew only in the blocks that were changed: one letter may stand in thousands of places. */
  function drawChanged(): void {
    const drawing = key.getState(view.state) ?? nothing
    if (drawing.changed === null) return drawAll()
    const { doc } = view.state
    const [$from, $to] = [doc.resolve(drawing.changed.from), doc.resolve(drawing.changed.to)]
    const from = $from.depth === 0 ? $from.pos : $from.before(1)
    const to = $to.depth === 0 ? $to.pos : $to.after(1)
    const there = matches.filter((match) => match.from >= from && match.to <= to)
    const all = drawing.all.remove(drawing.all.find(from, to)).add(doc, tints(there))
    draw({ all, changed: null, ...drawingOfCurrent() })
    tell()
  }

  function tints(those: readonly Match[]): Decoration[] {
    const seen = new Set<number>()
    return those.flatMap((match) => {
      if (match.inside === null) return [Decoration.inline(match.from, match.to, { class: "found" })]
      if (seen.has(match.from)) return []
      seen.add(match.from)
      return [Decoration.node(match.from, match.to, { class: "found" })]
    })
  }

  function drawingOfCurrent(): Partial<Drawing> {
    const match = matches[current]
    if (match === undefined) return { current: DecorationSet.empty }
    const { from, to, inside } = match
    const attrs = { class: "found-current" }
    const decoration = inside === null ? Decoration.inline(from, to, attrs) : Decoration.node(from, to, attrs)
    return { current: DecorationSet.create(view.state.doc, [decoration]), at: from }
  }

  function tell(): void {
    const match = matches[current]
    found = {
      count: matches.length,
      at: current + 1,
      excerpt: match === undefined ? null : excerptOf(view.state.doc, match),
      inside: match?.inside == null ? null : { kind: match.inside.kind, number: numberOf(match) },
    }
    for (const listener of listeners) listener()
  }

  /** Which of the footnotes, or of the tables, it is. */
  function numberOf({ from, inside }: Match): number {
    let number = 1
    view.state.doc.nodesBetween(0, from, (node, position) => {
      if (position < from && node.type.name === inside?.kind) number += 1
    })
    return number
  }

  function show(): void {
    view.dom.querySelector(".found-current")?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  /** Whether the selection is the one that the current match was given. */
  function isSelected(match: Match | undefined): boolean {
    const { from, to } = view.state.selection
    return match !== undefined && to === match.to && from === (match.inside === null ? match.from : match.to)
  }

  function select(match: Match): void {
    // A footnote's mark that is selected would be lost with the next letter: the caret goes behind it.
    const from = match.inside === null ? match.from : match.to
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, match.to)))
  }

  /** Where the writer's own caret is in the text, it goes on from there. */
  function fromCaret(direction: 1 | -1): number {
    const { from, to } = view.state.selection
    const at = direction > 0 ? matches.findIndex((match) => match.from >= to) : matches.findLastIndex((match) => match.to <= from)
    return at >= 0 ? at : direction > 0 ? 0 : matches.length - 1
  }

  function end(): void {
    if (finder === null) return
    callOff?.()
    stopListening?.()
    finder = null
    callOff = stopListening = null
    words = ""
    matches = []
    current = -1
    stale = false
    found = none
    if (!view.isDestroyed) draw(nothing)
    for (const listener of listeners) listener()
  }

  return {
    search(next) {
      const opened = open()
      words = next
      stale = false
      matches = opened.find(view.state.doc, words)
      current = nearest(key.getState(view.state)?.origin ?? 0, 0)
      drawAll()
      show()
    },
    step(direction) {
      open()
      lookAgain()
      if (matches.length === 0) return
      const inText = view.dom.contains(document.activeElement)
      // The key may come before the browser tells where the one before it put the caret.
      if (inText) readScreenSelection(view)
      current =
        inText && !isSelected(matches[current])
          ? fromCaret(direction)
          : (Math.max(current, direction > 0 ? -1 : 0) + direction + matches.length) % matches.length
      const match = matches[current]
      draw({ ...drawingOfCurrent(), ...(match === undefined ? {} : { origin: match.from }) })
      if (inText && match !== undefined) select(match)
      show()
      tell()
    },
    openFootnote() {
      lookAgain()
      const match = matches[current]
      if (match?.inside?.kind !== "footnote") return
      select(match)
      openFootnote(match.inside.id, match.from)
    },
    close(returns) {
      lookAgain()
      const match = matches[current]
      if (returns) show()
      end()
      if (!returns) return
      focusText(view)
      if (match === undefined) return
      select(match)
      // ProseMirror leaves the selection alone where nothing can be written.
      if (!view.editable) selectOnScreen(view)
    },
    found: () => found,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    textChanged() {
      if (finder !== null && !isBlank(words)) lookSoon()
    },
    end,
  }
}

function selectOnScreen(view: EditorView): void {
  const { anchor, head } = view.state.selection
  const [start, end] = [view.domAtPos(anchor), view.domAtPos(head)]
  getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
}
