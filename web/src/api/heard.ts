// When this page last heard of the server, by an answer or by the stream of events.

/** Hears when (ms since 1970) the server was heard of. */
export type HeardListener = (at: number) => void

let heardAt: number | null = null
const listeners = new Set<HeardListener>()

/** Notes that the server has said something just now. */
export function noteHeard(): void {
  heardAt = Date.now()
  for (const listener of listeners) listener(heardAt)
}

/** Calls back each time the server is heard of, and at once where it was heard of before. */
export function onHeard(listener: HeardListener): () => void {
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

/** A proxy in front of a stopped server answers in its place. */
export function isOfProxy({ status }: Response): boolean {
  return status === 502 || status === 503 || status === 504
}
