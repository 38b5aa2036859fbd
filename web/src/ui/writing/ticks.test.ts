import { expect, it } from 'vitest'
import { freeBelow } from './ticks'

it('prints no number over another, however many begin on one line', () => {
  const found: { top: number }[] = []
  for (const wanted of [16, 16, 16, 48, 200, 200]) found.push({ top: freeBelow(found, wanted) })
  const tops = found.map(({ top }) => top).toSorted((one, other) => one - other)
  expect(tops.slice(1).every((top, at) => top - (tops[at] ?? 0) >= 20)).toBe(true)
  expect(found[0]).toEqual({ top: 16 })
  expect(found[4]).toEqual({ top: 200 })
})
