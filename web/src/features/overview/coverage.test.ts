import { expect, it } from 'vitest'
import { coverageTable, notCountedIn } from './coverage'

const coverage = {
  themes: ['ai', 'trust'], sessions: ['a', 'b'],
  cells: [{ sessionId: 'a', themeId: 'ai', count: 2 }, { sessionId: 'a', themeId: null, count: 1 }],
  sessionsWithoutKeyPoint: ['b'], themesWithoutKeyPoint: ['trust'], regionsWithoutKeyPoint: [],
}

it('has a row for the key points without a theme, so that none is missed', () => {
  const table = coverageTable(coverage, (session) => (session === 'a' ? 3 : 0))
  expect(table.rows.map((row) => [row.themeId, row.counts, row.total])).toEqual([
    ['ai', [2, 0], 2], ['trust', [0, 0], 0], ['-', [1, 0], 1],
  ])
  expect([table.perSession, table.all]).toEqual([[3, 0], 3])
})

it('leaves that row out where each has a theme', () => {
  const cells = coverage.cells.filter((cell) => cell.themeId !== null)
  expect(coverageTable({ ...coverage, cells }, () => 2).rows.map((row) => row.themeId)).toEqual(['ai', 'trust'])
})

it('knows how many key points the count of each session leaves out', () => {
  const points = [['a', 'set-aside'], ['a', 'merged'], ['a', 'used'], ['b', 'captured']] as const
  expect([...notCountedIn(points.map(([sessionId, state]) => ({ sessionId, state })))]).toEqual([['a', 2]])
})
