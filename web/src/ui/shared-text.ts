import { useEffect, useLayoutEffect, useState } from 'react'
import { caretAfter, difference, told, typed } from '../editor/text-difference'

/** After so long without typing the document has told of everything. */
const REST = 1000

/** Writes what became of a text, as a difference; gives what the document then holds where that is known. */
export type WriteText = ((text: string, before: string) => string | undefined) | ((text: string, before: string) => void)

/**
 * A field for a text that others may change at the same time. The value may lag behind the typing: it takes no own
 * letters back, and what others write comes in around them and around the caret.
 */
export function useSharedText(value: string, write: WriteText) {
  const [field, setField] = useState({ text: value, waiting: false })
  const [input, setInput] = useState<HTMLTextAreaElement | null>(null)
  const [composing, setComposing] = useState(false)

  useEffect(() => {
    const start = () => { setComposing(true) }
    const end = () => { setComposing(false) }
    input?.addEventListener('compositionstart', start)
    input?.addEventListener('compositionend', end)
    return () => {
      input?.removeEventListener('compositionstart', start)
      input?.removeEventListener('compositionend', end)
      setComposing(false)
    }
  }, [input])

  // Not while rendering: the caret must be read before the new text is in the field.
  useLayoutEffect(() => {
    // A text that changes under it would end a composition.
    if (composing) return
    const next = told(field, value)
    if (next.text === field.text && next.waiting === field.waiting) return
    if (input) show(input, next.text)
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the field follows what is outside, one step behind
    setField(next)
  }, [composing, field, input, value])

  useEffect(() => {
    if (composing || !field.waiting) return
    const timer = setTimeout(() => { setField({ ...field, waiting: false }) }, REST)
    return () => { clearTimeout(timer) }
  }, [composing, field])

  const onChange = (next: string) => {
    const written = write(next, field.text)
    // While composing, the others' letters wait in the document.
    const text = composing || typeof written !== 'string' ? next : written
    if (input) show(input, text)
    setField((now) => typed(now, field.text, next, text))
  }
  return { value: field.text, onChange, inputRef: setInput }
}

/** Puts text into a field and leaves the caret among the same letters. */
function show(input: HTMLTextAreaElement, text: string): void {
  if (input.value === text) return
  const edit = difference(input.value, text)
  const { selectionStart, selectionEnd, selectionDirection, scrollTop } = input
  input.value = text
  // Some browsers give the focus to a field whose selection is set.
  if (document.activeElement !== input) return
  input.setSelectionRange(caretAfter(selectionStart, edit), caretAfter(selectionEnd, edit), selectionDirection)
  input.scrollTop = scrollTop
}
