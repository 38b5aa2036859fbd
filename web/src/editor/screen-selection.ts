import type { EditorView } from "prosemirror-view"

/**
 * Takes over what the screen shows as selected. A browser tells of a new selection only later; whatever is drawn before
 * that would put the caret back, and the next words would stand in the old place.
 */
export function readScreenSelection(view: EditorView): void {
  if (!view.composing && view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"))
}

/** Gives the text the keyboard; nothing scrolls. ProseMirror does that only where something can be written. */
export function focusText(view: EditorView): void {
  if (view.editable) view.focus()
  else view.dom.focus({ preventScroll: true })
}

/** Scrolls to something in the text, clear of what lies over its edges (`scroll-padding`), also where nothing can be written. */
export function scrollClear(place: globalThis.Node | null): void {
  const element = place instanceof Element ? place : place?.parentElement
  element?.scrollIntoView({ block: "nearest" })
}
