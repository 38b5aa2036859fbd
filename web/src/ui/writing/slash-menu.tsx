import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import type { DocumentKind, SlashMenu as Opened } from '../../editor/editor-api'
import { useTranslate } from '../../i18n/translate'
import { Icon, type IconName } from '../icon'
import { blockChoices, type BlockChoice } from './commands'

export interface SlashKeys { key(key: 'ArrowUp' | 'ArrowDown' | 'Enter' | 'Escape'): boolean }

interface Entry { id: string; text: string; icon?: IconName | undefined; choice: BlockChoice | 'footnote' }

interface Props {
  ref: Ref<SlashKeys>
  kind: DocumentKind
  opened: Opened
  /** Where the caret stays. */
  text: HTMLElement
  onChoose(choice: BlockChoice | 'footnote'): void
  onClose(): void
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** The list that "/" opens in the text. The caret stays in the text, so the text hands the keys over. */
export function SlashMenu({ ref, kind, opened, text, onChoose, onClose }: Props) {
  const t = useTranslate()
  const list = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(0)
  const entries = useMemo<Entry[]>(() => [
    ...blockChoices(kind).map((choice) => ({ id: choice.id, text: t(choice.label), icon: choice.icon, choice })),
    { id: 'footnote', text: t('writing-footnote'), icon: 'footnote', choice: 'footnote' },
  ], [kind, t])
  const shown = entries.filter((entry) => folded(entry.text).includes(folded(opened.query)))
  const current = Math.min(at, shown.length - 1)

  useImperativeHandle(ref, () => ({
    key(key) {
      if (key === 'Escape') {
        onClose()
        return true
      }
      if (shown.length === 0) return false
      if (key === 'ArrowDown') setAt((current + 1) % shown.length)
      else if (key === 'ArrowUp') setAt((current + shown.length - 1) % shown.length)
      else {
        const entry = shown[current]
        if (entry === undefined) return false
        onChoose(entry.choice)
      }
      return true
    },
  }))
  useEffect(() => { list.current?.children[current]?.scrollIntoView({ block: 'nearest' }) }, [current])
  // A screen reader stays in the text as well, and is told there what is chosen here.
  const id = useId()
  const active = shown[current]?.id
  useEffect(() => {
    if (active === undefined) return
    text.setAttribute('aria-controls', id)
    text.setAttribute('aria-activedescendant', `${id}${active}`)
    return () => {
      text.removeAttribute('aria-controls')
      text.removeAttribute('aria-activedescendant')
    }
  }, [text, id, active])
  if (shown.length === 0) return null
  const rtl = document.documentElement.dir === 'rtl'
  const below = opened.rectangle.bottom + 280 < window.innerHeight
  return (
    <ul
      ref={list} id={id} className="pop slash" role="listbox" aria-label={t('writing-slash')}
      style={{
        ...(below ? { top: opened.rectangle.bottom + 4 } : { bottom: window.innerHeight - opened.rectangle.top + 4 }),
        ...(rtl ? { right: Math.max(8, window.innerWidth - opened.rectangle.right) } : { left: Math.min(opened.rectangle.left, Math.max(8, window.innerWidth - 280)) }),
      }}
    >
      {shown.map((entry, index) => (
        // The keys are the text's: see SlashKeys.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={entry.id} id={`${id}${entry.id}`} role="option" aria-selected={index === current} className="slash__i"
          onPointerDown={(event) => { event.preventDefault() }} onClick={() => { onChoose(entry.choice) }}
        >
          {entry.icon ? <Icon name={entry.icon} /> : <span className="slash__blank" />}{entry.text}
        </li>
      ))}
    </ul>
  )
}
