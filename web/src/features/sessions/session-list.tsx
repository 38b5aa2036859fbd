import type { Session } from '../../api/types'
import { listOf, useTranslate } from '../../i18n/translate'
import { Diamond, Icon } from '../../ui/icon'
import { sessionShortName, sessionTitle, sessionWhen } from '../../ui/labels'
import { Link } from '../../ui/link'
import { Empty } from '../../ui/notice'
import { SessionStateMark } from '../../ui/state'
import './session-list.css'

interface Props {
  sessions: readonly Session[]
  hrefOf(session: Session): string
  /** The sessions whose notes the person may write. */
  mine: ReadonlySet<string>
}

const startOf = (session: Session) => session.start ?? '9999'

/** The programme: every session with when, where, who and what its notes hold. */
export function SessionList({ sessions, hrefOf, mine }: Props) {
  const t = useTranslate()
  if (sessions.length === 0) return <Empty title={t('sessions-empty')}>{t('sessions-empty-hint')}</Empty>
  const number = new Intl.NumberFormat(t.locale)
  return (
    <ul className="sessions">
      {[...sessions].sort((a, b) => startOf(a).localeCompare(startOf(b))).map((session) => (
        <li key={session.id}>
          <Link className="sessions__i" href={hrefOf(session)}>
            <span className="sessions__when strong num">{sessionWhen(t, session)}</span>
            <span className="sessions__what">
              <span className="small muted row wrap">
                <span>{session.event === null ? sessionShortName(t, session, sessions) : t(`session-kind-${session.kind}`)}</span>
                {session.event !== null && <span dir="auto">{session.event}</span>}
                {session.attribution === 'chatham-house' && <span className="tag">{t('session-attribution-chatham-house')}</span>}
                {mine.has(session.id) && <span className="tag tag--on">{t('sessions-yours')}</span>}
              </span>
              <span className="sessions__t" dir="auto">{sessionTitle(t, session)}</span>
              <span className="small muted row wrap">
                {session.place !== null && <span className="row tight"><Icon name="place" small /><span dir="auto">{session.place}</span></span>}
                {session.rapporteurs.length > 0
                  ? <span className="row tight"><Icon name="person" small /><span>{t('sessions-rapporteurs', { names: listOf(t, session.rapporteurs.map((person) => person.name)) })}</span></span>
                  : <span>{t('sessions-no-rapporteur')}</span>}
              </span>
            </span>
            <span className="sessions__state">
              <SessionStateMark state={session.state} />
              <span className={session.keyPoints === 0 ? 'kpn kpn--none num' : 'kpn num'}>
                {session.keyPoints === 0 ? <Icon name="warning" small /> : <Diamond />}
                <span>{session.keyPoints === 0 ? t('overview-no-key-point') : t('sessions-key-points', { count: session.keyPoints })}</span>
              </span>
              <span className="small muted num">{session.notesCharacters === 0 ? t('overview-no-notes') : t('sessions-characters', { count: number.format(session.notesCharacters) })}</span>
            </span>
            <Icon name="forward" small />
          </Link>
        </li>
      ))}
    </ul>
  )
}
