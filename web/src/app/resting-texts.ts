// Texts that were left a moment ago stay open: who comes back finds caret, place and undo as they were.
import type { Editor } from '../editor/editor-api'

export interface HeldText {
  /** Of which text, for whom, and in which language. */
  key: string
  editor: Editor
  /** What the editor stands in: it goes from page to page. */
  place: HTMLElement
  /** How far down it was scrolled. */
  top: number
  /** Whether the keyboard was ever in it. */
  wasIn: boolean
}

/** How many stay open, and for how long, in milliseconds. */
export const RESTING = { most: 3, long: 15 * 60_000 }

const resting = new Map<string, { text: HeldText; timer: ReturnType<typeof setTimeout> }>()

/** A place in a page for a text that is opened. */
export function placeIn(page: HTMLElement): HTMLElement {
  const place = page.appendChild(document.createElement('div'))
  place.className = 'text__held'
  return place
}

/** Puts a text into a page, scrolled as it was. */
export function putText({ place, top }: HeldText, page: HTMLElement): void {
  page.append(place)
  page.parentElement?.scrollTo({ top })
}

/** The page that showed a text is left. */
export function restText(text: HeldText): void {
  text.top = text.place.parentElement?.parentElement?.scrollTop ?? 0
  text.editor.rest()
  text.place.remove()
  close(text.key)
  resting.set(text.key, { text, timer: setTimeout(() => { close(text.key) }, RESTING.long) })
  for (const key of [...resting.keys()].slice(0, -RESTING.most)) close(key)
}

/** A text that still rests; whoever takes it has it alone. */
export function wakeText(key: string): HeldText | null {
  const held = resting.get(key)
  if (held === undefined) return null
  clearTimeout(held.timer)
  resting.delete(key)
  return held.text
}

/** Closes all that rest: nobody comes back after signing out. */
export function closeRestingTexts(): void {
  for (const key of [...resting.keys()]) close(key)
}

function close(key: string): void {
  wakeText(key)?.editor.close()
}
