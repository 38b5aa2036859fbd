/** Draws key points over the text. They may overlap; each passage is a `mark` element of its own. */
import type { Node } from "prosemirror-model"
import { type EditorState, Plugin, PluginKey } from "prosemirror-state"
import { Decoration, DecorationSet } from "prosemirror-view"

/** Where a key point is drawn. */
export interface DrawnKeyPoint {
  id: string
  from: number
  to: number
}

interface Drawing {
  active: string | null
  states: ReadonlyMap<string, string>
  ranges: readonly DrawnKeyPoint[]
  decorations: DecorationSet
}

type Redraw = Partial<Pick<Drawing, "active" | "states" | "ranges">>

const key = new PluginKey<Drawing>("key-point-marks")

/** The plugin that draws. */
export function keyPointMarks(onOpened: (id: string) => void): Plugin<Drawing> {
  return new Plugin<Drawing>({
    key,
    state: {
      init: () => ({ active: null, states: new Map(), ranges: [], decorations: DecorationSet.empty }),
      apply(transaction, drawing, _before, after): Drawing {
        const redraw: Redraw | undefined = transaction.getMeta(key)
        if (redraw !== undefined) {
          const next = { ...drawing, ...redraw }
          return { ...next, decorations: draw(after.doc, next) }
        }
        if (!transaction.docChanged) return drawing
        const decorations = drawing.decorations.map(transaction.mapping, after.doc)
        const ranges = drawing.ranges
          .map(({ id, from, to }) => ({
            id,
            from: transaction.mapping.map(from, 1),
            to: transaction.mapping.map(to, -1),
          }))
          .filter(({ from, to }) => from < to)
        return { ...drawing, ranges, decorations }
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleClick(view, position) {
        const found = keyPointsAt(view.state, position)[0]
        if (found !== undefined) onOpened(found)
        return false
      },
    },
  })
}

function draw(doc: Node, drawing: Omit<Drawing, "decorations">): DecorationSet {
  const decorations = drawing.ranges.map(({ id, from, to }) => {
    const names = ["key-point"]
    const state = drawing.states.get(id)
    if (state !== undefined) names.push(`key-point-${state}`)
    if (drawing.active === id) names.push("key-point-active")
    return Decoration.inline(
      from,
      to,
      { nodeName: "mark", class: names.join(" "), "data-key-point-id": id },
      { keyPointId: id },
    )
  })
  return DecorationSet.create(doc, decorations)
}

/** A transaction that draws anew: only what is given changes. */
export function redrawKeyPoints(state: EditorState, redraw: Redraw) {
  return state.tr.setMeta(key, redraw).setMeta("addToHistory", false)
}

/** Whether these passages are what is drawn now. */
export function drawsAlready(state: EditorState, ranges: readonly DrawnKeyPoint[]): boolean {
  const drawn = key.getState(state)?.ranges ?? []
  return (
    drawn.length === ranges.length &&
    ranges.every((range, index) => {
      const other = drawn[index]
      return other?.id === range.id && other.from === range.from && other.to === range.to
    })
  )
}

/** The key points whose passage holds a position, the shortest first. */
export function keyPointsAt(state: EditorState, position: number): string[] {
  const ranges = (key.getState(state)?.ranges ?? []).filter(({ from, to }) => from <= position && to >= position)
  return ranges.sort((one, other) => one.to - one.from - (other.to - other.from)).map(({ id }) => id)
}

/** What the page says of a key point, or null. */
export function stateOfKeyPoint(state: EditorState, id: string): string | null {
  return key.getState(state)?.states.get(id) ?? null
}

/** Where a key point is drawn, or null. */
export function drawnKeyPoint(state: EditorState, id: string): DrawnKeyPoint | null {
  return key.getState(state)?.ranges.find((range) => range.id === id) ?? null
}
