/**
 * The shortest way from one row to another, by the method of Wu, Manber, Myers and Miller.
 *
 * It looks the more often the more of the shorter row goes: much that only comes, or only goes, is found quickly.
 */
import type { Hunk } from "./items"

/** How often may still be looked; each look costs about the same. */
export interface Looks {
  left: number
}

interface Keyed {
  key: string
}

/** How far the ways reached along equal items, one entry for each look, and from which entry it came. */
interface Trail {
  xs: number[]
  ys: number[]
  from: number[]
}

/** Compares a part of two rows. Null when there are no looks left before the end is reached. */
export function shortestScript(
  before: readonly Keyed[],
  after: readonly Keyed[],
  { oldFrom, oldTo, newFrom, newTo }: Hunk,
  looks: Looks,
): Hunk[] | null {
  const swaps = oldTo - oldFrom > newTo - newFrom
  const short = swaps ? after.slice(newFrom, newTo) : before.slice(oldFrom, oldTo)
  const long = swaps ? before.slice(oldFrom, oldTo) : after.slice(newFrom, newTo)
  const trail = trailThrough(short, long, looks)
  if (trail === null) return null
  return walkBack(trail).map(({ oldFrom: x, oldTo: toX, newFrom: y, newTo: toY }) =>
    swaps
      ? { oldFrom: oldFrom + y, oldTo: oldFrom + toY, newFrom: newFrom + x, newTo: newFrom + toX }
      : { oldFrom: oldFrom + x, oldTo: oldFrom + toX, newFrom: newFrom + y, newTo: newFrom + toY },
  )
}

/** A diagonal is how much farther a way is in the long row than in the short one. */
function trailThrough(short: readonly Keyed[], long: readonly Keyed[], looks: Looks): Trail | null {
  const last = long.length - short.length
  const trail: Trail = { xs: [], ys: [], from: [] }
  // The latest entry of each diagonal; the lowest one is as far below as the short row is long.
  const latest = new Int32Array(short.length + long.length + 3).fill(-1)
  const entryAt = (diagonal: number) => latest[diagonal + short.length + 1] ?? -1
  const look = (diagonal: number) => {
    const [below, above] = [entryAt(diagonal - 1), entryAt(diagonal + 1)]
    const byLong = below < 0 ? -1 : (trail.ys[below] ?? 0) + 1
    const byShort = above < 0 ? -1 : (trail.ys[above] ?? 0)
    let y = Math.max(byLong, byShort, 0)
    let x = y - diagonal
    while (x < short.length && y < long.length && short[x]?.key === long[y]?.key) {
      x += 1
      y += 1
    }
    latest[diagonal + short.length + 1] = trail.xs.length
    trail.xs.push(x)
    trail.ys.push(y)
    trail.from.push(byLong > byShort ? below : above)
  }
  for (let spare = 0; spare <= short.length; spare++) {
    looks.left -= last + 2 * spare + 1
    if (looks.left < 0) return null
    for (let diagonal = -spare; diagonal < last; diagonal++) look(diagonal)
    for (let diagonal = last + spare; diagonal > last; diagonal--) look(diagonal)
    look(last)
    if ((trail.ys.at(-1) ?? 0) >= long.length) return trail
  }
  return null
}

function walkBack({ xs, ys, from }: Trail): Hunk[] {
  const hunks: Hunk[] = []
  for (let entry = xs.length - 1; ; ) {
    const earlier = from[entry] ?? -1
    if (earlier < 0) return hunks.reverse()
    const [x, y] = [xs[earlier] ?? 0, ys[earlier] ?? 0]
    const isLonger = (ys[entry] ?? 0) - (xs[entry] ?? 0) > y - x
    addHunk(hunks, isLonger ? { oldFrom: x, oldTo: x, newFrom: y, newTo: y + 1 } : { oldFrom: x, oldTo: x + 1, newFrom: y, newTo: y })
    entry = earlier
  }
}

/** Adds an edit in front of the ones found so far, joined to the next when they touch. */
function addHunk(hunks: Hunk[], hunk: Hunk): void {
  const next = hunks.at(-1)
  if (next !== undefined && next.oldFrom === hunk.oldTo && next.newFrom === hunk.newTo) {
    next.oldFrom = hunk.oldFrom
    next.newFrom = hunk.newFrom
  } else {
    hunks.push(hunk)
  }
}
