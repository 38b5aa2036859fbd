// The bar over a text in which words are sought: how many there are, which is shown, and where it stands.
import { useEffect, useState, type RefObject } from 'react'
import type { Found } from '../../editor/editor-api'
import { useTranslate } from '../../i18n/translate'
import { IconButton } from '../button'
import { Icon } from '../icon'
import './find-bar.css'

interface Props {
  field: RefObject<HTMLInputElement | null>
  words: string
  onWords(words: string): void
  found: Found
  onStep(direction: 1 | -1): void
  onOpenFootnote(): void
  onClose(): void
}

export function FindBar({ field, words, onWords, found, onStep, onOpenFootnote, onClose }: Props) {
  const t = useTranslate()
  const { count, at, excerpt, inside } = found
  const seeks = words.trim() !== ''
  const where = inside === null ? null : inside.kind === 'footnote' ? t('writing-footnote-number', { number: inside.number }) : t('find-table', { number: inside.number })
  const counted = count === 0 ? t('find-none') : t('find-said', { at, count })
  const said = useRested(!seeks ? '' : [counted, where, excerpt && `${excerpt.before}${excerpt.match}${excerpt.after}`].filter(Boolean).join('\n'))
  return (
    <div className="finder" role="search" aria-label={t('find-open')}>
      <div className="finder__field input">
        <Icon name="search" />
        <input
          ref={field} className="finder__input" type="text" inputMode="search" enterKeyHint="search" autoComplete="off" autoCapitalize="none" spellCheck={false} dir="auto"
          aria-label={t('find-words')} placeholder={t('find-words')} value={words} onChange={(event) => { onWords(event.target.value) }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            onStep(event.shiftKey ? -1 : 1)
          }}
        />
        {seeks && <span className={count === 0 ? 'finder__count finder__count--none' : 'finder__count num'} aria-hidden="true">{count === 0 ? t('find-none') : t('find-count', { at, count })}</span>}
      </div>
      <span className="finder__acts">
        <IconButton icon="chevron-up" label={t('find-previous')} shortcut="Shift+F3" unavailable={count === 0} onPress={() => { onStep(-1) }} />
        <IconButton icon="chevron-down" label={t('find-next')} shortcut="F3" unavailable={count === 0} onPress={() => { onStep(1) }} />
        <IconButton icon="close" label={t('common-close')} shortcut="Esc" onPress={onClose} />
      </span>
      {inside !== null && excerpt !== null && (
        <div className="finder__beside">
          <b>{where}</b>
          <bdi className="finder__words">{excerpt.before}<mark>{excerpt.match}</mark>{excerpt.after}</bdi>
          {inside.kind === 'footnote' && <button type="button" className="textlink" onClick={onOpenFootnote}>{t('find-open-footnote')}</button>}
        </div>
      )}
      <span className="vh" role="status">{said.split('\n').map((line, index) => <span key={index}>{line} </span>)}</span>
    </div>
  )
}

/** What words come to once they have stayed the same for a moment: what changes with each letter is not read out. */
function useRested(words: string): string {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => { setRested(words) }, 500)
    return () => { clearTimeout(timer) }
  }, [words])
  return rested
}
