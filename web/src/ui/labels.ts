// How things without a short name of their own are called on the pages.
import type { Addressee, Edition, Label, Session, Theme } from '../api/types'
import { formatDay, formatDays, formatHours, formatMoment, formatOwn, formatTime, hasTime, dateOf, instantOf, zoneName, type Moment } from '../i18n/format'
import type { Translate } from '../i18n/translate'

/** A label in the interface's language, else in English, else in any. */
export function labelIn(label: Label, language: string): string {
  return label[language] ?? label['en'] ?? Object.values(label)[0] ?? ''
}

/** Stands for a theme where key points without one are meant. It is no theme's id. */
export const noTheme = '-'

const labelOf = (t: Translate, labelled: readonly (Theme | Addressee)[], id: string) =>
  labelIn(labelled.find((each) => each.id === id)?.label ?? { en: id }, t.language)

export function themeName(t: Translate, themes: readonly Theme[], id: string): string {
  return id === noTheme ? t('key-point-no-theme') : labelOf(t, themes, id)
}

export function addresseeName(t: Translate, addressees: readonly Addressee[], id: string | null): string {
  return id === null ? t('key-point-no-addressee') : labelOf(t, addressees, id)
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

/**
 * The one rule for times: they are the venue's, and where this device's clock shows another hour, that stands after them.
 * What concerns this device alone, such as what is not yet on the server, is told on its own clock only.
 */
function onBothClocks(t: Translate, time: string, own: string | null): string {
  return own === null ? time : t('time-on-both-clocks', { time, own })
}

/** When something was done or is due, on the venue's clock. */
export function momentWhen(t: Translate, moment: Moment, venue: string | null): string {
  return onBothClocks(t, formatMoment(t.locale, moment, venue), venue === null ? null : formatOwn(t.locale, moment, null, venue))
}

/** When a session ends, where that is on another day than it begins. */
const laterDay = ({ start, end }: Session) => (start !== null && end !== null && dateOf(end) !== dateOf(start) ? end : null)

/** The hours of a session on this device's clock, where it shows others than the session's. */
function sessionOwnHours(t: Translate, session: Session): string | null {
  const { start, end, timezone } = session
  if (start === null || !hasTime(start) || timezone === null) return null
  const ends = end !== null && hasTime(end) && laterDay(session) === null ? instantOf(end, timezone) : null
  return formatOwn(t.locale, instantOf(start, timezone), ends, timezone)
}

/** The hours of a session that begins and ends on one day. */
export function sessionHours(t: Translate, session: Session): string | null {
  const { start, end } = session
  if (start === null || !hasTime(start) || laterDay(session) !== null) return null
  return onBothClocks(t, formatHours(t.locale, start, end), sessionOwnHours(t, session))
}

/** When a session is held, on its own clock. */
export function sessionWhen(t: Translate, session: Session): string {
  const { start, end, timezone } = session
  if (start === null) return t('session-no-date')
  const later = laterDay(session)
  const day = later === null ? formatDay(t.locale, start) : formatDays(t.locale, start, later)
  if (!hasTime(start)) return day
  const hours = later === null ? formatHours(t.locale, start, end) : formatTime(t.locale, start)
  const when = timezone === null ? t('session-when', { day, hours }) : t('session-when-zone', { day, hours, zone: zoneName(t.locale, timezone) })
  return onBothClocks(t, when, sessionOwnHours(t, session))
}

export function editionWhen(t: Translate, edition: Edition): string | null {
  if (edition.from === null) return null
  return formatDays(t.locale, edition.from, edition.to ?? edition.from, { year: 'numeric' })
}
