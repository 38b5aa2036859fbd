// What a zero draft would be made of: the key points that enter it, those that stay out, and the groups they form.
import type { Edition, Grouping, KeyPoint, Plan, Session } from '../../api/types'
import { dateOf } from '../../i18n/format'

export interface DraftPoints {
  enter: readonly KeyPoint[]
  /** Accepted, and yet they never enter: how many, by the reason. */
  concept: number
  after: number
  unwritten: number
}

type Scope = Pick<Edition, 'to'>

/** Sorts the accepted key points as the server does. With a session, only that one's are looked at. */
export function draftPoints(points: readonly KeyPoint[], sessions: readonly Session[], edition: Scope, messagesOf: string | null): DraftPoints {
  const found = { enter: [] as KeyPoint[], concept: 0, after: 0, unwritten: 0 }
  const late = new Set(messagesOf === null ? sessions.filter((session) => isAfter(session, edition)).map((session) => session.id) : [])
  for (const point of points) {
    if ((point.state !== 'accepted' && point.state !== 'used') || (messagesOf !== null && point.sessionId !== messagesOf)) continue
    if (point.basis === 'concept') found.concept += 1
    else if (point.statement.trim() === '') found.unwritten += 1
    else if (late.has(point.sessionId)) found.after += 1
    else found.enter.push(point)
  }
  return found
}

const isAfter = (session: Session, { to }: Scope) => session.start !== null && to !== null && dateOf(session.start) > dateOf(to)

/** The last two groups: what names no group of its own, and what the room did not agree on. */
export type GroupId = string
export const other = 'other'
export const differed = 'differed'

export interface Group { id: GroupId; count: number }

/** The groups that the key points form, in the edition's own order. */
export function groupsOf(points: readonly KeyPoint[], by: Grouping, edition: Pick<Edition, 'addressees' | 'themes'>, sessions: readonly Session[]): Group[] {
  const known = by === 'addressee' ? edition.addressees.map((each) => each.id)
    : by === 'theme' ? edition.themes.map((each) => each.id)
      : inTimeOrder(sessions).map((each) => each.id)
  const groupOf = (point: KeyPoint): GroupId => {
    if (point.stance === 'divergence') return differed
    const named = by === 'addressee' ? [point.addressee] : by === 'theme' ? point.themes : [point.sessionId]
    return named.find((id) => id !== null && known.includes(id)) ?? other
  }
  const counts = new Map<GroupId, number>()
  for (const point of points) counts.set(groupOf(point), (counts.get(groupOf(point)) ?? 0) + 1)
  return [...known, other, differed].flatMap((id) => {
    const count = counts.get(id)
    return count === undefined ? [] : [{ id, count }]
  })
}

/** A session without a date follows the one before it in the programme. */
function inTimeOrder(sessions: readonly Session[]): Session[] {
  let last = ''
  const dated = sessions.map((session) => {
    last = session.start ?? last
    return { at: last, session }
  })
  return dated.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ session }) => session)
}

/** Groups in an order that a person gave some of them; the others follow as they are. */
export function inOrder(groups: readonly Group[], order: readonly GroupId[]): Group[] {
  const rank = (group: Group) => (order.includes(group.id) ? order.indexOf(group.id) : order.length)
  return [...groups].sort((a, b) => rank(a) - rank(b))
}

/** A label as the server puts it inside a sentence: a phrase loses its capital, a name keeps it. */
export function insideSentence(label: string): string {
  const [first = '', ...rest] = label.trim().split(/\s+/)
  const capital = (word: string) => /^\p{Lu}/u.test(word)
  const plain = capital(first) && /^.\p{Ll}*$/u.test(first)
  // A single word is a name unless it is a plural.
  const phrase = rest.length === 0 ? first.endsWith('s') : !rest.some(capital)
  return plain && phrase ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

/** The ids with one of them moved by a place. */
export function moved(ids: readonly GroupId[], id: GroupId, by: 1 | -1): GroupId[] {
  const from = ids.indexOf(id)
  const next = ids.filter((each) => each !== id)
  next.splice(Math.min(next.length, Math.max(0, from + by)), 0, id)
  return next
}

/** What a person chose in the dialog. */
export interface Choices {
  messagesOf: string | null
  group: Grouping
  order: readonly GroupId[]
  headings: Readonly<Record<GroupId, string>>
  title: string
  statusLine: string
  voice: { kind: 'usual' | 'own' | 'none'; words: string }
  preamble: { kind: 'usual' | 'own' | 'none'; words: string }
}

/** The plan that says what was chosen, and leaves the rest to the server. */
export function planOf(choices: Choices): Plan {
  const written = (name: 'title' | 'statusLine'): Plan => (choices[name].trim() === '' ? {} : { [name]: choices[name].trim() })
  const plan: Plan = { ...written('title'), ...written('statusLine') }
  if (choices.messagesOf !== null) return { ...plan, messagesOf: choices.messagesOf }
  const headings = Object.fromEntries(Object.entries(choices.headings).map(([id, words]) => [id, words.trim()]).filter(([, words]) => words !== ''))
  const sentences = choices.preamble.words.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const { voice, preamble } = choices
  return {
    ...plan,
    group: choices.group,
    ...(choices.order.length === 0 ? {} : { order: [...choices.order] }),
    ...(Object.keys(headings).length === 0 ? {} : { headings }),
    // No voice is a blank one, and no preamble an empty one; both left out are the usual.
    ...(voice.kind === 'none' ? { voice: '' } : voice.kind === 'own' && voice.words.trim() !== '' ? { voice: voice.words.trim() } : {}),
    ...(preamble.kind === 'none' ? { preamble: [] } : preamble.kind === 'own' && sentences.length > 0 ? { preamble: sentences } : {}),
  }
}
