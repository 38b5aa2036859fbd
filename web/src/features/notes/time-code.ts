// Times in a recording, written as `01:02:03`.

const NAMED = /^(?:(\d{1,3}) ?h ?)?(?:(\d{1,3})(?: ?m(?:in)? ?|$))?(?:(\d{1,2}) ?s?)?$/

/** Reads `1:02:03`, `62:03`, `90`, `12.30`, `1h02` or `12 min 30`; null where it is no time. */
export function readTimeCode(typed: string): string | null {
  const text = typed.trim().toLowerCase().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  const parts = /^\d{1,3}((:\d{1,2}){0,2}|(\.\d\d){1,2})$/.test(text) ? text.split(/[:.]/).map(Number) : namedParts(text)
  if (parts === null || parts.slice(1).some((part) => part > 59)) return null
  return writeTimeCode(parts.reduce((total, part) => total * 60 + part, 0))
}

/** Hours, minutes and seconds of `1h02` or `12 min 30`. */
function namedParts(text: string): number[] | null {
  const read = /[hms]/.test(text) ? NAMED.exec(text) : null
  if (read === null) return null
  const [hours, minutes = 0, seconds = 0] = read.slice(1).map((part: string | undefined) => (part === undefined ? undefined : Number(part)))
  return hours === undefined ? [minutes, seconds] : [hours, minutes, seconds]
}

/** Writes a number of seconds as `HH:MM:SS`. */
export function writeTimeCode(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return [whole / 3600, (whole % 3600) / 60, whole % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')
}

/** The time in a recording that runs since `start`, or null when it can't be running any more. */
export function timeCodeNow(start: Date, now: Date): string | null {
  const seconds = (now.getTime() - start.getTime()) / 1000
  return seconds < 0 || seconds > 12 * 3600 ? null : writeTimeCode(seconds)
}
