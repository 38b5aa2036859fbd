// Times in a recording, written as `01:02:03`.

/** Reads `1:02:03`, `62:03` or `90`; null where it is no time. */
export function readTimeCode(typed: string): string | null {
  const text = typed.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  if (!/^\d{1,3}(:\d{1,2}){0,2}$/.test(text)) return null
  const parts = text.split(':').map(Number)
  const seconds = parts.reduce((total, part) => total * 60 + part, 0)
  if (parts.slice(1).some((part) => part > 59)) return null
  return writeTimeCode(seconds)
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
