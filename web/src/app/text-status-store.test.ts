import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DocumentStatus } from '../sync/connection-status'
import { statusStore } from './text-status-store'

const status = (saved: boolean, server: Partial<DocumentStatus['server']> = {}): DocumentStatus => ({
  device: { saved, failed: false },
  server: { state: saved ? 'up-to-date' : 'waiting', connected: true, heard: true, signedOut: false, crowded: false, upTo: null, waitingChanges: saved ? 0 : 1, wentBack: null, offlineSince: null, nextTryAt: null, ...server },
})

describe('the state of a text', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  function watched() {
    const store = statusStore()
    store.set(status(true))
    const seen: string[] = []
    store.subscribe(() => {
      const now = store.current()
      seen.push(now === null ? 'none' : `${now.device.saved ? 'saved' : 'writing'} ${now.server.state}`)
    })
    return { store, seen }
  }

  it('is sent by its newest word, not by the one that is still shown, and nobody waits for it who has turned away', async () => {
    const { store } = watched()
    const seen: string[] = []
    const stop = new AbortController()
    store.set(status(false))
    const sent = store.sent(new AbortController().signal).then(() => { seen.push('sent') })
    const left = store.sent(stop.signal).catch(() => { seen.push('left') })
    stop.abort()
    await left
    store.set(status(true, { connected: false }))
    await Promise.resolve()
    expect(seen).toEqual(['left'])
    store.set(status(true))
    await sent
    expect(seen).toEqual(['left', 'sent'])
  })

  it('is not drawn for letters that are safe at once', () => {
    const { store, seen } = watched()
    for (let letter = 0; letter < 10; letter++) {
      store.set(status(false))
      vi.advanceTimersByTime(60)
      store.set(status(true, { upTo: Date.now() }))
      vi.advanceTimersByTime(90)
    }
    expect(seen).toEqual([])
    vi.advanceTimersByTime(1000)
    expect(seen).toEqual(['saved up-to-date'])
  })

  it('says within a fifth of a second that something is not safe, and that it is only when it has stayed so', () => {
    const { store, seen } = watched()
    store.set(status(false))
    vi.advanceTimersByTime(200)
    expect(seen).toEqual(['writing waiting'])
    for (let letter = 0; letter < 10; letter++) {
      store.set(status(true))
      vi.advanceTimersByTime(100)
      store.set(status(false, { waitingChanges: letter }))
      vi.advanceTimersByTime(100)
    }
    expect(seen).toEqual(['writing waiting'])
    store.set(status(true))
    vi.advanceTimersByTime(599)
    expect(seen).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(seen).toEqual(['writing waiting', 'saved up-to-date'])
  })

  it('says soon what changed for the worse, and the last count of what waits', () => {
    const { store, seen } = watched()
    store.set(status(false, { connected: false, offlineSince: 1, waitingChanges: 1 }))
    vi.advanceTimersByTime(200)
    // Somebody types on without a pause.
    for (let letter = 2; letter <= 9; letter++) {
      store.set(status(false, { connected: false, offlineSince: 1, waitingChanges: letter }))
      vi.advanceTimersByTime(100)
    }
    expect(store.current()?.server.waitingChanges).toBe(7)
    vi.advanceTimersByTime(600)
    expect(store.current()?.server.waitingChanges).toBe(9)
    store.set(status(false, { state: 'refused' }))
    vi.advanceTimersByTime(200)
    expect(seen).toEqual(['writing waiting', 'writing waiting', 'writing waiting', 'writing refused'])
  })
})
