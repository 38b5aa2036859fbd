/** What the toolbar shows: where the caret is, and what could be done there. */
import type { EditorState } from "prosemirror-state"
import { attrsOf } from "./blocks"
import { changeIndent, linkAt } from "./commands"
import type { CaretState } from "./editor-api"
import { historyOf } from "./history"
import { keyPointsAt } from "./key-point-marks"
import { blockTypeOf, schema } from "./schema"

/** Reads the state of the caret. */
export function caretState(state: EditorState): CaretState {
  const { $head, from, to, empty } = state.selection
  const index = Math.min($head.index(0), state.doc.childCount - 1)
  const block = state.doc.child(index)
  const attrs = attrsOf(block)
  const history = historyOf(state)
  const href: unknown = linkAt(state)?.attrs.href
  return {
    block: {
      type: blockTypeOf(block) ?? "paragraph",
      level: attrs.level,
      indent: attrs.indent,
      label: attrs.label,
      index,
    },
    paragraphId: attrs.id,
    strong: hasMark(state, "strong"),
    em: hasMark(state, "em"),
    link: typeof href === "string" ? href : null,
    selectionEmpty: empty,
    selectedText: empty ? "" : state.doc.textBetween(from, Math.min(to, from + 2000), "\n"),
    keyPoints: keyPointsAt(state, $head.pos),
    canUndo: history.can("undo"),
    canRedo: history.can("redo"),
    removed: history.removed(),
    canIndent: changeIndent(1)(state),
    canOutdent: changeIndent(-1)(state),
  }
}

function hasMark(state: EditorState, name: "strong" | "em"): boolean {
  const type = schema.marks[name]
  if (type === undefined) return false
  const { $from, from, to, empty } = state.selection
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
  return state.doc.rangeHasMark(from, to, type)
}
