// What a person has to know of a key point before deciding about it.
import type { ReactNode } from 'react'
import type { Addressee, KeyPoint, Session, Theme } from '../api/types'
import { listOf, useTranslate } from '../i18n/translate'
import { addresseeName, sessionInSentence, themeName } from './labels'
import { Notice } from './notice'

/** Shows the words that were decided on beside those of now. */
export function RewordedNotice({ point }: { point: KeyPoint }) {
  const t = useTranslate()
  if (point.decidedStatement === null) return null
  const language = point.lang ? { lang: point.lang } : {}
  return (
    <Notice tone="warn" title={t('key-point-reworded')}>
      <p>{t('key-point-reworded-text')}</p>
      <p className="label">{t('key-point-reworded-seen')}</p>
      <blockquote className="quote" dir="auto" {...language}>{point.decidedStatement}</blockquote>
      <p className="label">{t('key-point-reworded-now')}</p>
      <blockquote className="quote" dir="auto" {...language}>{point.hasStatement ? point.statement : t('key-point-no-statement')}</blockquote>
    </Notice>
  )
}

interface CorrectedProps {
  point: KeyPoint
  themes: readonly Theme[]
  addressees: readonly Addressee[]
  /** What can be done about it. */
  children?: ReactNode
}

/** Shows beside an editor's words what the notes have. */
export function CorrectedNotice({ point, themes, addressees, children }: CorrectedProps) {
  const t = useTranslate()
  const { correction } = point
  if (correction === null) return null
  const { noted, notedThen, overtaken, by } = correction
  const language = point.lang ? { lang: point.lang } : {}
  const themesOf = (ids: readonly string[]) => (ids.length === 0 ? t('key-point-no-theme') : listOf(t, ids.map((id) => themeName(t, themes, id))))
  const facts: readonly (readonly [name: string, now: string, noted: string])[] = [
    [t('common-themes'), themesOf(point.themes), themesOf(noted.themes)],
    [t('common-addressee'), addresseeName(t, addressees, point.addressee), addresseeName(t, addressees, noted.addressee)],
    [t('detail-kind'), t(`key-point-kind-${point.kind ?? 'unsaid'}`), t(`key-point-kind-${noted.kind ?? 'unsaid'}`)],
    [t('detail-stance'), t(`key-point-stance-${point.stance ?? 'unsaid'}`), t(`key-point-stance-${noted.stance ?? 'unsaid'}`)],
    [t('detail-speaker'), point.attributedTo ?? t('points-no-speaker'), noted.attributedTo ?? t('points-no-speaker')],
  ]
  return (
    <Notice tone={overtaken ? 'warn' : 'go'} title={overtaken ? t('key-point-overtaken') : t('key-point-corrected', { name: by.name })}>
      {notedThen !== null && <><p className="label">{t('key-point-noted-then')}</p><blockquote className="quote" dir="auto" {...language}>{notedThen}</blockquote></>}
      {noted.statement !== point.statement && (
        <>
          <p className="label">{overtaken ? t('key-point-noted-now') : t('key-point-noted')}</p>
          {noted.statement === null ? <p>{t('detail-quote-names')}</p> : <blockquote className="quote" dir="auto" {...language}>{noted.statement}</blockquote>}
        </>
      )}
      {facts.filter(([, now, before]) => now !== before).map(([name, , before]) => (
        <p key={name}>{t('key-point-noted-fact', { name, words: before })}</p>
      ))}
      {children}
    </Notice>
  )
}

/** Says where else a key point of the same id stands. */
export function DoubledNotice({ point, sessions }: { point: KeyPoint; sessions: readonly Session[] }) {
  const t = useTranslate()
  if (point.alsoIn.length === 0) return null
  const others = sessions.filter((session) => point.alsoIn.includes(session.id)).map((session) => sessionInSentence(t, session, sessions))
  return <Notice tone="warn" title={t('key-point-doubled')}><p>{t('key-point-doubled-text', { sessions: listOf(t, others) })}</p></Notice>
}
