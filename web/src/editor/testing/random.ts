/** Chance that can be repeated. */

/** A small generator (mulberry32): the same seed gives the same numbers. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = (seed * 2654435761) >>> 0
  }

  /** A number from 0 up to, not including, 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number {
    return Math.floor(this.fraction() * below)
  }

  /** Whether something of this likelihood happens. */
  happens(likelihood: number): boolean {
    return this.fraction() < likelihood
  }

  /** One of several, each as likely as its weight says. */
  weighted<T>(choices: readonly (readonly [number, T])[]): T {
    let rest = this.fraction() * choices.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, choice] of choices) {
      rest -= weight
      if (rest < 0) return choice
    }
    const last = choices.at(-1)
    if (last === undefined) throw new RangeError("nothing to choose from")
    return last[1]
  }

  /** A UUID. */
  uuid = (): string => {
    const digits = (count: number) => Array.from({ length: count }, () => this.below(16).toString(16)).join("")
    return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`
  }
}
