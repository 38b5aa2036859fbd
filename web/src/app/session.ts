// Who is signed in, as every page below the sign-in page may rely on.
import type { QueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { Refused } from '../api/client'
import { queries } from '../api/queries'
import type { Me } from '../api/types'

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
    const answer = await fetch('/api/me', { cache: 'no-store', headers: { 'x-ask': 'server' }, signal: AbortSignal.timeout(3000) })
    return answer.ok ? (await answer.json()) as Me : null
  } catch {
    return null
  }
}
