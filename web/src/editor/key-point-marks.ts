/** Draws key points over the text. They may overlap; each passage is a `mark` element of its own. */
import type { Node } from "prosemirror-model"
import { type EditorState, Plugin, PluginKey } from "prosemirror-state"
import { Decoration, DecorationSet } from "prosemirror-view"

/** Where a key point stands in the editor. It moves with the text; one that is gone is empty. */
export interface DrawnKeyPoint {
  id: string
  from: number
  to: number
  /** What in the document holds it there. */
  anchors: string
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
        const ranges = drawing.ranges.map(({ from, to, ...held }) => ({
          ...held,
          from: transaction.mapping.map(from, 1),
          to: transaction.mapping.map(to, -1),
        }))
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
  const decorations = drawing.ranges.filter(isThere).map(({ id, from, to }) => {
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

/** Whether something is left of a passage. */
export function isThere({ from, to }: DrawnKeyPoint): boolean {
  return from < to
}

/** All passages as they are drawn now. */
export function drawnKeyPoints(state: EditorState): readonly DrawnKeyPoint[] {
  return key.getState(state)?.ranges ?? []
}

/** The key points whose passage holds a position, the shortest first. */
export function keyPointsAt(state: EditorState, position: number): string[] {
  const ranges = drawnKeyPoints(state).filter((range) => isThere(range) && range.from <= position && range.to >= position)
  return ranges.sort((one, other) => one.to - one.from - (other.to - other.from)).map(({ id }) => id)
}

/** What the page says of a key point, or null. */
export function stateOfKeyPoint(state: EditorState, id: string): string | null {
  return key.getState(state)?.states.get(id) ?? null
}

/** Where a key point is drawn, or null. */
export function drawnKeyPoint(state: EditorState, id: string): DrawnKeyPoint | null {
  return drawnKeyPoints(state).find((range) => range.id === id && isThere(range)) ?? null
}
