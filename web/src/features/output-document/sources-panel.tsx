import { keyOf, meantBy } from '../../api/key-points'
import type { Addressee, KeyPoint, Session, Theme } from '../../api/types'
import { listOf, useTranslate } from '../../i18n/translate'
import { Button } from '../../ui/button'
import { Diamond } from '../../ui/icon'
import { RewordedNotice } from '../../ui/key-point-notices'
import { addresseeName, momentWhen, sessionShortName, themeName } from '../../ui/labels'
import { Link } from '../../ui/link'
import { Empty, Notice } from '../../ui/notice'
import { KeyPointStateMark } from '../../ui/state'
import { sinceWords, sinceWritten, type ParagraphSource } from './source'
import './output-document.css'

interface SourcesProps {
  /** The number of the paragraph that the caret is in, such as `3`, or a message's bullet; null outside of them. */
  number: string | null
  sources: readonly ParagraphSource[]
  keyPoints: readonly KeyPoint[]
  sessions: readonly Session[]
  timezone: string | null
  notesHrefOf(keyPoint: KeyPoint): string
}

/** Where the paragraph comes from: each key point with its words in the notes, its session, and who marked it. */
export function SourcesPanel({ number, sources, keyPoints, sessions, timezone, notesHrefOf }: SourcesProps) {
  const t = useTranslate()
  return (
    <div className="sources" aria-live="polite">
      <div className="sources__h">
        <h2>{number === null || !/\d/.test(number) ? t('output-sources') : t('sources-title-of', { number })}</h2>
        {number !== null && <span className="small muted">{t('sources-count', { count: sources.length })}</span>}
      </div>
      {number === null && <p className="muted small">{t('sources-choose')}</p>}
      {number !== null && sources.length === 0 && <Empty title={t('sources-none')} keyPoint>{t('sources-none-hint')}</Empty>}
      {sources.map((source) => {
        const point = meantBy(source, keyPoints)
        const session = sessions.find((each) => each.id === point?.sessionId)
        const since = sinceWritten(source, point)
        return (
          <article key={source.keyPointId} className={since !== null ? 'source source--changed' : 'source'}>
            <div className="row wrap">
              <span className="row grow"><Diamond /><b>{session ? sessionShortName(t, session, sessions) : t('sources-session-unknown')}</b></span>
              {point && <KeyPointStateMark state={point.state} reworded={point.decidedStatement !== null} />}
            </div>
            <blockquote className="quote" dir="auto" {...(point?.lang ? { lang: point.lang } : {})}>{source.quote}</blockquote>
            {source.statement.trim() !== source.quote.trim() && <p className="small" dir="auto"><span className="muted">{t('sources-statement')}</span> {source.statement}</p>}
            {since !== null && <Notice tone="warn" title={t(sinceWords[since])}>{since === 'changed' && <p dir="auto">{point?.statement}</p>}</Notice>}
            {since === 'changed' && point?.passageGone && <Notice tone="warn" title={t('key-point-passage-gone')} />}
            <p className="small muted source__by">
              <span>
                {point !== undefined && (point.markedBy === null ? t('key-point-marker-unknown')
                  : point.markedAt === null ? t('points-marked-by', { name: point.markedBy.name })
                      : t('sources-marked-by', { name: point.markedBy.name, time: momentWhen(t, point.markedAt, timezone) }))}
                {point?.source?.at != null && <> · {t('detail-recording', { time: point.source.at })}</>}
                {point?.attributedTo && <> · <span dir="auto">{point.attributedTo}</span></>}
              </span>
              {point && <Link href={notesHrefOf(point)}>{t('detail-open-notes')}</Link>}
            </p>
          </article>
        )
      })}
    </div>
  )
}

interface NotUsedProps {
  points: readonly KeyPoint[]
  sessions: readonly Session[]
  themes: readonly Theme[]
  addressees: readonly Addressee[]
  mayInsert: boolean
  inserting: string | null
  failure: string | null
  onInsert(point: KeyPoint): void
  onClose(): void
}

/** Key points that were accepted and stand nowhere in the document; one click inserts one into its group. */
export function NotUsedPanel({ points, sessions, themes, addressees, mayInsert, inserting, failure, onInsert, onClose }: NotUsedProps) {
  const t = useTranslate()
  return (
    <div className="sources">
      <div className="sources__h">
        <h2 className="grow">{t('not-used-title')}</h2>
        <Button look="quiet" onPress={onClose}>{t('not-used-close')}</Button>
      </div>
      {failure !== null && <Notice tone="bad" title={t('not-used-failed')} urgent><p>{failure}</p></Notice>}
      {points.length === 0 && <Empty title={t('not-used-none')}>{t('not-used-none-hint')}</Empty>}
      {points.map((point) => {
        const session = sessions.find((each) => each.id === point.sessionId)
        return (
          <article key={keyOf(point)} className="source">
            <div className="row wrap"><span className="row grow"><Diamond /><b>{session ? sessionShortName(t, session, sessions) : t('sources-session-unknown')}</b></span><span className="tag tag--on">{addresseeName(t, addressees, point.addressee)}</span></div>
            <p dir="auto" {...(point.lang ? { lang: point.lang } : {})}>{point.decidedStatement ?? point.statement}</p>
            <RewordedNotice point={point} />
            {point.themes.length > 0 && <p className="small muted">{listOf(t, point.themes.map((theme) => themeName(t, themes, theme)))}</p>}
            {mayInsert && <div><Button icon="plus" unavailable={inserting !== null} onPress={() => { onInsert(point) }}>{t(inserting === keyOf(point) ? 'not-used-inserting' : point.stance === 'divergence' ? 'not-used-insert-differed' : 'not-used-insert')}</Button></div>}
          </article>
        )
      })}
    </div>
  )
}
