// Opens the text of a page: the document from the store of this device and the server, and the editor in its place.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { CaretState, DocumentKind, Editor, EditorEvents, KeyPoint, OtherWriter, SlashMenu } from '../editor/editor-api'
import type { DocumentHandle } from '../editor/document'
import { useTranslate } from '../i18n/translate'
import { isKeyboardIdle } from '../ui/keyboard'
import type { SlashKeys } from '../ui/writing/slash-menu'
import type { Names } from './kept-file'
import { askToKeepStorage } from './keep-storage'
import { colourOf } from './presence'
import { placeIn, putText, restText, wakeText, type HeldText } from './resting-texts'
import { openText, type OpenedText } from './texts'
import { statusStore, type StatusStore } from './text-status-store'

export type Opening = 'opening' | 'open' | 'missing' | 'no-access' | 'failed'

interface Ask {
  url: string
  kind: DocumentKind
  editable: boolean
  /** What a screen reader calls the text, and what stands in an empty one. */
  label: string
  placeholder: string
  /** What the document and the ids in it are called where it is handed over as a file. */
  names: Names
  person: { id: string; name: string }
  onMarkKeyPoint?: () => void
  onKeyPointOpened?: (id: string) => void
  onLeave?: () => boolean
}

/** What the editor tells of the text. */
interface Told {
  caret: CaretState | null
  /** Null until they have been read: then none means none. */
  points: readonly KeyPoint[] | null
  others: readonly OtherWriter[]
  slash: SlashMenu | null
  link: { href: string | null; text: string } | null
  footnote: { id: string; text: string; rectangle: DOMRect } | null
  imagesDropped: number
}

const untold: Told = { caret: null, points: null, others: [], slash: null, link: null, footnote: null, imagesDropped: 0 }

export interface Text extends Omit<Told, 'points'> {
  opening: Opening
  /** Put on the element that shall hold the text. */
  place(element: HTMLElement | null): void
  editor: Editor | null
  handle: DocumentHandle | null
  keyPoints: readonly KeyPoint[]
  /** False until they have been read: then none means none. */
  keyPointsRead: boolean
  /** Changes with every letter: only the line that shows it listens. */
  status: StatusStore
  /** Takes the open slash menu, to which the text hands its keys. */
  slashKeys(menu: SlashKeys | null): void
  closeSlash(): void
  askLink(link: Told['link']): void
  closeFootnote(): void
  forgetImages(): void
  /** Counts changes of the text, for what is derived from it. Waits for a pause in the typing, though not for long. */
  version: number
  retry(): void
  /** Resolves when everything typed here is on the server. */
  sent(signal: AbortSignal): Promise<void>
  /** Gives everything in the document that this device holds as a file of plain text, to hand over by other means. */
  keep(): void
}

const none: readonly KeyPoint[] = []

