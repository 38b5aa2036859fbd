import type { Coverage, Session, Theme } from '../../api/types'
import { listOf, useTranslate } from '../../i18n/translate'
import { Icon } from '../../ui/icon'
import { sessionName, sessionShortName, themeName } from '../../ui/labels'
import { Link } from '../../ui/link'
import { Empty } from '../../ui/notice'
import { coverageTable, strength } from './coverage'
import './coverage-panel.css'

interface Props {
  coverage: Coverage
  sessions: readonly Session[]
  themes: readonly Theme[]
  /** How many key points the board has. */
  onBoard: number
  hrefOf(filter: { session?: string; theme?: string }): string
}

/** How many key points each session gave on each theme; a zero for a whole session, theme or region is a gap with a name. */
export function CoveragePanel({ coverage, sessions, themes, onBoard, hrefOf }: Props) {
  const t = useTranslate()
  const byId = new Map(sessions.map((session) => [session.id, session]))
  const shortName = (session: Session | undefined) => (session ? sessionShortName(t, session, sessions) : t('sources-session-unknown'))
  const table = coverageTable(coverage, (id) => byId.get(id)?.keyPoints ?? 0)
  const gaps = coverage.sessionsWithoutKeyPoint.length + coverage.themesWithoutKeyPoint.length + coverage.regionsWithoutKeyPoint.length
  const number = new Intl.NumberFormat(t.locale)
  const emptySession = new Set(coverage.sessionsWithoutKeyPoint)
  const emptyTheme = new Set(coverage.themesWithoutKeyPoint)
  return (
    <section className="panel coverage" aria-labelledby="coverage-title">
      <div className="panel__head wrap">
        <h2 id="coverage-title">{t('coverage-title')}</h2>
        <span className="small muted grow">{t('coverage-explained')}</span>
        {gaps > 0
          ? <span className="tag tag--warn"><Icon name="warning" small />{t('coverage-gaps', { count: gaps })}</span>
          : <span className="tag tag--ok"><Icon name="check" small />{t('coverage-no-gaps')}</span>}
      </div>
      {coverage.sessions.length === 0
        ? <Empty title={t('coverage-empty')} />
        : (
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls must be reachable by keyboard
          <div className="coverage__scroll" tabIndex={0} role="group" aria-labelledby="coverage-title">
            <table className="cov">
              <thead>
                <tr>
                  <th scope="col"><span className="label">{t('common-theme')}</span></th>
                  {table.sessionIds.map((id) => {
                    const session = byId.get(id)
                    return (
                      <th key={id} scope="col" title={session && sessionName(t, session, sessions)}>
                        <span className="cov__ch">{shortName(session)}</span>
                      </th>
                    )
                  })}
                  <th scope="col" className="cov__tot">{t('coverage-all')}</th>
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row) => (
                  <tr key={row.themeId} className={emptyTheme.has(row.themeId) ? 'cov__gap' : undefined}>
                    <th scope="row">{themeName(t, themes, row.themeId)}</th>
                    {row.counts.map((count, index) => {
                      const id = table.sessionIds[index] ?? ''
                      if (count === 0) {
                        return <td key={id} className={emptySession.has(id) ? 'v0 cov__hole' : 'v0'}><span aria-hidden="true">–</span><span className="vh">{t('coverage-none')}</span></td>
                      }
                      return (
                        <td key={id} className={`v${strength(count, table.most)}`}>
                          <Link
                            className="cov__cell" href={hrefOf({ session: id, theme: row.themeId })}
                            label={t('coverage-cell', { count, theme: themeName(t, themes, row.themeId), session: shortName(byId.get(id)) })}
                          >
                            {number.format(count)}
                          </Link>
                        </td>
                      )
                    })}
                    <td className="cov__tot">
                      {row.total === 0 ? <Zero /> : <Link className="cov__cell" href={hrefOf({ theme: row.themeId })}>{number.format(row.total)}</Link>}
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t('nav-key-points')}</th>
                  {table.perSession.map((count, index) => {
                    const id = table.sessionIds[index] ?? ''
                    return <td key={id}>{count === 0 ? <Zero /> : <Link className="cov__cell" href={hrefOf({ session: id })}>{number.format(count)}</Link>}</td>
                  })}
                  <td className="cov__tot">{number.format(table.all)}</td>
                </tr>
              </tfoot>
            </table>
          </div>
        )}
      {onBoard > table.all && <p className="coverage__note small muted">{t('coverage-not-counted', { count: onBoard - table.all })}</p>}
      {coverage.regionsWithoutKeyPoint.length > 0 && (
        <p className="coverage__note small warn"><Icon name="warning" small />{t('coverage-regions', { count: coverage.regionsWithoutKeyPoint.length, regions: listOf(t, coverage.regionsWithoutKeyPoint) })}</p>
      )}
    </section>
  )
}

function Zero() {
  const t = useTranslate()
  return <span className="kpn kpn--none num"><Icon name="warning" small />{new Intl.NumberFormat(t.locale).format(0)}</span>
}
