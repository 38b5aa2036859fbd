// When this page last heard of the server, by an answer or by the stream of events.

let heardAt: number | null = null
const listeners = new Set<(at: number) => void>()

/** Notes that the server has said something just now. */
export function noteHeard(): void {
  heardAt = Date.now()
  for (const listener of listeners) listener(heardAt)
}

/** Tells each time when (ms since 1970) the server was heard of, and at once where it was heard of before. */
export function onHeard(listener: (at: number) => void): () => void {
  listeners.add(listener)
  if (heardAt !== null) listener(heardAt)
  return () => { listeners.delete(listener) }
}

/** Fetches from the server, and notes that it was heard of where the answer is its own. */
export async function fetchHearing(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(path, init)
  if (!isOfProxy(answer) && !answer.headers.has('x-kept-since')) noteHeard()
  return answer
}

/** Asks the server itself, past what the service worker remembers. */
export const askServer = (path: string, signal?: AbortSignal): Promise<Response> =>
  fetchHearing(path, { cache: 'no-store', headers: { 'x-ask': 'server' }, ...(signal ? { signal } : {}) })

/** A proxy in front of a stopped server answers in its place. */
export function isOfProxy({ status }: Response): boolean {
  return status === 502 || status === 503 || status === 504
}
