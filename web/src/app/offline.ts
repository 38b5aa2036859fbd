// The service worker, and what a page knows about the network.
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

let updateWaits = false
let takeUpdate: (() => Promise<void>) | null = null
/** Those who want to know when anything here has changed. */
const listeners = new Set<() => void>()
const changed = () => { for (const listener of listeners) listener() }
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

/** Registers the service worker. Its first start claims the page, and what was fetched before is fetched again, so that it is kept. */
export function registerServiceWorker(client: QueryClient): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const first = navigator.serviceWorker.controller === null
  if (first) {
    navigator.serviceWorker.addEventListener('controllerchange', () => { void client.invalidateQueries({ refetchType: 'all' }) }, { once: true })
  }
  void import('virtual:pwa-register').then(({ registerSW }) => {
    const update = registerSW({
      onNeedRefresh() {
        updateWaits = true
        changed()
      },
    })
    takeUpdate = async () => {
      // The page that installed the first worker is not loaded again by what registers them.
      navigator.serviceWorker.addEventListener('controllerchange', () => { window.location.reload() }, { once: true })
      const registration = await navigator.serviceWorker.getRegistration()
      if (registration?.waiting) await update(true)
      // Another tab has let it take over already.
      else window.location.reload()
    }
  })
}

/** Throws away what the service worker kept for the person who signs out: laptops are shared. */
export async function forgetKeptAnswers(): Promise<void> {
  if (!('caches' in window)) return
  // Where the browser allows no storage, nothing was kept.
  await caches.delete('api').catch(() => undefined)
}

/** A newer version of the page waits; null when there is none. */
export function useWaitingUpdate(): (() => void) | null {
  const waits = useSyncExternalStore(subscribe, () => updateWaits)
  return waits ? () => { void takeUpdate?.() } : null
}

const subscribeOnline = (listener: () => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

// The server's own stream of events tells best whether the server can be reached.
export type Stream = 'open' | 'unreachable' | 'no-access'

let streamState: Stream = 'open'

export function noteStream(state: Stream): void {
  if (state === streamState) return
  streamState = state
  changed()
}

// The server has said that nobody is signed in any more.
let signedOut = false

/** Notes what an answer told about who is signed in. */
export function noteSignedOut(now: boolean): void {
  if (now === signedOut) return
  signedOut = now
  changed()
}

/** Whether the server is there as far as is known. */
export const serverReached = (): boolean => navigator.onLine && streamState === 'open'

export type Network = 'online' | 'no-network' | 'no-server' | 'no-access' | 'signed-out'

export function useNetwork(): Network {
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine)
  const stream = useSyncExternalStore(subscribe, () => streamState)
  const out = useSyncExternalStore(subscribe, () => signedOut)
  if (!online) return 'no-network'
  if (out) return 'signed-out'
  return stream === 'open' ? 'online' : stream === 'unreachable' ? 'no-server' : 'no-access'
}
