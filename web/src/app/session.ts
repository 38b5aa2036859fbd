// Who is signed in, as every page below the sign-in page may rely on.
import type { QueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { onAnswer, Refused } from '../api/client'
import { askServer } from '../api/heard'
import { queries } from '../api/queries'
import type { Id, Me } from '../api/types'
import { halfTyped } from '../features/notes/half-typed'
import { forgetKeptAnswers, noteSignedOut, serverReached } from './offline'
import { closeTexts, retryTexts } from './texts'

export const SignedInContext = createContext<Me | null>(null)

export function useSignedIn(): Me {
  const me = use(SignedInContext)
  if (me === null) throw new Error('useSignedIn needs a signed-in page around it')
  return me
}

/** Null when nobody is signed in. Throws when the server can't be reached and nothing is remembered. */
export async function whoIsSignedIn(client: QueryClient): Promise<Me | null> {
  try {
    return await client.ensureQueryData(queries.me())
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return null
    throw error
  }
}

/** Whom the server knows here now, past all that is remembered; null for nobody, and where it does not answer soon. */
export async function askWhoIsSignedIn(): Promise<Me | null> {
  try {
    const answer = await askServer('/api/me', AbortSignal.timeout(3000))
    return answer.ok ? (await answer.json()) as Me : null
  } catch {
    return null
  }
}

/** Whose tab this is. */
let entered: Id | null = null

/** Makes this tab the person's: of who had it before nothing stays, and the texts' connections, which may have stopped, are made anew. */
export async function enterAs(client: QueryClient, me: Me): Promise<void> {
  await leave(client)
  entered = me.person.id
  noteSignedOut(false)
  client.setQueryData(queries.me().queryKey, me)
  // Known already; it is asked for so that the service worker keeps the answer, now and whenever all is asked again.
  void client.prefetchQuery({ ...queries.me(), staleTime: 0 })
  signIns().postMessage(entered)
}

/** So long an answer may be on its way that was asked for before: the service worker keeps it when it comes. */
const ON_THE_WAY = 15_000
const CLOSING_WITHIN = 5_000
let forgetting: ReturnType<typeof setTimeout> | undefined

/** Closes and forgets everything of the person who has this tab. What they typed stays on the device under their own name. */
export async function leave(client: QueryClient): Promise<void> {
  entered = null
  halfTyped.clear()
  await textsClosed()
  await forgetKeptAnswers()
  client.clear()
  clearTimeout(forgetting)
  forgetting = setTimeout(() => void forgetLateAnswers(client), ON_THE_WAY)
}

/** Late answers cannot be told from those of who has entered since: that person's are asked for again. */
async function forgetLateAnswers(client: QueryClient): Promise<void> {
  if (entered !== null && !serverReached()) return
  await forgetKeptAnswers()
  if (entered !== null) await client.invalidateQueries({ refetchType: 'all' })
}

/** A device whose database does not answer keeps nobody in or out; what was typed stands in the journal too. */
async function textsClosed(): Promise<void> {
  await Promise.race([closeTexts(), new Promise((resolve) => { setTimeout(resolve, CLOSING_WITHIN) })])
}

/**
 * Follows who signs in in the other tabs of this browser, and whom the server names. Texts wait for their own person's sign-in;
 * a tab of somebody else begins anew.
 */
export function watchSignIns(client: QueryClient, beginAnew = () => { window.location.reload() }): () => void {
  const meet = (person: Id) => {
    if (entered === null || entered === person) return
    entered = null
    void textsClosed().finally(beginAnew)
  }
  const told = ({ data }: MessageEvent<Id>) => {
    if (entered !== null && entered !== data) {
      meet(data)
      return
    }
    // The tab that was entered forgets what comes late, and keeps what it asks for itself.
    if (entered === null) clearTimeout(forgetting)
    noteSignedOut(false)
    retryTexts()
    void client.invalidateQueries()
  }
  signIns().addEventListener('message', told)
  // An answer that this device kept says nothing of who is signed in.
  const stopHearing = onAnswer((_, keptSince) => { if (keptSince === null) noteSignedOut(false) })
  const [name] = queries.me().queryKey
  const stop = client.getQueryCache().subscribe(({ type, query }) => {
    const me = query.state.data as Me | undefined
    if (type !== 'updated' || query.queryKey[0] !== name || me === undefined) return
    meet(me.person.id)
    entered = me.person.id
  })
  return () => {
    signIns().removeEventListener('message', told)
    stop()
    stopHearing()
  }
}

let channel: BroadcastChannel | null = null

/** Tells the browser's other tabs who has signed in. */
function signIns(): BroadcastChannel {
  return channel ??= new BroadcastChannel('rapporteur-signed-in')
}
