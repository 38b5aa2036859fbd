/** Key points of an open editor: marking, editing, and keeping the drawing and the page's list up to date. */
import { TextSelection } from "prosemirror-state"
import type { EditorView } from "prosemirror-view"
import type { Bridge, Schedule } from "./bridge"
import { type DocumentHandle, plain, type RichTextDocument } from "./document"
import type { KeyPoint, KeyPointActions } from "./editor-api"
import { closeHistory, historyOf } from "./history"
import { type DrawnKeyPoint, drawnKeyPoint, drawnKeyPoints, isThere, redrawKeyPoints, stateOfKeyPoint } from "./key-point-marks"
import {
  addKeyPoint,
  anchorsOf,
  keyPointOn,
  moveKeyPoint,
  passageOf,
  quoteBetween,
  readKeyPoints,
  rememberPassages,
  setKeyPointFields,
  setStatement,
  type TextRange,
  textRange,
  trimmedRange,
} from "./key-points"
import { positionOf } from "./local-change"
import type { Reanchoring } from "./reanchoring"
import { focusText, readScreenSelection, scrollClear } from "./screen-selection"

/** What the actions need. */
export interface KeyPointContext {
  view: EditorView
  handle: DocumentHandle
  bridge: Bridge
  passages: Reanchoring
  newId: () => string
  schedule: Schedule
  onKeyPoints(keyPoints: readonly KeyPoint[]): void
  /** What undo and redo can do may be another thing now. */
  onMarkings: () => void
}

/** The actions, and what the editor tells them. */
export interface OpenKeyPoints extends KeyPointActions {
  textChanged(own: boolean): void
  recordsChanged(): void
  close(): void
}

/** How long the list may lag behind one's own typing: the drawing moves with the text by itself. */
const LAG = 250

/** After so long without an edit all cursors are resolved: they see what moving with the text does not. */
const QUIET = 400

/** Makes the actions for an open editor. */
export function keyPointActions(context: KeyPointContext): OpenKeyPoints {
  const { view, handle, bridge } = context
  let told = ""
  let callOff: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let quiet: ReturnType<typeof setTimeout> | undefined

  function refresh(exactly = false): void {
    if (view.isDestroyed) return
    bridge.flush()
    // A composition keeps the text back; its end brings the next change.
    if (bridge.isBehind()) {
      if (exactly) lookOnceQuiet()
      else timer ??= setTimeout(later, LAG)
      return
    }
    const doc = handle.doc()
    const shift = bridge.implicitFirst() ? 1 : 0
    const drawn = drawnKeyPoints(view.state)
    rememberPassages(doc, exactly ? [] : drawn.map((range) => [range.anchors, isThere(range) ? rangeOf(range) : null]))
    if (shift === 0) context.passages.saw(doc, view.state.doc)
    const ranges = Object.entries(doc.keyPoints ?? {}).map(([id, stored]): DrawnKeyPoint => {
      const passage = passageOf(doc, stored)
      const place = (flat: number) => positionOf(view.state.doc, flat + shift)
      const [from, to] = passage === null ? [0, 0] : [place(passage.start), place(passage.end)]
      return { id, anchors: anchorsOf(stored), from, to }
    })
    if (JSON.stringify(ranges) !== JSON.stringify(drawn)) {
      readScreenSelection(view)
      view.dispatch(redrawKeyPoints(view.state, { ranges }))
    }
    const begins = new Map(ranges.filter(isThere).map(({ id, from }) => [id, from]))
    const keyPoints = readKeyPoints(doc, (id) => begins.get(id) ?? null)
    const text = JSON.stringify(keyPoints)
    if (text === told) return
    told = text
    context.onKeyPoints(keyPoints)
  }

  function later(): void {
    timer = null
    refresh()
  }

  function recordsChanged(): void {
    lookOnceQuiet()
    callOff ??= context.schedule(() => {
      callOff = null
      refresh()
    })
  }

  function lookOnceQuiet(): void {
    clearTimeout(quiet)
    quiet = setTimeout(() => refresh(true), QUIET)
  }

  function rangeOf({ from, to }: { from: number; to: number }): TextRange {
    return textRange(view.state.doc, from, to, bridge.implicitFirst())
  }

  function selected(): { range: TextRange; quote: string; to: number } | null {
    bridge.flush()
    if (bridge.isBehind() || !view.editable) return null
    const { from, to } = view.state.selection
    const trimmed = trimmedRange(view.state.doc, from, to)
    if (trimmed === null) return null
    return {
      range: rangeOf(trimmed),
      quote: quoteBetween(view.state.doc, trimmed.from, trimmed.to),
      to: trimmed.to,
    }
  }

  /** Puts the caret behind a passage: what is typed next shall not replace it, and is an edit of its own to undo. */
  function goBehind(position: number): void {
    const { tr } = view.state
    view.dispatch(closeHistory(tr.setSelection(TextSelection.create(tr.doc, position))))
  }

  function change(write: (doc: RichTextDocument) => void): void {
    if (!view.editable) return
    handle.change(write)
    recordsChanged()
  }

  const history = historyOf(view.state)
  history.passages = drawnKeyPoints
  history.isOpen = (id) => [null, "captured"].includes(stateOfKeyPoint(view.state, id))
  history.writeRecords = (write) => {
    change(write)
    refresh()
    context.onMarkings()
  }

  return {
    list: () => readKeyPoints(handle.doc()),
    mark(fields = {}) {
      const passage = selected()
      if (passage === null) return null
      goBehind(passage.to)
      const there = keyPointOn(handle.doc(), passage.range)
      if (there !== null) return there
      const id = context.newId()
      change((doc) => addKeyPoint(doc, id, passage, fields))
      refresh()
      history.recordStep(id, true)
      context.onMarkings()
      return id
    },
    setStatement(id, statement, before) {
      change((doc) => setStatement(doc, id, statement, before))
      return plain(handle.doc().keyPoints?.[id]?.statement) ?? undefined
    },
    setFields: (id, fields) => change((doc) => setKeyPointFields(doc, id, fields)),
    moveToSelection(id) {
      const passage = selected()
      if (passage === null) return false
      goBehind(passage.to)
      change((doc) => moveKeyPoint(doc, id, passage))
      return true
    },
    remove(id) {
      if (view.editable) history.recordStep(id, false)
    },
    setStates(states) {
      readScreenSelection(view)
      view.dispatch(redrawKeyPoints(view.state, { states }))
    },
    setActive(active) {
      readScreenSelection(view)
      view.dispatch(redrawKeyPoints(view.state, { active }))
    },
    show(id) {
      refresh()
      const drawn = drawnKeyPoint(view.state, id)
      if (drawn === null) return false
      const selection = TextSelection.near(view.state.doc.resolve(drawn.from))
      focusText(view)
      view.dispatch(redrawKeyPoints(view.state, { active: id }).setSelection(selection))
      scrollClear(view.domAtPos(drawn.from, 1).node)
      return true
    },
    textChanged(own) {
      if (!own) recordsChanged()
      else timer ??= setTimeout(later, LAG)
      lookOnceQuiet()
    },
    recordsChanged,
    close() {
      callOff?.()
      clearTimeout(timer ?? undefined)
      clearTimeout(quiet)
    },
  }
}
