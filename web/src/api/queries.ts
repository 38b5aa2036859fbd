// Names of the cached answers, so that a change from the server throws away exactly what it touches.
import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { DraftScope, Id, Paper } from './types'

export const queries = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: api.me }),
  editions: () => queryOptions({ queryKey: ['editions'], queryFn: api.editions }),
  edition: (id: Id) => queryOptions({ queryKey: ['edition', id], queryFn: () => api.edition(id) }),
  sessions: (id: Id) => queryOptions({ queryKey: ['edition', id, 'sessions'], queryFn: () => api.sessions(id) }),
  coverage: (id: Id) => queryOptions({ queryKey: ['edition', id, 'coverage'], queryFn: () => api.coverage(id) }),
  check: (id: Id, document: Id) => queryOptions({ queryKey: ['edition', id, 'check', document], queryFn: () => api.check(id, document) }),
  keyPoints: (id: Id) => queryOptions({ queryKey: ['edition', id, 'key-points'], queryFn: () => api.keyPoints(id) }),
  outputDocuments: (id: Id) =>
    queryOptions({ queryKey: ['edition', id, 'output-documents'], queryFn: () => api.outputDocuments(id) }),
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
