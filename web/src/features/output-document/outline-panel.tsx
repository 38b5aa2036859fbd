import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { KeyPoint } from '../../api/types'
import { useTranslate } from '../../i18n/translate'
import { Diamond, Icon } from '../../ui/icon'
import type { OutlineItem } from './outline'
import { sinceWords, type Since } from './source'
import './output-document.css'

interface Props {
  items: readonly OutlineItem[]
  current: OutlineItem | null
  /** What has become of the sources of paragraphs, by the paragraph's id. */
  since: ReadonlyMap<string, Since>
  /** Accepted key points that stand nowhere in the document. */
  notUsed: readonly KeyPoint[]
  showingNotUsed: boolean
  onShow(item: OutlineItem): void
  onShowNotUsed(): void
}

/** The parts of the document; choosing one goes there. Below them: what was accepted and stands nowhere yet. */
export function OutlinePanel({ items, current, since, notUsed, showingNotUsed, onShow, onShowNotUsed }: Props) {
  const t = useTranslate()
  /** Where the arrow keys have got to, while they are at work here. */
  const [reached, setReached] = useState<number | null>(null)
  const shown = items.filter((item) => item.kind !== 'preambular')
  const here = shown.find((item) => item.index === current?.index || (item.kind === 'preamble' && current?.kind === 'preambular'))
  const stop = shown.find((item) => item.index === reached) ?? here ?? shown[0]
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.closest('ul')?.querySelectorAll('button') ?? []]
    const at = buttons.findIndex((button) => button === event.currentTarget)
    const next = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: buttons.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    buttons[next]?.focus()
  }
  const list = useRef<HTMLUListElement>(null)
  // Where one writes is in view here too.
  useEffect(() => { list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }) }, [here?.index])
  return (
    <div className="outline">
      <h2 className="outline__h">{t('output-outline')}</h2>
      <nav aria-label={t('output-outline')}>
        {items.length === 0 && <p className="small muted">{t('outline-panel-outline-empty')}</p>}
        <ul ref={list}>
          {shown.map((item) => (
            <li key={`${item.index} ${item.kind}`}>
              <button
                type="button" className={`outline__i outline__i--${item.kind}`} tabIndex={item === stop ? 0 : -1}
                onClick={() => { onShow(item) }} onKeyDown={onKeyDown} onFocus={() => { setReached(item.index) }} onBlur={() => { setReached(null) }}
                {...(item === here ? { 'aria-current': 'true' as const } : {})}
              >
                {item.kind === 'operative' && <span className="outline__n num">{item.number}</span>}
                <bdi className="outline__t">
                  {item.kind === 'preamble' ? t('common-preamble')
                    : item.kind === 'group' ? `${item.number ?? ''}. ${item.text}`
                      : item.kind === 'annex' ? t('outline-panel-annex', { number: item.number ?? '', title: item.text })
                        : item.text}
                </bdi>
                <SinceMark since={item.id === null ? undefined : since.get(item.id)} />
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {notUsed.length > 0 && (
        <div className="outline__foot">
          <button type="button" className="tray" aria-pressed={showingNotUsed} onClick={onShowNotUsed}>
            <Diamond />
            <span className="grow"><b>{t('not-used-title')}</b><span className="small">{t('not-used-count', { count: notUsed.length })}</span></span>
            <Icon name="forward" small />
          </button>
        </div>
      )}
    </div>
  )
}

function SinceMark({ since }: { since: Since | undefined }) {
  const t = useTranslate()
  if (since === undefined) return null
  return <span className="outline__since" title={t(sinceWords[since])}><Icon name="warning" small /><span className="vh">{t(sinceWords[since])}</span></span>
}
