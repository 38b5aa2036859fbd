// The numbers of key points beside the lines where their passages begin.
import { useEffect, useState } from 'react'
import { useTranslate } from '../../i18n/translate'
import { Diamond } from '../icon'

interface Tick { id: string; number: number; hollow: boolean; top: number }

interface Props {
  /** The element that scrolls and holds the text. */
  scroll: HTMLElement | null
  points: readonly { id: string; hollow: boolean }[]
  /** Changes whenever the text may have moved. */
  version: number
  onOpen(id: string): void
}

/** Where the next number stands: as wanted, or below those that begin on the same line. */
export function freeBelow(taken: readonly { top: number }[], wanted: number): number {
  return taken.some(({ top }) => Math.abs(top - wanted) < 20) ? freeBelow(taken, wanted + 22) : wanted
}

export function KeyPointTicks({ scroll, points, version, onOpen }: Props) {
  const t = useTranslate()
  const [ticks, setTicks] = useState<readonly Tick[]>([])
  useEffect(() => {
    if (scroll === null) return
    let frame = 0
    const measure = () => {
      const origin = scroll.getBoundingClientRect().top - scroll.scrollTop
      const found: Tick[] = []
      points.forEach(({ id, hollow }, index) => {
        const line = scroll.querySelector(`[data-key-point-id="${CSS.escape(id)}"]`)?.getClientRects()[0]
        if (line === undefined) return
        found.push({ id, hollow, number: index + 1, top: freeBelow(found, line.top - origin + line.height / 2) })
      })
      setTicks((known) => (JSON.stringify(known) === JSON.stringify(found) ? known : found))
    }
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(measure)
    }
    const size = new ResizeObserver(soon)
    const text = scroll.querySelector('.ProseMirror')
    if (text) size.observe(text)
    soon()
    return () => {
      cancelAnimationFrame(frame)
      size.disconnect()
    }
  }, [scroll, points, version])
  const number = new Intl.NumberFormat(t.locale)
  return (
    <div className="ticks">
      {ticks.map((tick) => (
        <button key={tick.id} type="button" tabIndex={-1} className="tick" style={{ top: tick.top }} aria-label={t('points-card', { number: tick.number })} onClick={() => { onOpen(tick.id) }}>
          <Diamond hollow={tick.hollow} /><span>{number.format(tick.number)}</span>
        </button>
      ))}
    </div>
  )
}
