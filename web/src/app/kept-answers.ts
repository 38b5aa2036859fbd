// Answers that came from this device because the server was slow or away: since when they are, and when they are asked for again.
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { onAnswer } from '../api/client'
import { serverReached } from './offline'

/** So long after a kept answer the server is asked again. */
export const AGAIN = 15_000

/** What the page shows that was kept, by the path that was asked. Timers come in, so that tests need not wait. */
export class KeptAnswers {
  #since = new Map<string, number>()
  #notedAgain = new Set<string>()
  #listeners = new Set<() => void>()
  #waits = false

  constructor(
    /** Asks the server again for all that may be kept; whether all of it was answered, by whomever. */
    private readonly askAgain: () => Promise<boolean>,
    private readonly after: (milliseconds: number, run: () => void) => void = (milliseconds, run) => { setTimeout(run, milliseconds) },
  ) {}

  /** Notes where an answer came from. */
  note(path: string, keptSince: number | null): void {
    if (keptSince === null) this.#since.delete(path)
    else {
      this.#since.set(path, keptSince)
      this.#notedAgain.add(path)
      this.#wait()
    }
    this.#changed()
  }

  /** The age of the oldest answer that is kept; null where all are the server's. */
  oldest = (): number | null => (this.#since.size === 0 ? null : Math.min(...this.#since.values()))

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => { this.#listeners.delete(listener) }
  }

  #wait(): void {
    if (this.#waits) return
    this.#waits = true
    this.after(AGAIN, () => { void this.#again() })
  }

  async #again(): Promise<void> {
    this.#notedAgain.clear()
    const answered = await this.askAgain()
    this.#waits = false
    // What nobody asked for again is shown no longer.
    if (answered) for (const path of this.#since.keys()) if (!this.#notedAgain.has(path)) this.#since.delete(path)
    if (this.#since.size > 0) this.#wait()
    this.#changed()
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }
}

let answers: KeptAnswers | null = null

/** Begins to watch which answers are kept ones. */
export function watchKeptAnswers(client: QueryClient): void {
  answers = new KeptAnswers(async () => {
    if (!serverReached()) return false
    await client.invalidateQueries({ refetchType: 'all', predicate: (query) => query.meta?.['kept'] === true })
    return client.getQueryCache().getAll().every((query) => query.state.status !== 'error')
  })
  onAnswer((path, since) => { answers?.note(path, since) })
}

const subscribe = (listener: () => void) => answers?.subscribe(listener) ?? (() => undefined)

/** Since when the oldest answer that the page shows is kept on this device; null where all came from the server. */
export function useKeptSince(): number | null {
  return useSyncExternalStore(subscribe, () => answers?.oldest() ?? null)
}
