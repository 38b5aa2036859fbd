// A state is always a shape and a word. Circle: session. Diamond: key point.
import type { ReactNode } from 'react'
import type { KeyPointState, SessionState } from '../api/types'
import type { Key } from '../i18n/keys'
import { useTranslate } from '../i18n/translate'

const tick = { fill: 'none', stroke: 'var(--surface)', strokeWidth: 1.7, strokeLinecap: 'round', strokeLinejoin: 'round' } as const
const ring = { cx: 8, cy: 8, r: 6, fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const
const diamond = { d: 'M8 1.500 14.500 8 8 14.500 1.500 8z', fill: 'none', stroke: 'currentColor', strokeWidth: 1.6, strokeLinejoin: 'round' } as const

interface Shown { tone: string; word: Key; shape: ReactNode }

const sessionStates: Readonly<Record<SessionState, Shown>> = {
  planned: { tone: '', word: 'session-state-planned', shape: <circle {...ring} strokeDasharray="2.4 2.3" /> },
  assigned: { tone: '', word: 'session-state-assigned', shape: <circle {...ring} /> },
  live: {
    tone: 'state--go', word: 'session-state-live',
    shape: <><circle {...ring} r={6.8} /><circle cx="8" cy="8" r="3.6" fill="currentColor" /></>,
  },
  submitted: {
    tone: 'state--go', word: 'session-state-submitted',
    shape: <><circle {...ring} /><path d="M2 8a6 6 0 0 0 12 0z" fill="currentColor" /></>,
  },
  confirmed: {
    tone: 'state--ok', word: 'session-state-confirmed',
    shape: <><circle cx="8" cy="8" r="7" fill="currentColor" /><path d="m4.800 8.300 2.200 2.200 4.200-4.700" {...tick} /></>,
  },
  locked: {
    tone: '', word: 'session-state-locked',
    shape: <><circle cx="8" cy="8" r="7" fill="currentColor" /><path d="M5.500 7.500h5v3.500h-5zM6.500 7.500V6a1.500 1.500 0 0 1 3 0v1.500" {...tick} strokeWidth={1.3} /></>,
  },
}

const keyPointStates: Readonly<Record<KeyPointState, Shown>> = {
  captured: { tone: 'state--key', word: 'key-point-state-captured', shape: <path {...diamond} /> },
  confirmed: {
    tone: 'state--key', word: 'key-point-state-confirmed',
    shape: <><path {...diamond} /><path d="M1.500 8h13L8 14.500z" fill="currentColor" /></>,
  },
  accepted: { tone: 'state--key', word: 'key-point-state-accepted', shape: <path d="M8 1 15 8l-7 7-7-7z" fill="currentColor" /> },
  used: {
    tone: 'state--ok', word: 'key-point-state-used',
    shape: <><path d="M8 .5 15.500 8 8 15.500.5 8z" fill="currentColor" /><path d="m5.300 8.200 1.900 1.900 3.500-3.900" {...tick} strokeWidth={1.6} /></>,
  },
  merged: {
    tone: '', word: 'key-point-state-merged',
    shape: <><path {...diamond} d="M5.500 2.500 11 8l-5.500 5.500L0 8z" /><path {...diamond} d="M10.500 2.500 16 8l-5.500 5.500L5 8z" /></>,
  },
  'set-aside': {
    tone: '', word: 'key-point-state-set-aside',
    shape: <><path {...diamond} /><path d="m2 14 12-12" stroke="currentColor" strokeWidth="1.6" /></>,
  },
}

function State({ shown, words, wordHidden = false }: { shown: Shown; words?: string; wordHidden?: boolean }) {
  const t = useTranslate()
  return (
    <span className={`state ${shown.tone}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{shown.shape}</svg>
      <span className={wordHidden ? 'vh' : undefined}>{words ?? t(shown.word)}</span>
    </span>
  )
}

export function SessionStateMark({ state }: { state: SessionState }) {
  return <State shown={sessionStates[state]} />
}

/** `reworded`: its words are no longer those that were decided on; then the shape is broken off at its end. */
export function KeyPointStateMark({ state, reworded = false, wordHidden = false }: { state: KeyPointState; reworded?: boolean; wordHidden?: boolean }) {
  const t = useTranslate()
  const shown = keyPointStates[state]
  if (!reworded) return <State shown={shown} wordHidden={wordHidden} />
  const shape = <>{shown.shape}<path d="M9 16V9h7v7z" fill="var(--surface)" /><path d="M12.500 9.500v3.500M12.500 14.600v.9" stroke="currentColor" strokeWidth="1.8" /></>
  return <State shown={{ ...shown, tone: 'state--warn', shape }} words={t('key-point-reworded-since', { state: t(shown.word) })} wordHidden={wordHidden} />
}
