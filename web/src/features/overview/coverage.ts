// Counts of key points by session and theme, ready for the table.
import type { Coverage, KeyPoint } from '../../api/types'
import { noTheme } from '../../ui/labels'

export interface CoverageRow { themeId: string; counts: number[]; total: number }
export interface CoverageTable { sessionIds: string[]; rows: CoverageRow[]; perSession: number[]; all: number; most: number }

/** How strongly a cell is tinted: 0 for none up to 3 for the most. */
export function strength(count: number, most: number): 0 | 1 | 2 | 3 {
  if (count === 0) return 0
  if (count === 1 && most > 1) return 1
  return count >= Math.max(4, most * 0.6) ? 3 : 2
}

/** A key point counts in each of its themes, or in the row of those without one, which is left out where there are none. */
export function coverageTable(coverage: Coverage, keyPointsOf: (sessionId: string) => number): CoverageTable {
  const count = new Map(coverage.cells.map((cell) => [`${cell.sessionId} ${cell.themeId ?? noTheme}`, cell.count]))
  const rows = [...coverage.themes, noTheme].map((themeId) => {
    const counts = coverage.sessions.map((sessionId) => count.get(`${sessionId} ${themeId}`) ?? 0)
    return { themeId, counts, total: counts.reduce((sum, each) => sum + each, 0) }
  }).filter((row) => row.themeId !== noTheme || row.total > 0)
  const perSession = coverage.sessions.map(keyPointsOf)
  return {
    sessionIds: coverage.sessions, rows, perSession,
    all: perSession.reduce((sum, each) => sum + each, 0),
    most: Math.max(0, ...coverage.cells.map((cell) => cell.count)),
  }
}

/** How many key points of each session its count leaves out, because they were set aside or merged. */
export function notCountedIn(points: readonly Pick<KeyPoint, 'sessionId' | 'state'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { sessionId, state } of points) {
    if (state === 'set-aside' || state === 'merged') counts.set(sessionId, (counts.get(sessionId) ?? 0) + 1)
  }
  return counts
}
