// Who else is on the open document, shown in the top bar. The page that holds the document says it.
import { createContext, use, useEffect, useMemo, useState } from 'react'

export interface Present { id: string; name: string; colour: string }

interface Presence { people: readonly Present[]; show(people: readonly Present[]): void }

export const PresenceContext = createContext<Presence | null>(null)

export function usePresenceState(): Presence {
  const [people, show] = useState<readonly Present[]>([])
  return useMemo(() => ({ people, show }), [people])
}

/** Shows these people in the top bar as long as the page is open. */
export function useShownPresence(people: readonly Present[]): void {
  const presence = use(PresenceContext)
  const show = presence?.show
  useEffect(() => { show?.(people) }, [show, people])
  useEffect(() => () => { show?.([]) }, [show])
}
