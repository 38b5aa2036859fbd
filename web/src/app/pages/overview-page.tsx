import { useSuspenseQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useParams } from '@tanstack/react-router'
import { queries } from '../../api/queries'
import { notCountedIn } from '../../features/overview/coverage'
import { CoveragePanel } from '../../features/overview/coverage-panel'
import { DeadlinesPanel } from '../../features/overview/deadlines-panel'
import { SessionsPanel } from '../../features/overview/sessions-panel'
import { useTranslate } from '../../i18n/translate'
import { LinkButton } from '../../ui/button'
import { editionWhen } from '../../ui/labels'
import { useNow } from '../../ui/now'
import { paths } from '../paths'
import { usePageTitle } from '../page-title'
import './overview-page.css'

export function OverviewPage() {
  const t = useTranslate()
  const { edition: id } = useParams({ from: '/signed-in/editions/$edition' })
  const { data: edition } = useSuspenseQuery(queries.edition(id))
  const { data: sessions } = useSuspenseQuery(queries.sessions(id))
  const { data: coverage } = useSuspenseQuery(queries.coverage(id))
  const { data: keyPoints } = useSuspenseQuery(queries.keyPoints(id))
  const { data: documents } = useSuspenseQuery(queries.outputDocuments(id))
  const now = useNow(60_000)
  usePageTitle(t('nav-overview'), edition.title)

  const decided = keyPoints.filter((point) => !['captured', 'confirmed'].includes(point.state)).length
  const notCounted = notCountedIn(keyPoints)
  const compiled = documents.some((document) => document.kind === 'track' && document.compiledAt !== null)
  const facts = [edition.theme, edition.place, editionWhen(t, edition)].filter(Boolean)
  return (
    <main className="overview" id="main" tabIndex={-1}>
      <div className="overview__h">
        <div className="grow overview__t">
          <h1 className="page-title"><bdi>{edition.title}</bdi></h1>
          <p className="muted">{facts.map((fact, index) => <Fragment key={fact}>{index > 0 && ' · '}<bdi>{fact}</bdi></Fragment>)}</p>
        </div>
        <span className="small muted num">{t('overview-decided', { decided, all: keyPoints.length })}</span>
        <LinkButton href={paths.sessions(id)} icon="calendar">{t('overview-programme')}</LinkButton>
        {edition.may.compile && !compiled
          ? <LinkButton href={paths.document(id, undefined, undefined, true)} icon="document" look="primary">{t('output-compile')}</LinkButton>
          : <LinkButton href={paths.document(id)} icon="document" look="primary">{t('overview-open-document')}</LinkButton>}
      </div>
      <SessionsPanel
        sessions={sessions} from={edition.from} to={edition.to} timezone={edition.timezone} now={now} notCounted={notCounted}
        hrefOf={(session) => paths.notes(id, session.id)}
      />
      <div className="overview__low">
        <CoveragePanel coverage={coverage} sessions={sessions} themes={edition.themes} onBoard={keyPoints.length} hrefOf={(filter) => paths.board(id, filter)} />
        <DeadlinesPanel deadlines={edition.deadlines} sessions={sessions} now={now} timezone={edition.timezone} />
      </div>
    </main>
  )
}
