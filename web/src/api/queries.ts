// Names of the cached answers, so that a change from the server throws away exactly what it touches.
import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { DraftScope, Id, Paper } from './types'

/** Marks what the service worker keeps (`vite.config.ts`): its answer may be a kept one, and is asked for again. */
const kept = { kept: true }

export const queries = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: api.me, meta: kept }),
  editions: () => queryOptions({ queryKey: ['editions'], queryFn: api.editions, meta: kept }),
  edition: (id: Id) => queryOptions({ queryKey: ['edition', id], queryFn: () => api.edition(id), meta: kept }),
  sessions: (id: Id) => queryOptions({ queryKey: ['edition', id, 'sessions'], queryFn: () => api.sessions(id), meta: kept }),
  /** With what lists leave out of one in which nobody may be named. */
  session: (id: Id, session: Id) => queryOptions({ queryKey: ['edition', id, 'sessions', session], queryFn: () => api.session(id, session), meta: kept }),
  coverage: (id: Id) => queryOptions({ queryKey: ['edition', id, 'coverage'], queryFn: () => api.coverage(id), meta: kept }),
  check: (id: Id, document: Id) => queryOptions({ queryKey: ['edition', id, 'check', document], queryFn: () => api.check(id, document), meta: kept }),
  keyPoints: (id: Id) => queryOptions({ queryKey: ['edition', id, 'key-points'], queryFn: () => api.keyPoints(id), meta: kept }),
  outputDocuments: (id: Id) =>
    queryOptions({ queryKey: ['edition', id, 'output-documents'], queryFn: () => api.outputDocuments(id), meta: kept }),
  outline: (id: Id, scope: DraftScope) =>
    queryOptions({
      queryKey: ['edition', id, 'outline', scope.messagesOf, scope.messagesOf === null ? scope.group : null],
      queryFn: () => api.outline(id, scope),
      // Nobody tells that people wrote in the document meanwhile.
      staleTime: 0,
    }),
  preview: (id: Id, document: Id, paper: Paper, lineNumbers: boolean) =>
    queryOptions({
      queryKey: ['edition', id, 'output-documents', document, 'preview', paper, lineNumbers],
      queryFn: () => api.preview(id, document, paper, lineNumbers),
    }),
  exports: (id: Id, document: Id) =>
    queryOptions({ queryKey: ['edition', id, 'exports', document], queryFn: () => api.exports(id, document) }),
}

/** What the server may report as changed, and the answers that are stale then. */
export const staleAfter: Readonly<Record<string, readonly string[]>> = {
  'key-points': ['key-points', 'coverage', 'check', 'sessions', 'outline'],
  sessions: ['sessions', 'coverage', 'check', 'outline'],
  'output-documents': ['output-documents', 'key-points', 'check'],
}
