// Listens to what changes in an edition and throws away the answers that it makes stale.
import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../api/client'
import { askServer, isOfProxy, noteHeard } from '../api/heard'
import { staleAfter } from '../api/queries'
import type { Id } from '../api/types'
import { noteStream, type Stream } from './offline'

function forget(client: QueryClient, edition: Id, what: string): void {
  for (const name of staleAfter[what] ?? []) void client.invalidateQueries({ queryKey: ['edition', edition, name] })
}

function changedPart(data: unknown): string | null {
  if (typeof data !== 'string') return null
  try {
    const read: unknown = JSON.parse(data)
    return typeof read === 'object' && read !== null && 'what' in read && typeof read.what === 'string' ? read.what : null
  } catch {
    return null
  }
}

/** So long the server may take to say why the stream broke. */
const ANSWERS_WITHIN = 8_000

/** The stream does not say why it broke: the server is asked, past the service worker's memory. */
async function whyBroken(edition: Id): Promise<Stream> {
  try {
    const answer = await askServer(`/api/editions/${encodeURIComponent(edition)}`, AbortSignal.timeout(ANSWERS_WITHIN))
    if (isOfProxy(answer)) return 'unreachable'
    return answer.status === 403 || answer.status === 404 ? 'no-access' : 'open'
  } catch {
    return 'unreachable'
  }
}

export function useLiveEdition(edition: Id): void {
  const client = useQueryClient()
  useEffect(() => {
    let stream: EventSource | null = null
    let retry: ReturnType<typeof setTimeout> | undefined
    let lost = false
    let attempts = 0
    let asked = 0
    const open = () => {
      stream = new EventSource(api.events(edition))
      stream.addEventListener('open', () => {
        attempts = 0
        asked += 1
        noteHeard()
        noteStream('open')
        // What changed while the stream was away is not told again.
        if (lost) for (const what of Object.keys(staleAfter)) forget(client, edition, what)
        lost = false
      })
      // It comes also where nothing changes, and nobody types.
      stream.addEventListener('alive', noteHeard)
      stream.addEventListener('changed', (event) => {
        noteHeard()
        const what = changedPart(event.data)
        if (what !== null) forget(client, edition, what)
      })
      stream.addEventListener('error', () => {
        // The stream does not say why it broke; asking who is signed in does.
        if (!lost) void client.invalidateQueries({ queryKey: ['me'], refetchType: 'all' })
        lost = true
        const asking = ++asked
        void whyBroken(edition).then((why) => { if (asking === asked) noteStream(why) })
        // A browser gives up for good on some answers, so the page opens a new stream itself.
        if (stream?.readyState === EventSource.CLOSED) {
          attempts += 1
          retry = setTimeout(open, Math.min(30_000, 1000 * 2 ** attempts))
        }
      })
    }
    // A browser need not notice that its network was away, and what changed then is not told again.
    const openAgain = () => {
      clearTimeout(retry)
      stream?.close()
      lost = true
      open()
    }
    open()
    window.addEventListener('online', openAgain)
    return () => {
      window.removeEventListener('online', openAgain)
      clearTimeout(retry)
      stream?.close()
      asked += 1
      noteStream('open')
    }
  }, [client, edition])
}
