// Finding in the text of a page: its keys, its words, and the palette's entry for it.
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import type { Editor, Found } from '../editor/editor-api'
import { readScreenSelection } from '../editor/screen-selection'

interface FindInText {
  /** Null where the page has no text that could be searched. */
  start: (() => void) | null
  offer(start: (() => void) | null): void
}

export const FindInTextContext = createContext<FindInText | null>(null)

export function useFindInTextState(): FindInText {
  const [start, setStart] = useState<(() => void) | null>(null)
  const offer = useCallback((next: (() => void) | null) => { setStart(() => next) }, [])
  return useMemo(() => ({ start, offer }), [start, offer])
}

export interface Finding {
  isOpen: boolean
  words: string
  found: Found
  field: RefObject<HTMLInputElement | null>
  start(): void
  setWords(words: string): void
  step(direction: 1 | -1): void
  openFootnote(): void
  close(): void
}

const none: Found = { count: 0, at: 0, excerpt: null, inside: null }
const silent = () => () => undefined
const apple = /^(Mac|iP)/.test(navigator.platform)

/** The search in a text. It belongs to the page: where the text was opened anew, the words are still there. */
export function useFind(editor: Editor | null): Finding {
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  /** The words that the field held when it was last opened by key: asked again, the browser's own search has its turn. */
  const offered = useRef<string | null>(null)
  const searched = useRef<string | null>(null)
  const typed = useRef(words)
  useEffect(() => { typed.current = words })
  const found = useSyncExternalStore(editor?.find.onChange ?? silent, () => editor?.find.found() ?? none)

  const search = useCallback(() => {
    if (searched.current === words) return false
    searched.current = words
    editor?.find.search(words)
    return true
  }, [editor, words])

  const start = useCallback(() => {
    if (editor === null) return
    const selected = selectedWords(editor)
    if (selected !== null) {
      // From where they stand, also where the same words were sought before.
      editor.find.close(false)
      editor.find.search(selected)
      searched.current = selected
      setWords(selected)
    }
    offered.current = selected ?? typed.current
    setOpen(true)
    setAsked((times) => times + 1)
  }, [editor])

  const step = useCallback((direction: 1 | -1) => {
    setOpen(true)
    if (!search()) editor?.find.step(direction)
  }, [editor, search])

  const close = useCallback((returns = true) => {
    search()
    searched.current = null
    editor?.find.close(returns)
    setOpen(false)
  }, [editor, search])

  useEffect(() => {
    if (asked === 0) return
    field.current?.focus()
    field.current?.select()
  }, [asked])

  // A text that was opened anew knows nothing of the search in the one before.
  useEffect(() => { searched.current = null }, [editor])
  useEffect(() => {
    if (!isOpen) return
    // One letter stands in many places: it waits for the next one.
    const timer = setTimeout(search, words.length < 2 ? 250 : 100)
    return () => { clearTimeout(timer) }
  }, [isOpen, words, search])

  useEffect(() => {
    if (editor === null) return
    const onKey = (event: KeyboardEvent) => {
      // Behind what lies over the page there is nothing to be found.
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return
      const key = keyOf(event)
      // The text uses Escape up; a menu that is open in it comes first.
      const inText = event.target instanceof Element && editor.view.dom.contains(event.target)
      if (isOpen && inText && event.key === 'Escape' && !event.isComposing && !editor.view.dom.hasAttribute('aria-activedescendant')) close(false)
      if (key === 'find') {
        const inField = document.activeElement === field.current && field.current !== null
        if (inField && offered.current === words) return
        event.preventDefault()
        start()
      } else if (key !== null && (isOpen || words !== '')) {
        event.preventDefault()
        step(key === 'next' ? 1 : -1)
      }
    }
    // Once all others had their turn, such as a composition in the field.
    const onEscape = (event: KeyboardEvent) => {
      if (!isOpen || event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (event.target instanceof Element && event.target.closest('.finder') !== null) close()
    }
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('keydown', onEscape)
    return () => {
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('keydown', onEscape)
    }
  }, [editor, isOpen, words, start, step, close])

  const offer = use(FindInTextContext)?.offer
  useEffect(() => {
    if (editor === null) return
    offer?.(start)
    return () => { offer?.(null) }
  }, [offer, editor, start])

  return { isOpen: isOpen && editor !== null, words, found, field, start, setWords, step, openFootnote: () => editor?.find.openFootnote(), close: () => { close() } }
}

/** The letter of a key, also on keyboards with other letters, where F is where it is on Latin ones. */
export function letterOf({ key, code }: KeyboardEvent): string {
  return (/^[a-z]$/i.test(key) ? key : code.replace(/^Key/, '')).toLowerCase()
}

function keyOf(event: KeyboardEvent): 'find' | 'next' | 'previous' | null {
  const back = event.shiftKey
  if (event.key === 'F3' && !event.ctrlKey && !event.metaKey && !event.altKey) return back ? 'previous' : 'next'
  if (event.altKey || (apple ? !event.metaKey || event.ctrlKey : !event.ctrlKey || event.metaKey)) return null
  const letter = letterOf(event)
  if (letter === 'f') return back ? null : 'find'
  return letter === 'g' ? (back ? 'previous' : 'next') : null
}

/** What is selected in the text, where it is a few words of one line. */
function selectedWords({ view }: Editor): string | null {
  if (!view.dom.contains(document.activeElement)) return null
  readScreenSelection(view)
  const { selection, doc } = view.state
  if (selection.empty || !selection.$from.sameParent(selection.$to)) return null
  const words = doc.textBetween(selection.from, selection.to, ' ').trim()
  return words === '' || words.length > 100 ? null : words
}