/** Opens the text at an address. A page with another address is another page: give it a key of its own. */
export function useText(ask: Ask): Text {
  const { url, kind, editable, person } = ask
  const t = useTranslate()
  const words = {
    textLabel: ask.label, placeholder: ask.placeholder, leaving: t('writing-leaving'),
    table: t('writing-table'), footnote: (number: number) => t('writing-footnote-number', { number }),
  }
  const latest = useRef({ ...ask, words })
  useEffect(() => { latest.current = { ...ask, words } })
  const slashMenu = useRef<SlashKeys>(null)
  const [element, place] = useState<HTMLElement | null>(null)
  const [opened, setOpened] = useState<OpenedText | null>(null)
  const [opening, setOpening] = useState<Opening>('opening')
  const [editor, setEditor] = useState<Editor | null>(null)
  const [{ points, ...told }, setTold] = useState(untold)
  const tell = useCallback((news: Partial<Told>) => { setTold((before) => ({ ...before, ...news })) }, [])
  const [status] = useState(statusStore)
  const [version, setVersion] = useState(0)

  useEffect(() => {
    const stop = new AbortController()
    let text: OpenedText | null = null
    openText(url, person.id, {
      signal: stop.signal,
      onMissing: () => { if (!stop.signal.aborted) setOpening('missing') },
      onNoAccess: () => { if (!stop.signal.aborted) setOpening('no-access') },
      onStatus: (next) => { if (!stop.signal.aborted) status.set(next) },
      mayWrite: () => latest.current.editable,
    }).then((ready) => {
      if (stop.signal.aborted) {
        ready.close()
        return
      }
      text = ready
      setOpened(ready)
      setOpening('open')
    }, (error: unknown) => {
      if (stop.signal.aborted) return
      console.error(error)
      setOpening('failed')
    })
    return () => {
      stop.abort()
      text?.close()
      setOpened(null)
      status.set(null)
    }
  }, [url, person.id, status])

  // Before the page goes: then its text has no place any more that could be remembered.
  useLayoutEffect(() => {
    if (opened === null || element === null) return
    let held: HeldText | null = null
    let gone = false
    const count = atPauses(() => { setVersion((before) => before + 1) })
    const events: EditorEvents = {
      onCaret: (next) => {
        setTold((before) => (JSON.stringify(before.caret) === JSON.stringify(next) ? before : { ...before, caret: next }))
        count.soon()
      },
      onKeyPoints: (points) => { tell({ points }) },
      onKeyPointOpened: (id) => latest.current.onKeyPointOpened?.(id),
      onMarkKeyPoint: () => latest.current.onMarkKeyPoint?.(),
      onLeave: () => latest.current.onLeave?.() ?? false,
      onEditLink: (link) => { tell({ link }) },
      onFootnoteOpened: (footnote) => { tell({ footnote }) },
      onSlashMenu: (slash) => { tell({ slash }) },
      onSlashMenuKey: (key) => slashMenu.current?.key(key) ?? false,
      onPasteNotice: tell,
      onOthers: (others) => { tell({ others }) },
    }
    const { words, editable: mayWrite } = latest.current
    const key = [person.id, person.name, url, kind, mayWrite, words.textLabel, words.leaving].join('\n')
    const show = (text: HeldText) => {
      held = text
      putText(text, element)
      setEditor(text.editor)
      tell({ caret: text.editor.caret() })
    }
    const resting = wakeText(key)
    if (resting !== null) {
      show(resting)
      resting.editor.wake(events)
      if (resting.wasIn && isKeyboardIdle()) resting.editor.focus()
    } else {
      void import('../editor/open-editor').then(({ openEditor }) => {
        if (gone) return
        const place = placeIn(element)
        const editor = openEditor(place, {
          handle: opened.handle, kind, editable: mayWrite, words, ...events,
          writer: { personId: person.id, name: person.name, colour: colourOf(person.id) },
          // Who only reads sees the others' carets and shows none.
          presence: mayWrite ? opened.presence : { ...opened.presence, broadcast: () => undefined },
        })
        const text = { key, editor, place, top: 0, wasIn: false }
        place.addEventListener('focusin', () => { text.wasIn = true })
        show(text)
      }).catch((error: unknown) => {
        if (gone) return
        console.error(error)
        setOpening('failed')
      })
    }
    return () => {
      gone = true
      count.stop()
      if (held !== null) restText(held)
      setEditor(null)
      setTold(untold)
    }
  }, [opened, element, url, kind, person.id, person.name, tell])

  useEffect(() => { editor?.setEditable(editable) }, [editor, editable])
  useEffect(() => { opened?.look() }, [opened, editable])
  useEffect(() => { if (opened !== null && editable) void askToKeepStorage() }, [opened, editable])

  return {
    ...told, opening, place, editor, handle: opened?.handle ?? null, keyPoints: points ?? none, keyPointsRead: points !== null, status, version,
    slashKeys: useCallback((menu) => { slashMenu.current = menu }, []),
    closeSlash: useCallback(() => { tell({ slash: null }) }, [tell]),
    askLink: useCallback((link) => { tell({ link }) }, [tell]),
    closeFootnote: useCallback(() => { tell({ footnote: null }) }, [tell]),
    forgetImages: useCallback(() => { tell({ imagesDropped: 0 }) }, [tell]),
    retry: useCallback(() => { opened?.retry() }, [opened]),
    sent: useCallback((signal) => {
      // What is told while someone types lags behind.
      opened?.look()
      return status.sent(signal)
    }, [opened, status]),
    keep: useCallback(() => { opened?.keep(t, latest.current.names) }, [opened, t]),
  }
}

/** Runs something when it has been asked for and then not again for a while; at the latest after a second. */
function atPauses(run: () => void): { soon(): void; stop(): void } {
  let timer = 0
  let asked = 0
  const now = () => {
    asked = 0
    run()
  }
  return {
    soon() {
      const time = performance.now()
      if (asked === 0) asked = time
      clearTimeout(timer)
      timer = window.setTimeout(now, Math.max(0, Math.min(250, asked + 1000 - time)))
    },
    stop: () => { clearTimeout(timer) },
  }
}
