import type { KeyPoint } from '../../api/types'

/** A key point as the server lists it. */
export const listedPoint = (more: Partial<KeyPoint> = {}): KeyPoint => ({
  id: 'one', sessionId: 's', alsoIn: [], isMeantById: true, state: 'captured', statement: 'Ban it.', decidedStatement: null, wordsHash: 'hash', hasStatement: true, quote: '',
  lang: 'en', themes: [], addressee: null, kind: 'observation', stance: 'proposal', basis: 'reported', reason: null, decidedBy: null, decidedAt: null, markedBy: null,
  markedAt: null, attributedTo: null, correction: null, saidHash: 'said', source: null, passageGone: false, removed: false, usedIn: [], ...more,
})
