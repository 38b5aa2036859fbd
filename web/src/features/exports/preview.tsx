import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslate } from '../../i18n/translate'
import { IconButton } from '../../ui/button'
import './exports.css'

interface Props {
  pages: number
  busy: boolean
  srcOf(page: number): string
  title: string
  /** Stands in place of the pages. */
  instead?: ReactNode
}

/** The printed pages, as they will be in the PDF. */
export function PagePreview({ pages, busy, srcOf, title, instead }: Props) {
  const t = useTranslate()
  const desk = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(1)
  useEffect(() => {
    const element = desk.current
    if (element === null) return
    const seen = new Map<Element, number>()
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) seen.set(entry.target, entry.intersectionRatio)
      const [most] = [...seen].sort((a, b) => b[1] - a[1])
      const page = Number((most?.[0] as HTMLElement | undefined)?.dataset['page'])
      if (page > 0) setCurrent(page)
    }, { root: element, threshold: [0, 0.25, 0.5, 0.75, 1] })
    for (const page of element.querySelectorAll('[data-page]')) observer.observe(page)
    return () => { observer.disconnect() }
  }, [pages])
  const show = (page: number) => { desk.current?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: 'start', behavior: 'smooth' }) }
  const at = Math.min(current, Math.max(1, pages))
  return (
    <>
      <div className="preview__h">
        <h2 className="grow">{t('export-preview')}</h2>
        {busy && <span className="small muted" role="status">{t('export-preview-busy')}</span>}
        {pages > 0 && (
          <>
            <IconButton icon="chevron-up" label={t('export-previous-page')} unavailable={at <= 1} onPress={() => { show(at - 1) }} />
            <span className="small num">{t('export-page-of', { page: at, pages })}</span>
            <IconButton icon="chevron-down" label={t('export-next-page')} unavailable={at >= pages} onPress={() => { show(at + 1) }} />
          </>
        )}
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className="preview" ref={desk} tabIndex={0} role="region" aria-label={t('export-preview')}>
        {instead}
        {Array.from({ length: pages }, (_, index) => index + 1).map((page) => (
          <img key={page} data-page={page} className="preview__page" src={srcOf(page)} loading="lazy" alt={t('export-page-alt', { page, pages, title })} />
        ))}
      </div>
    </>
  )
}
