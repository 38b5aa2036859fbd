import { expect, it, vi } from 'vitest'
import { formatClock, formatDays, formatHours, formatMoment, formatOwn, formatSize } from './format'

const moment = '2023-10-09T06:15:00Z'

it('tells what the programme holds on its own clock', () => {
  expect(formatMoment('en-GB', moment, 'Asia/Tokyo')).toBe('9 October at 15:15')
})

it('makes a formatter once, not for each time that is told', () => {
  const tell = () => {
    for (const zone of ['Asia/Tokyo', 'Asia/Seoul', null]) {
      formatMoment('fr', moment, zone)
      if (zone !== null) formatOwn('fr', moment, null, zone)
    }
    formatHours('fr', '2023-10-09T15:15', '2023-10-09T16:45')
    formatDays('fr', '2023-10-08', '2023-10-09')
    formatSize('fr', 96_000)
    formatClock('fr', moment)
  }
  const made: string[] = []
  class Times extends Intl.DateTimeFormat {
    constructor(...options: ConstructorParameters<typeof Intl.DateTimeFormat>) {
      super(...options)
      made.push(JSON.stringify(options))
    }
  }
  class Numbers extends Intl.NumberFormat {
    constructor(...options: ConstructorParameters<typeof Intl.NumberFormat>) {
      super(...options)
      made.push(JSON.stringify(options))
    }
  }
  tell()
  vi.stubGlobal('Intl', Object.create(Intl, { DateTimeFormat: { value: Times }, NumberFormat: { value: Numbers } }))
  tell()
  vi.unstubAllGlobals()
  expect(made).toEqual([])
})

it('follows the device to another time zone', () => {
  const zone = process.env['TZ']
  process.env['TZ'] = 'Asia/Tokyo'
  expect(formatMoment('en-GB', moment)).toBe('9 October at 15:15')
  expect(formatClock('en-GB', moment)).toBe('15:15')
  process.env['TZ'] = 'America/Lima'
  expect(formatMoment('en-GB', moment)).toBe('9 October at 01:15')
  expect(formatClock('en-GB', moment)).toBe('01:15')
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})
