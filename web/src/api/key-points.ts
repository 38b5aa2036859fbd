// How a page names a key point. Its id is made on a device, and the notes of two sessions may hold the same one.
import type { Id, KeyPoint } from './types'

/** What tells it from every other one of its edition: its id where that alone means it. */
export function keyOf(point: Pick<KeyPoint, 'id' | 'sessionId' | 'isMeantById'>): string {
  return point.isMeantById ? point.id : `${point.id}.${point.sessionId}`
}

/** The key point that a paragraph rests on; of a paragraph that names no session, the one that its id alone means. */
export function meantBy({ keyPointId, sessionId }: { keyPointId: Id; sessionId: Id | null }, points: readonly KeyPoint[]): KeyPoint | undefined {
  return points.find((point) => point.id === keyPointId && (sessionId === null ? point.isMeantById : point.sessionId === sessionId))
}

/** Whether it is accepted by the click that accepts all: not where it says nothing, or something else than what was confirmed. */
export function acceptedWithOthers({ state, hasStatement, decidedStatement }: KeyPoint): boolean {
  return state === 'confirmed' && hasStatement && decidedStatement === null
}

/** Whether a paragraph that rests on it stands in the messages of a session, as the document's id says, and not in the output document. */
export function isOfMessages({ outputDocumentId }: KeyPoint['usedIn'][number]): boolean {
  return outputDocumentId.startsWith('messages-')
}
