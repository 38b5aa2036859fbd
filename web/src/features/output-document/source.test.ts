import { expect, it } from 'vitest'
import { sinceWritten } from './source'

const kept = (statement: string) => ({ keyPointId: 'k', sessionId: null, quote: 'the words', statement })
const now = { statement: 'Report each breach.', passageGone: false, removed: false }

it('tells that the key point says something else, not that its signs or capitals are others', () => {
  expect(sinceWritten(kept('Report a breach.'), now)).toBe('changed')
  expect(sinceWritten(kept(' report each breach;'), now)).toBe(null)
  expect(sinceWritten(kept('أبلغ عن كل خرق'), { ...now, statement: 'أبلغ عن كل خرق.' })).toBe(null)
  expect(sinceWritten(kept(''), now)).toBe(null)
})

it('tells that the passage or the key point is gone from the notes', () => {
  expect(sinceWritten(kept('Report each breach.'), { ...now, passageGone: true })).toBe('passage-gone')
  expect(sinceWritten(kept('Report each breach.'), { ...now, removed: true })).toBe('gone')
  expect(sinceWritten(kept('Report each breach.'), undefined)).toBe('gone')
})
