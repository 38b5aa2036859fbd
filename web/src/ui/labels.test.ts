import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Session } from '../api/types'
import { readCatalog, translateWith } from '../i18n/translate'
import { momentWhen, sessionHours, sessionWhen } from './labels'

const t = translateWith('en', [readCatalog('en', readFileSync('../locales/en.ftl', 'utf8'))])

const session = (start: string | null, end: string | null, timezone: string | null) =>
  ({ start, end, timezone }) as Session

const zone = process.env['TZ']
beforeEach(() => { process.env['TZ'] = 'Europe/Berlin' })
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

it('tells each time on the venue’s clock, and on the reader’s where that shows another hour', () => {
  expect(momentWhen(t, '2023-10-09T06:15:00Z', 'Asia/Tokyo')).toBe('9 October at 15:15 · 08:15 your time')
  expect(momentWhen(t, '2023-10-09T06:15:00Z', 'Europe/Paris')).toBe('9 October at 08:15')
  expect(momentWhen(t, '2023-10-09T06:15:00Z', null)).toBe('9 October at 08:15')
})

it('tells the reader’s day where it is another one', () => {
  expect(momentWhen(t, '2023-10-08T16:00:00Z', 'Asia/Tokyo')).toBe('9 October at 01:00 · 8 October at 18:00 your time')
})

it('tells a session’s hours by the same rule', () => {
  expect(sessionWhen(t, session('2023-10-09T15:15', '2023-10-09T16:45', 'Asia/Tokyo')))
    .toMatch(/^9 October, 15:15–16:45 \(Japan.* Time\) · 08:15.*09:45 your time$/)
  expect(sessionHours(t, session('2023-06-19T17:15', '2023-06-19T18:30', 'Europe/Helsinki'))).toMatch(/^17:15–18:30 · 16:15.*17:30 your time$/)
  expect(sessionHours(t, session('2023-10-09T15:15', '2023-10-09T16:45', null))).toBe('15:15–16:45')
  expect(sessionWhen(t, session('2023-10-09', null, 'Asia/Tokyo'))).toBe('9 October')
  expect(sessionHours(t, session('2023-10-08', null, 'Asia/Tokyo'))).toBeNull()
})
