// The addresses of the pages, in one place.
import type { Id, KeyPointState } from '../api/types'

export interface BoardFilter {
  theme?: Id | undefined
  session?: Id | undefined
  addressee?: Id | undefined
  state?: KeyPointState | undefined
  text?: string | undefined
  point?: Id | undefined
}

const query = (values: Readonly<Record<string, string | undefined>>): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== '') search.set(name, value)
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

const base = (edition: Id) => `/editions/${encodeURIComponent(edition)}`

export const paths = {
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  overview: (edition: Id) => base(edition),
  sessions: (edition: Id) => `${base(edition)}/sessions`,
  notes: (edition: Id, session: Id, point?: Id) => `${base(edition)}/sessions/${encodeURIComponent(session)}${query({ point })}`,
  board: (edition: Id, filter: BoardFilter = {}) => `${base(edition)}/key-points${query({ ...filter })}`,
  document: (edition: Id, document?: Id, paragraph?: Id, compile?: boolean) =>
    `${base(edition)}/document${query({ document, paragraph, compile: compile ? 'yes' : undefined })}`,
  /** The document with the key points that were accepted and stand nowhere in it. */
  notUsed: (edition: Id, document: Id) => `${base(edition)}/document${query({ document, unused: 'yes' })}`,
  export: (edition: Id, document?: Id) => `${base(edition)}/export${query({ document })}`,
}
