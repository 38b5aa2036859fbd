// Lays the sessions of an edition out in time order: what came before, each day of the edition, what came after.
import type { Session } from '../../api/types'
import { asUtc, dateOf, hasTime } from '../../i18n/format'

interface PartBase { id: string; sessions: Session[] }
/** Weeks or months outside the edition's days: one dot a session on an axis of months. */
export interface Span extends PartBase { kind: 'before' | 'after'; months: { at: number; month: string }[]; dots: { session: Session; at: number }[] }
/** One day of the edition, by the hour where hours are known. */
export interface Day extends PartBase { kind: 'day'; date: string; hours: { from: number; to: number } | null; blocks: { session: Session; from: number; to: number }[] }
/** Sessions whose date nobody has set. */
export interface Undated extends PartBase { kind: 'undated' }
export type Part = Span | Day | Undated

const dayMs = 86_400_000

const startOf = (session: Session): number => (session.start === null ? Infinity : asUtc(session.start).getTime())

function span(kind: 'before' | 'after', sessions: Session[]): Span {
  const dates = sessions.flatMap((session) => (session.start === null ? [] : [asUtc(dateOf(session.start))]))
  const first = new Date(Math.min(...dates.map(Number)))
  const last = new Date(Math.max(...dates.map(Number)))
  const from = Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1)
  const to = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1)
  const at = (moment: number) => (moment - from) / (to - from)
  const months: Span['months'] = []
  for (let month = new Date(from); month.getTime() < to; month = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1))) {
    months.push({ at: at(month.getTime()), month: month.toISOString().slice(0, 10) })
  }
  return {
    id: kind, kind, sessions, months,
    dots: sessions.map((session) => ({ session, at: at(startOf(session) + dayMs / 2) })),
  }
}

function day(date: string, sessions: Session[]): Day {
  const hourOf = (at: string) => Number(at.slice(11, 13)) + Number(at.slice(14, 16)) / 60
  const timed = sessions.filter((session) => session.start !== null && hasTime(session.start))
  const blocks = timed.map((session) => {
    const from = hourOf(session.start ?? '')
    const ends = session.end !== null && hasTime(session.end) && dateOf(session.end) === date ? hourOf(session.end) : from + 1
    return { session, from, to: Math.max(ends, from + 0.25) }
  })
  const hours = blocks.length === 0 ? null : {
    from: Math.floor(Math.min(...blocks.map((block) => block.from))),
    to: Math.ceil(Math.max(...blocks.map((block) => block.to))),
  }
  return {
    id: date, kind: 'day', date, sessions, hours,
    blocks: hours === null ? [] : blocks.map(({ session, ...block }) => {
      const share = (at: number) => (at - hours.from) / (hours.to - hours.from)
      return { session, from: share(block.from), to: share(block.to) }
    }),
  }
}

/** The parts of the time line, in order. Every session stands in exactly one of them. */
export function timeLine(sessions: readonly Session[], from: string | null, to: string | null): Part[] {
  const dated = sessions.filter((session) => session.start !== null).sort((a, b) => startOf(a) - startOf(b))
  const undated = sessions.filter((session) => session.start === null)
  const dateOfSession = (session: Session) => dateOf(session.start ?? '')
  const before = from === null ? [] : dated.filter((session) => dateOfSession(session) < from)
  const after = to === null ? [] : dated.filter((session) => dateOfSession(session) > to)
  const within = dated.filter((session) => !before.includes(session) && !after.includes(session))
  const parts: Part[] = []
  if (before.length > 0) parts.push(span('before', before))
  for (const date of new Set(within.map(dateOfSession))) {
    parts.push(day(date, within.filter((session) => dateOfSession(session) === date)))
  }
  if (after.length > 0) parts.push(span('after', after))
  if (undated.length > 0) parts.push({ id: 'undated', kind: 'undated', sessions: undated })
  return parts
}
