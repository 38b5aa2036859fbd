import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { queries } from '../../api/queries'
import { SessionList } from '../../features/sessions/session-list'
import { useTranslate } from '../../i18n/translate'
import { paths } from '../paths'
import { usePageTitle } from '../page-title'
import { useSignedIn } from '../session'
import './overview-page.css'

export function SessionsPage() {
  const t = useTranslate()
  const me = useSignedIn()
  const { edition: id } = useParams({ from: '/signed-in/editions/$edition' })
  const { data: edition } = useSuspenseQuery(queries.edition(id))
  const { data: sessions } = useSuspenseQuery(queries.sessions(id))
  usePageTitle(t('nav-sessions'), edition.title)
  const mine = new Set(me.grants.flatMap((grant) => (grant.role === 'rapporteur' && grant.scope.kind === 'session' ? [grant.scope.id] : [])))
  const empty = sessions.filter((session) => session.keyPoints === 0).length
  return (
    <main className="overview" id="main" tabIndex={-1}>
      <div className="overview__h">
        <div className="grow overview__t">
          <h1 className="page-title">{t('nav-sessions')}</h1>
          <p className="muted num">{t('sessions-count', { count: sessions.length })}{empty > 0 && <> · {t('sessions-without', { count: empty })}</>}</p>
        </div>
      </div>
      <SessionList sessions={sessions} mine={mine} hrefOf={(session) => paths.notes(id, session.id)} />
    </main>
  )
}
