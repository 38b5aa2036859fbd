// Dates, times and sizes in the interface's locale.

/** A local date or date and time as the server gives it, such as `2023-10-09` or `2023-10-09T15:15`. */
export type LocalTime = string

/** A moment, wherever one is. */
export type Moment = string | number | Date

/** Formatters by locale and options: making one takes longer than anything else that a page does for a letter or a row. */
const made = new Map<string, Intl.DateTimeFormat>()

function dates(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // One without a time zone keeps the device's as it was, and laptops travel.
  const place = options.timeZone ?? new Date().getTimezoneOffset()
  const name = JSON.stringify([locale, place, options])
  let format = made.get(name)
  if (format === undefined) made.set(name, format = new Intl.DateTimeFormat(locale, options))
  return format
}

const sizes = new Map<string, Intl.NumberFormat>()

export const hasTime = (at: LocalTime): boolean => at.length > 10

/** The date of a local time, without its hour. */
export const dateOf = (at: LocalTime): string => at.slice(0, 10)

/** Reads a local time as if it were UTC: good for formatting and for comparing times of one zone. */
export function asUtc(at: LocalTime): Date {
  return new Date(hasTime(at) ? `${at.slice(0, 16)}:00Z` : `${at}T00:00:00Z`)
}

/** The moment at which a clock in the time zone shows the local time. */
export function instantOf(at: LocalTime, timeZone: string): Date {
  const wanted = asUtc(at).getTime()
  const shown = (moment: number) => {
    const parts = dates('en-GB', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    }).formatToParts(moment)
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0)
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  }
  const first = wanted - (shown(wanted) - wanted)
  // Once more, for times beside a change of the clocks.
  return new Date(first - (shown(first) - wanted))
}

export function formatTime(locale: string, at: LocalTime): string {
  return formatClock(locale, asUtc(at), 'UTC')
}

export function formatDay(locale: string, at: LocalTime, options: Intl.DateTimeFormatOptions = {}): string {
  return dates(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', ...options }).format(asUtc(dateOf(at)))
}

/** A span of days, such as `8–9 October 2023`. */
export function formatDays(locale: string, from: LocalTime, to: LocalTime, options: Intl.DateTimeFormatOptions = {}): string {
  return dates(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', ...options })
    .formatRange(asUtc(dateOf(from)), asUtc(dateOf(to)))
}

/** A span of hours on one day, such as `15:15–16:45`. */
export function formatHours(locale: string, from: LocalTime, to: LocalTime | null): string {
  return to === null || !hasTime(to) ? formatTime(locale, from) : `${formatTime(locale, from)}–${formatTime(locale, to)}`
}

/** The name of a time zone in the interface's language, such as `Japan Time`. */
export function zoneName(locale: string, timeZone: string): string {
  try {
    const parts = dates(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(new Date())
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
  } catch {
    return timeZone
  }
}

const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const dayAndHour = { day: 'numeric', month: 'long', ...hour } as const
const zoned = (timeZone: string | null) => (timeZone === null ? {} : { timeZone })

/** A moment on the clock of a time zone; without one on this device's. */
export function formatMoment(locale: string, moment: Moment, timeZone: string | null = null): string {
  return dates(locale, { ...dayAndHour, ...zoned(timeZone) }).format(new Date(moment))
}

/** A moment or a span on this device's clock, where it shows another hour than the venue's; with the day only where that differs too. */
export function formatOwn(locale: string, from: Moment, to: Moment | null, venue: string): string | null {
  const at = new Date(from)
  const differ = (options: Intl.DateTimeFormatOptions) =>
    dates('en-GB', options).format(at) !== dates('en-GB', { ...options, timeZone: venue }).format(at)
  if (!differ(dayAndHour)) return null
  const format = dates(locale, differ({ day: 'numeric', month: 'long' }) ? dayAndHour : hour)
  return to === null ? format.format(at) : format.formatRange(at, new Date(to))
}

/** A moment with its year, on this device's clock, for what is read elsewhere and later. */
export function formatDated(locale: string, moment: Moment): string {
  return dates(locale, { ...dayAndHour, year: 'numeric' }).format(new Date(moment))
}

/** The day of a moment on this device's calendar, such as `2023-10-09`: names of files sort by it. */
export function localDay(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${String(moment.getFullYear())}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** The hour of a moment, such as `15:51`, on the clock of a time zone; without one on this device's. */
export function formatClock(locale: string, moment: Moment, timeZone: string | null = null): string {
  return dates(locale, { ...hour, ...zoned(timeZone) }).format(new Date(moment))
}

/** A file's size, such as `96 kB`. */
export function formatSize(locale: string, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  const maximumFractionDigits = value < 10 ? 1 : 0
  const name = `${locale} ${unit} ${String(maximumFractionDigits)}`
  let size = sizes.get(name)
  if (size === undefined) sizes.set(name, size = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }))
  return size.format(value)
}
