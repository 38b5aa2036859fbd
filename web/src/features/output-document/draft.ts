// What a person chooses in the dialog of the zero draft, and the plan that says it.
import { acceptedWithOthers } from '../../api/key-points'
import type { DraftGroup, DraftScope, KeyPoint, Plan } from '../../api/types'

export type GroupId = string

/** The confirmed key points of a session, or of all, that wait for a decision. One that says nothing stays as it is. */
export function confirmedIn(keyPoints: readonly KeyPoint[], session: string | null): KeyPoint[] {
  return keyPoints.filter((point) => acceptedWithOthers(point) && (session === null || point.sessionId === session))
}

/** Groups in an order that a person gave some of them; the others follow as they are. */
export function inOrder(groups: readonly DraftGroup[], order: readonly GroupId[]): DraftGroup[] {
  const rank = (group: DraftGroup) => (order.includes(group.id) ? order.indexOf(group.id) : order.length)
  return [...groups].sort((a, b) => rank(a) - rank(b))
}

/** The ids with one of them moved by a place. */
export function moved(ids: readonly GroupId[], id: GroupId, by: 1 | -1): GroupId[] {
  const from = ids.indexOf(id)
  const next = ids.filter((each) => each !== id)
  next.splice(Math.min(next.length, Math.max(0, from + by)), 0, id)
  return next
}

/** What a person chose in the dialog. */
export interface Choices extends DraftScope {
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
