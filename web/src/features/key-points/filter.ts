// Which key points the board shows, and in what order.
import { keyOf } from '../../api/key-points'
import type { KeyPoint, KeyPointState } from '../../api/types'
import { noTheme } from '../../ui/labels'

export interface Filter {
  theme?: string | undefined
  session?: string | undefined
  addressee?: string | undefined
  state?: KeyPointState | undefined
  text?: string | undefined
}

/** The states in the order in which a key point goes through them. */
export const stateOrder: readonly KeyPointState[] = ['captured', 'confirmed', 'accepted', 'used', 'merged', 'set-aside']

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Whether a key point passes everything but the state. */
export function passes(point: KeyPoint, filter: Omit<Filter, 'state'>): boolean {
  if (filter.theme !== undefined && !(filter.theme === noTheme ? point.themes.length === 0 : point.themes.includes(filter.theme))) return false
  if (filter.session !== undefined && point.sessionId !== filter.session) return false
  if (filter.addressee !== undefined && point.addressee !== filter.addressee) return false
  if (filter.text !== undefined && !folded(`${point.statement} ${point.quote}`).includes(folded(filter.text))) return false
  return true
}

export interface Group { state: KeyPointState; points: KeyPoint[] }

/** The key points that pass, grouped by state; within a state in the order of the server's list. */
export function grouped(points: readonly KeyPoint[], filter: Filter): Group[] {
  const passing = points.filter((point) => passes(point, filter))
  return stateOrder
    .filter((state) => filter.state === undefined || filter.state === state)
    .map((state) => ({ state, points: passing.filter((point) => point.state === state) }))
    .filter((group) => group.points.length > 0)
}

/** How many key points each state holds, whatever state the filter asks for. */
export function countsByState(points: readonly KeyPoint[], filter: Filter): ReadonlyMap<KeyPointState, number> {
  const counts = new Map<KeyPointState, number>()
  for (const point of points) if (passes(point, filter)) counts.set(point.state, (counts.get(point.state) ?? 0) + 1)
  return counts
}

/** What may be decided about a key point. Where it was reworded since, the same may be decided anew. */
export function decisionsFor({ state, decidedStatement }: Pick<KeyPoint, 'state' | 'decidedStatement'>): { accept: boolean; setAside: boolean; confirm: boolean; reopen: boolean } {
  const reworded = decidedStatement !== null
  return {
    accept: state === 'captured' || state === 'confirmed' || (reworded && (state === 'accepted' || state === 'used')),
    confirm: state === 'captured' || (reworded && state === 'confirmed'),
    setAside: state === 'captured' || state === 'confirmed' || state === 'accepted',
    reopen: state === 'accepted' || state === 'set-aside',
  }
}

/** Those of the chosen ones that can be accepted, and those that can be set aside. */
export function decidableOf(points: readonly KeyPoint[], chosen: ReadonlySet<string>): { accept: KeyPoint[]; setAside: KeyPoint[] } {
  const all = points.filter((point) => chosen.has(keyOf(point)))
  return {
    accept: all.filter((point) => point.hasStatement && decisionsFor(point).accept),
    setAside: all.filter((point) => decisionsFor(point).setAside),
  }
}

/** What a key point is called by: what it says, or its passage while it says nothing. */
export const saidBy = (point: KeyPoint) => (point.hasStatement ? point.statement : point.quote)
