import type { EditorView } from "prosemirror-view"

/**
 * Takes over what the screen shows as selected. A browser tells of a new selection only later; whatever is drawn before
 * that would put the caret back, and the next words would stand in the old place.
 */
export function readScreenSelection(view: EditorView): void {
  if (!view.composing && view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"))
}
