import { describe, expect, it } from 'vitest'
import { readTimeCode, timeCodeNow } from './time-code'

describe('a time in a recording', () => {
  it.each([
    ['00:16:20', '00:16:20'], ['16:20', '00:16:20'], ['90', '00:01:30'], ['1:02:03', '01:02:03'], ['٠٠:١٦:٢٠', '00:16:20'],
    ['12.30', '00:12:30'], ['1.02.03', '01:02:03'], ['1h02', '01:02:00'], ['1 h', '01:00:00'], ['1h 2m 3s', '01:02:03'], ['12m', '00:12:00'], ['12 min 30', '00:12:30'],
    ['1.5', null], ['1h75', null], ['h', null], ['1:75', null], ['later', null], ['', null], ['1:2:3:4', null],
  ])('reads %s as %s', (typed, read) => { expect(readTimeCode(typed)).toBe(read) })

  it('is not offered long after the session', () => {
    const start = new Date('2023-10-09T06:15:00Z')
    expect(timeCodeNow(start, new Date('2023-10-09T06:31:20Z'))).toBe('00:16:20')
    expect(timeCodeNow(start, new Date('2026-11-21T00:00:00Z'))).toBeNull()
  })
})
