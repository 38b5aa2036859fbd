// Who else is on the open document, shown in the top bar. The page that holds the document says it.
import { createContext, use, useEffect, useMemo, useState } from 'react'
import type { OtherWriter } from '../editor/editor-api'
import { SignedInContext } from './session'

export interface Present { id: string; name: string; colour: string }

interface Presence { people: readonly Present[]; show(people: readonly Present[]): void }

export const PresenceContext = createContext<Presence | null>(null)

export function usePresenceState(): Presence {
  const [people, show] = useState<readonly Present[]>([])
  return useMemo(() => ({ people, show }), [people])
}

/** Shows the others in the top bar as long as the page is open: each once, on however many devices. */
export function useShownPresence(others: readonly OtherWriter[]): void {
  const show = use(PresenceContext)?.show
  const me = use(SignedInContext)?.person.id
  useEffect(() => {
    const people = new Map(others.map(({ personId: id, name }) => [id, { id, name, colour: colourOf(id) }]))
    show?.([...people.values()].filter(({ id }) => id !== me))
  }, [show, others, me])
  useEffect(() => () => { show?.([]) }, [show])
}

const colours = ['var(--peer-1)', 'var(--peer-2)', 'var(--peer-3)'] as const

/** A person has the same colour on every page and for everybody. */
export function colourOf(personId: string): string {
  let sum = 0
  for (const letter of personId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return colours[sum % colours.length] ?? colours[0]
}
