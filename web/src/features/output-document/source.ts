// What has become of a key point since a paragraph was written from it.
import type { KeyPoint } from '../../api/types'
import type { Key } from '../../i18n/keys'

/** A key point as it was when the paragraph was written from it. */
export interface ParagraphSource { keyPointId: string; sessionId: string | null; quote: string; statement: string }

export type Since = 'changed' | 'passage-gone' | 'gone'

export const sinceWords: Readonly<Record<Since, Key>> = { changed: 'sources-changed', 'passage-gone': 'key-point-passage-gone', gone: 'sources-point-gone' }

/** Statements that differ only in capitals and signs say the same, as the server's checks have it. */
const folded = (statement: string): string => statement.split(/[^\p{Alphabetic}\p{N}]+/u).filter((word) => word !== '').join(' ').toLowerCase()

/** Null where nothing has. Of a source that was kept without a statement nobody knows what it said. */
export function sinceWritten(source: ParagraphSource, point: Pick<KeyPoint, 'statement' | 'passageGone' | 'removed'> | undefined): Since | null {
  if (point === undefined || point.removed) return 'gone'
  const kept = folded(source.statement)
  if (kept !== '' && kept !== folded(point.statement)) return 'changed'
  return point.passageGone ? 'passage-gone' : null
}
