// What a person has to know of a key point before deciding about it.
import type { KeyPoint, Session } from '../api/types'
import { listOf, useTranslate } from '../i18n/translate'
import { sessionInSentence } from './labels'
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

/** Says where else a key point of the same id stands. */
export function DoubledNotice({ point, sessions }: { point: KeyPoint; sessions: readonly Session[] }) {
  const t = useTranslate()
  if (point.alsoIn.length === 0) return null
  const others = sessions.filter((session) => point.alsoIn.includes(session.id)).map((session) => sessionInSentence(t, session, sessions))
  return <Notice tone="warn" title={t('key-point-doubled')}><p>{t('key-point-doubled-text', { sessions: listOf(t, others) })}</p></Notice>
}
