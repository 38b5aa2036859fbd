/**
 * Where the keyboard is afterwards: one rule for every dialog, menu and command.
 *
 * What was done to the text leaves it in the text, where the caret is, so that one types on. What was called off leaves
 * it where it came from. What opens to be filled in has it in its first field. Where the place is gone, the next of its
 * kind has it.
 */

type Place = 'text' | 'fields' | 'card' | 'themes' | 'row' | 'words' | 'main'

const placeAfter = {
  link: 'text', footnote: 'text', tools: 'text', find: 'text', outline: 'text', back: 'text',
  'point-show': 'text', 'point-move': 'text', 'point-remove': 'text', 'point-left': 'text',
  'point-open': 'fields', correcting: 'fields', 'point-fold': 'card', themes: 'themes',
  decision: 'row', correction: 'row', 'filters-cleared': 'words',
  page: 'main', lost: 'text', skip: 'text', notice: 'text',
} as const satisfies Record<string, Place>

export type Done = keyof typeof placeAfter

let focusText: (() => void) | null = null
let isPressed = false

const onPress = ({ type }: Event) => { isPressed = type === 'pointerdown' && document.activeElement?.closest('.ProseMirror') != null }

/** The page shows a text: this gives it the keyboard. Returns what takes that back. */
export function offerText(focus: () => void): () => void {
  focusText = focus
  for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, onPress, true)
  return () => {
    if (focusText === focus) focusText = null
    for (const type of ['pointerdown', 'keydown']) window.removeEventListener(type, onPress, true)
  }
}

/** Whether a button was pressed while the text had the keyboard, which the button has now. */
export function isPressedFromText(): boolean {
  return isPressed
}

/** Puts the keyboard where it belongs after something was done; `id` tells of which key point. */
export function keyboardAfter(done: Done, id = ''): void {
  const go = () => { goTo(placeAfter[done], id) }
  go()
  // What lies over the page holds the keyboard until it is gone.
  requestAnimationFrame(go)
}

/** Whether nothing has the keyboard that could use it: what had it is gone. */
export function isKeyboardLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.id === 'main'
}

/** Whether nobody is at work with the keyboard: a link or a button that led to another page only still has it. */
export function isKeyboardIdle(): boolean {
  return document.activeElement?.closest('input, textarea, [contenteditable], [role=dialog], [role=menu]') == null
}

/** Once what closes has given the keyboard back where it could: if that was nowhere, it is put where it belongs. */
export function keyboardUnlessKept(done: Done, id?: string): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => { if (isKeyboardLost() || isOnRowLeft()) keyboardAfter(done, id) })
  })
}

/** A row of which the panel speaks no more has the keyboard still. */
const isOnRowLeft = () => document.activeElement?.matches('[data-point][aria-pressed="false"]') === true

const first = (selector: string) => document.querySelector<HTMLElement>(selector)
const marked = (name: string, id: string) =>
  [...document.querySelectorAll<HTMLElement>(`[${name}]`)].find((each) => each.getAttribute(name) === id) ?? null

const places: Readonly<Record<Place, (id: string) => Pick<HTMLElement, 'focus'> | null>> = {
  text: () => focusText && { focus: focusText },
  fields: () => first('.point--open textarea, .detail form textarea') ?? first('.point--open button'),
  card: (id) => marked('data-card', id),
  themes: () => first('.add-from input') ?? first('.input--chips .x'),
  row: (id) => marked('data-point', id),
  words: () => first('[role=search] input'),
  main: () => first('#main'),
}

function goTo(place: Place, id: string): void {
  (places[place](id) ?? places.main(id))?.focus({ preventScroll: true })
}
