import type { Recording, Session } from '../../api/types'
import { listOf, useTranslate } from '../../i18n/translate'
import { Diamond, Icon } from '../../ui/icon'
import { OutsideLink } from '../../ui/link'
import './notes.css'

interface Props {
  session: Session
  /** How many key points each person of the session is marked as the speaker of. */
  spoken: ReadonlyMap<string, number>
}

/** Who speaks, what is asked, where the recording is, and whether speakers may be named. */
export function SessionFacts({ session, spoken }: Props) {
  const t = useTranslate()
  const number = new Intl.NumberFormat(t.locale)
  return (
    <div className="facts">
      {session.policyQuestions.length > 0 && (
        <section>
          <h2 className="label">{t('facts-questions')}</h2>
          <ol className="facts__questions">{session.policyQuestions.map((question) => <li key={question}><p dir="auto">{question}</p></li>)}</ol>
        </section>
      )}
      <section>
        <h2 className="label">{t('facts-people')}</h2>
        {session.people.length === 0
          ? <p className="small muted">{t('facts-no-people')}</p>
          : (
            <ul className="facts__people">
              {session.people.map((person) => (
                <li key={person.id}>
                  <span className="grow">
                    <b dir="auto">{person.name}</b>
                    {person.affiliation !== null && <span className="small muted" dir="auto">{person.affiliation}</span>}
                    {(person.role === 'moderator' || person.remote) && (
                      <span className="small muted">{[person.role === 'moderator' ? t('facts-moderator') : null, person.remote ? t('facts-remote') : null].filter(Boolean).join(' · ')}</span>
                    )}
                  </span>
                  {(spoken.get(person.id) ?? 0) > 0 && (
                    <span className="kpn num"><Diamond /><span aria-hidden="true">{number.format(spoken.get(person.id) ?? 0)}</span><span className="vh">{t('sessions-key-points', { count: spoken.get(person.id) ?? 0 })}</span></span>
                  )}
                </li>
              ))}
            </ul>
          )}
      </section>
      <section className="facts__box">
        <div className="row"><Icon name="person" /><b className="grow">{t(`session-attribution-${session.attribution}`)}</b></div>
        <span className="small muted">{session.attribution === 'named' ? t('facts-named') : t('facts-chatham-house')}</span>
      </section>
      <section className="facts__box">
        <div className="row"><Icon name="recording" /><b className="grow">{t('common-recording')}</b></div>
        {session.recordings.length === 0
          ? <span className="small muted">{t('facts-no-recording')}</span>
          : session.recordings.map((recording: Recording, index) => (
            <span key={recording.url} className="small"><OutsideLink href={recording.url}>{t('facts-recording-open', { number: index + 1 })}</OutsideLink></span>
          ))}
      </section>
      {session.rapporteurs.length > 0 && (
        <section>
          <h2 className="label">{t('facts-rapporteurs')}</h2>
          <p className="small">{listOf(t, session.rapporteurs.map((person) => person.name))}</p>
        </section>
      )}
      {session.links.length > 0 && (
        <section>
          <h2 className="label">{t('facts-links')}</h2>
          <ul className="facts__links small">{session.links.map((link) => <li key={link}><OutsideLink href={link}>{link.replace(/^https?:\/\/(www\.)?/, '')}</OutsideLink></li>)}</ul>
        </section>
      )}
      {session.remark !== null && (
        <section>
          <h2 className="label">{t('common-remark')}</h2>
          <p className="small muted" dir="auto">{session.remark}</p>
        </section>
      )}
    </div>
  )
}
