import { useSyncExternalStore } from 'react'

/** How much room a side panel has: its own column, beside the text, over the text, or as a sheet from below. */
export type Room = 'columns' | 'beside' | 'over' | 'sheet'

const queries = [
  ['columns', '(width >= 75rem)'],
  ['beside', '(width >= 47.5rem)'],
  ['over', '(width >= 37.5rem)'],
] as const

const read = (): Room => queries.find(([, query]) => matchMedia(query).matches)?.[0] ?? 'sheet'

const subscribe = (listener: () => void) => {
  const lists = queries.map(([, query]) => matchMedia(query))
  for (const list of lists) list.addEventListener('change', listener)
  return () => { for (const list of lists) list.removeEventListener('change', listener) }
}

/** Whether keys can be named to the person: a phone has none to press. */
export const hasKeys = (): boolean => !matchMedia('(hover: none)').matches

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, read)
}
