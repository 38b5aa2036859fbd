import { expect, it } from 'vitest'
import { formatEvent, formatMoment } from './format'

const moment = '2023-10-09T06:15:00Z'

it('tells what the programme holds on its own clock', () => {
  expect(formatMoment('en-GB', moment, 'Asia/Tokyo')).toBe('9 October at 15:15')
})

it('tells what was done here on the viewer’s clock, and whose it is where the programme’s shows another hour', () => {
  expect(formatEvent('en-GB', moment, 'Asia/Tokyo', 'Europe/Berlin')).toBe('9 October at 08:15 CEST')
  expect(formatEvent('en-GB', moment, 'Asia/Seoul', 'Asia/Tokyo')).toBe('9 October at 15:15')
  expect(formatEvent('en-GB', moment, null, 'Europe/Berlin')).toBe('9 October at 08:15')
})
