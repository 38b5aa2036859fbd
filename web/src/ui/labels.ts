// How things without a short name of their own are called on the pages.
import type { Addressee, Edition, Label, Session, Theme } from '../api/types'
import { formatDay, formatDays, formatHours, formatTime, hasTime, dateOf, zoneName } from '../i18n/format'
import type { Translate } from '../i18n/translate'

/** A label in the interface's language, else in English, else in any. */
export function labelIn(label: Label, language: string): string {
  return label[language] ?? label['en'] ?? Object.values(label)[0] ?? ''
}

export function themeName(t: Translate, themes: readonly Theme[], id: string): string {
  const theme = themes.find((each) => each.id === id)
  return theme ? labelIn(theme.label, t.language) : id
}

export function addresseeName(t: Translate, addressees: readonly Addressee[], id: string | null): string {
  if (id === null) return t('key-point-no-addressee')
  const addressee = addressees.find((each) => each.id === id)
  return addressee ? labelIn(addressee.label, t.language) : id
}

/** A session's title, for where its short name stands beside it. */
export function sessionTitle(t: Translate, session: Session): string {
  return session.title ?? t('session-untitled')
}

/** A name of few letters for tables: the event, or the kind and its number in the programme. */
export function sessionShortName(t: Translate, session: Session, sessions: readonly Session[]): string {
  if (session.event !== null) return session.event.replace(/\s*\(.*\)$/, '').replace(/\s+(19|20)\d\d$/, '')
  const same = sessions.filter((each) => each.kind === session.kind && each.event === null)
  if (session.kind !== 'session' && same.length < 2) return t(`session-kind-${session.kind}`)
  return t('session-numbered', { kind: session.kind, number: same.indexOf(session) + 1 })
}

/** What a session is called where nothing else tells which one it is. */
export function sessionName(t: Translate, session: Session, sessions: readonly Session[]): string {
  return session.title ?? t('session-untitled-at', { event: sessionShortName(t, session, sessions) })
}

/** A session in a list to choose from: its short name, then its title. */
export function sessionListed(t: Translate, session: Session, sessions: readonly Session[]): string {
  if (session.title === null) return sessionName(t, session, sessions)
  return t('session-listed', { name: sessionShortName(t, session, sessions), title: session.title })
}

/** What a sentence calls a session: its title, else its event, else its short name. */
export function sessionInSentence(t: Translate, session: Session, sessions: readonly Session[]): string {
  return session.title ?? session.event ?? sessionShortName(t, session, sessions)
}

/** When a session is held, on its own clock. */
export function sessionWhen(t: Translate, session: Session, withZone = false): string {
  const { start, end } = session
  if (start === null) return t('session-no-date')
  const zone = withZone && session.timezone !== null && hasTime(start) ? zoneName(t.locale, session.timezone) : null
  const day = end !== null && dateOf(end) !== dateOf(start) ? formatDays(t.locale, start, end) : formatDay(t.locale, start)
  if (!hasTime(start)) return day
  const hours = end !== null && dateOf(end) === dateOf(start) ? formatHours(t.locale, start, end) : formatTime(t.locale, start)
  return zone === null ? t('session-when', { day, hours }) : t('session-when-zone', { day, hours, zone })
}

export function editionWhen(t: Translate, edition: Edition): string | null {
  if (edition.from === null) return null
  return formatDays(t.locale, edition.from, edition.to ?? edition.from, { year: 'numeric' })
}
