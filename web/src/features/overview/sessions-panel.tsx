import type { Session, SessionState } from '../../api/types'
import { formatClock, formatDay, formatDays, instantOf, zoneName } from '../../i18n/format'
import { useTranslate } from '../../i18n/translate'
import { Diamond, Icon } from '../../ui/icon'
import { sessionHours, sessionShortName, sessionTitle, sessionWhen } from '../../ui/labels'
import { Link } from '../../ui/link'
import { SessionStateMark } from '../../ui/state'
import { timeLine, type Day, type Part, type Span } from './time-line'
import './sessions-panel.css'

interface Props {
  sessions: readonly Session[]
  from: string | null
  to: string | null
  timezone: string | null
  now: Date
  /** How many key points of each session were set aside or merged. */
  notCounted: ReadonlyMap<string, number>
  hrefOf(session: Session): string
}

/** The edition's sessions in time order, each with kind, place, time, state and number of key points. */
export function SessionsPanel({ sessions, from, to, timezone, now, notCounted, hrefOf }: Props) {
  const t = useTranslate()
  const parts = timeLine(sessions, from, to)
  const shown = (['planned', 'assigned', 'live', 'submitted', 'confirmed', 'locked'] as const)
    .filter((state) => sessions.some((session) => session.state === state))
  return (
    <section className="panel time-line" aria-labelledby="time-line-title">
      <div className="time-line__h">
        <h2 id="time-line-title">{t('nav-sessions')}</h2>
        <span className="row wrap time-line__key" aria-hidden="true">{shown.map((state: SessionState) => <SessionStateMark key={state} state={state} />)}</span>
        <span className="grow" />
        {timezone && <span className="small muted">{t('overview-time-zone', { zone: zoneName(t.locale, timezone) })}</span>}
      </div>
      <div className="time-line__parts">
        {parts.map((part) => (
          <div key={part.id} className={`time-line__part time-line__part--${part.kind}`} style={{ flexGrow: part.kind === 'day' ? 1 : Math.min(3, 0.7 * part.sessions.length) }}>
            <PartAxis part={part} now={now} timezone={timezone} />
            <ul className={part.kind === 'day' ? 'time-line__stack' : 'time-line__row'}>
              {part.sessions.map((session) => (
                <li key={session.id}>
                  <Card session={session} sessions={sessions} notCounted={notCounted.get(session.id) ?? 0} timesOnly={part.kind === 'day'} href={hrefOf(session)} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function PartAxis({ part, now, timezone }: { part: Part; now: Date; timezone: string | null }) {
  const t = useTranslate()
  if (part.kind === 'undated') return <h3 className="axis__title axis__title--undated">{t('session-no-date')}</h3>
  return part.kind === 'day' ? <DayAxis day={part} now={now} timezone={timezone} /> : <SpanAxis span={part} />
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

function SpanAxis({ span }: { span: Span }) {
  const t = useTranslate()
  const first = span.months[0]?.month ?? ''
  const last = span.months.at(-1)?.month ?? first
  return (
    <div className="axis">
      <h3 className="vh">{formatDays(t.locale, first, last, { day: undefined, year: 'numeric' })}</h3>
      <span className="axis__line" />
      <span aria-hidden="true">
        {span.months.map((month) => (
          <span key={month.month} className="axis__tick" style={{ insetInlineStart: percent(month.at) }}>
            <span>{formatDay(t.locale, month.month, { day: undefined })}</span>
          </span>
        ))}
        {span.dots.map(({ session, at }, index) => {
          const card = (index + 0.5) / span.dots.length
          return (
            <span key={session.id}>
              <span className={session.keyPoints > 0 ? 'axis__dot' : 'axis__dot axis__dot--hollow'} style={{ insetInlineStart: percent(at) }} />
              <span className="axis__drop" style={{ insetInlineStart: percent(at) }} />
              <span className="axis__across" style={{ insetInlineStart: percent(Math.min(at, card)), inlineSize: percent(Math.abs(at - card)) }} />
              <span className="axis__rise" style={{ insetInlineStart: percent(card) }} />
            </span>
          )
        })}
      </span>
    </div>
  )
}

function DayAxis({ day, now, timezone }: { day: Day; now: Date; timezone: string | null }) {
  const t = useTranslate()
  const hours = day.hours
  const nowAt = hours !== null && timezone !== null
    ? (now.getTime() - instantOf(`${day.date}T00:00`, timezone).getTime()) / 3_600_000
    : null
  const nowShare = hours !== null && nowAt !== null ? (nowAt - hours.from) / (hours.to - hours.from) : null
  return (
    <div className="axis">
      <h3 className="axis__title">
        {formatDay(t.locale, day.date, { weekday: 'long' })}
        {hours === null && <span className="muted axis__note">{t('overview-times-not-set')}</span>}
      </h3>
      <span className={hours === null ? 'axis__line axis__line--dash' : 'axis__line'} />
      {hours !== null && (
        <span aria-hidden="true">
          {Array.from({ length: hours.to - hours.from + 1 }, (_, index) => (
            <span key={index} className="axis__hour" style={{ insetInlineStart: percent(index / (hours.to - hours.from)) }} />
          ))}
          {day.blocks.map((block) => (
            <span
              key={block.session.id} className={`axis__block axis__block--${block.session.state}`}
              style={{ insetInlineStart: percent(block.from), inlineSize: percent(block.to - block.from) }}
            />
          ))}
          {nowShare !== null && nowShare >= 0 && nowShare <= 1 && (
            // Its words stand beside the day's name, or below the line where that stands.
            <span className={nowShare < 0.5 ? 'axis__now axis__now--low' : 'axis__now'} style={{ insetInlineStart: percent(nowShare), '--at': nowShare }}>
              <span>{t('overview-now', { time: formatClock(t.locale, now, timezone) })}</span>
            </span>
          )}
        </span>
      )}
    </div>
  )
}

interface CardProps { session: Session; sessions: readonly Session[]; notCounted: number; timesOnly: boolean; href: string }

function Card({ session, sessions, notCounted, timesOnly, href }: CardProps) {
  const t = useTranslate()
  const empty = session.keyPoints === 0
  const hours = sessionHours(t, session)
  const short = sessionShortName(t, session, sessions)
  return (
    <Link className={['card', session.state === 'live' && 'card--live', empty && 'card--empty'].filter(Boolean).join(' ')} href={href}>
      <span className="card__top">
        {timesOnly && hours && <span className="small strong num">{hours}</span>}
        <span className={timesOnly && hours ? 'small muted' : 'small strong'}>{short}</span>
        <span className="grow" />
        <span className={empty ? 'kpn kpn--none num' : 'kpn num'}>
          {empty ? <Icon name="warning" small /> : <Diamond />}
          <span aria-hidden="true">{new Intl.NumberFormat(t.locale).format(session.keyPoints)}</span>
          <span className="vh">{t('sessions-key-points', { count: session.keyPoints })}</span>
        </span>
        <SessionStateMark state={session.state} />
      </span>
      <b dir="auto">{sessionTitle(t, session)}</b>
      {session.notesCharacters === 0
        ? <span className="small warn">{t('overview-no-notes')}</span>
        : empty && <span className="small warn">{t('overview-no-key-point')}</span>}
      <span className="small muted card__foot">
        {session.event !== null && <span>{t(`session-kind-${session.kind}`)}</span>}
        {!timesOnly && session.start !== null && <span>{sessionWhen(t, session)}</span>}
        {session.place !== null && <span dir="auto">{session.place}</span>}
        {timesOnly && hours === null && <span>{t('overview-time-not-set')}</span>}
        {notCounted > 0 && <span>{t('overview-not-counted', { count: notCounted })}</span>}
      </span>
    </Link>
  )
}
