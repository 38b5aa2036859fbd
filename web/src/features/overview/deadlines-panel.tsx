import type { Deadline, Session } from '../../api/types'
import { zoneName } from '../../i18n/format'
import { listOf, useTranslate } from '../../i18n/translate'
import { Icon } from '../../ui/icon'
import { momentWhen } from '../../ui/labels'
import './deadlines-panel.css'

const hour = 3_600_000

interface Common { sessions: readonly Session[]; now: Date; timezone: string | null }

function DeadlineBar({ deadline, sessions, now, timezone }: Common & { deadline: Deadline }) {
  const t = useTranslate()
  const due = deadline.dueAt
  const opens = deadline.opensAt
  const names = sessions.find((session) => session.id === deadline.sessionId)?.rapporteurs.map((person) => person.name) ?? []
  const left = due - now.getTime()
  const notOpen = opens !== null && opens > now.getTime()
  const tone = left < 0 ? 'bad' : notOpen ? '' : left < 3 * hour ? 'warn' : 'go'
  const from = opens ?? due - 24 * hour
  const share = notOpen ? 0 : Math.min(1, Math.max(0, (now.getTime() - from) / Math.max(1, due - from)))
  const amount = (span: number) => {
    const hours = Math.floor(Math.abs(span) / hour)
    if (hours >= 48) return t('deadlines-days', { count: Math.floor(hours / 24) })
    if (hours >= 1) return t('deadlines-hours', { hours, minutes: Math.floor((Math.abs(span) % hour) / 60_000) })
    return t('deadlines-minutes', { count: Math.floor(Math.abs(span) / 60_000) })
  }
  const when = left < 0 ? t('deadlines-overdue', { amount: amount(left) })
    : notOpen ? t('deadlines-opens', { amount: amount(opens - now.getTime()) })
      : t('deadlines-left', { amount: amount(left) })
  return (
    <li className={`deadline deadline--${tone}`}>
      <div className="row wrap"><b className="grow" dir="auto">{deadline.label}</b><span className="deadline__when">{tone === 'bad' && <Icon name="warning" small />}{when}</span></div>
      <div className="meter" aria-hidden="true"><span style={{ inlineSize: `${(left < 0 ? 1 : share) * 100}%` }} /></div>
      <span className="small muted row wrap">
        <span>{t('deadlines-due', { time: momentWhen(t, due, timezone) })}</span>
        {names.length > 0 && <span>{t('sessions-rapporteurs', { names: listOf(t, names) })}</span>}
      </span>
    </li>
  )
}

/** Deadlines as bars that fill up towards the hour they are due, with who has to see to them. */
export function DeadlinesPanel({ deadlines, timezone, ...common }: Common & { deadlines: readonly Deadline[] }) {
  const t = useTranslate()
  const inOrder = [...deadlines].sort((a, b) => a.dueAt - b.dueAt)
  return (
    <section className="panel deadlines" aria-labelledby="deadlines-title">
      <div className="panel__head">
        <h2 id="deadlines-title" className="grow">{t('deadlines-title')}</h2>
        {timezone && deadlines.length > 0 && <span className="small muted">{zoneName(t.locale, timezone)}</span>}
      </div>
      {deadlines.length === 0
        ? <p className="muted small deadlines__none">{t('deadlines-none')}</p>
        : <ul className="deadlines__l">{inOrder.map((deadline) => <DeadlineBar key={deadline.id} deadline={deadline} timezone={timezone} {...common} />)}</ul>}
    </section>
  )
}
