// The one way to the server's HTTP API. Failures are of two kinds: the server said no, or it could not be reached.
import type {
  Check, CompileAnswer, Coverage, DraftScope, Edition, EditionSummary, ExportedFile, Format, Id, KeyPoint, Me, Outline, OutputDocument, Paper, Plan, Preview, Said, Session, SeveralDecided,
} from './types'
import { fetchHearing, isOfProxy } from './heard'

/** The server answered with an error; its code is a message key behind `error-`. */
export class Refused extends Error {
  constructor(readonly status: number, readonly code: string, readonly detail: Readonly<Record<string, unknown>>) {
    super(`the server refused: ${code}`)
  }
}

/** The server could not be reached. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('the server could not be reached', { cause })
  }
}

/** Hears of an answer: since when (ms since 1970) the service worker kept it; null where the server gave it now. */
type AnswerListener = (path: string, keptSince: number | null) => void

const answerListeners = new Set<AnswerListener>()

/** Calls back for each answer to a question. */
export function onAnswer(listener: AnswerListener): () => void {
  answerListeners.add(listener)
  return () => { answerListeners.delete(listener) }
}

function tellAnswered(path: string, { headers }: Response): void {
  const since = headers.get('x-kept-since')
  // An answer without a date is old all the same.
  const keptSince = since === null ? null : Date.parse(since) || 0
  for (const listener of answerListeners) listener(path, keptSince)
}

/** Words as the server takes them: what is pasted from Word or a PDF may hold control characters, which nobody sees. */
function clean(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll(/[^\P{Cc}\n]/gu, ' ') : value
}

/** Browsers let requests with more bytes than this end with their page. */
const mostBytesKeptAlive = 60_000

async function call(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<Response> {
  let response: Response
  const written = body === undefined ? null : JSON.stringify(body, clean)
  // Who decides and leaves the page at once has decided.
  const keepalive = method !== 'GET' && new Blob([written ?? '']).size <= mostBytesKeptAlive
  try {
    response = await fetchHearing(path, {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...more },
      ...(written === null ? {} : { body: written }),
      keepalive,
    })
  } catch (cause) {
    throw new Unreachable(cause)
  }
  if (response.ok) {
    if (method === 'GET') tellAnswered(path, response)
    return response
  }
  if (isOfProxy(response)) throw new Unreachable(response.status)
  const text = await response.text()
  let error: { code?: string; detail?: Record<string, unknown> } = {}
  try {
    error = (JSON.parse(text) as { error?: typeof error }).error ?? {}
  } catch {
    // Not the API's own error; the status says enough.
  }
  throw new Refused(response.status, error.code ?? `status-${response.status}`, error.detail ?? {})
}

async function get<T>(path: string, more: Record<string, string> = {}): Promise<T> {
  return (await (await call('GET', path, undefined, more)).json()) as T
}

async function send<T>(method: 'POST' | 'PUT', path: string, body: unknown = {}): Promise<T> {
  const text = await (await call(method, path, body)).text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

const segment = encodeURIComponent
const edition = (id: Id) => `/api/editions/${segment(id)}`
const decisionOn = (editionId: Id, { id, state, sessionId, wordsHash }: KeyPoint, decision: string) =>
  `${edition(editionId)}/key-points/${segment(id)}/${decision}?${new URLSearchParams({ seen: state, session: sessionId, words: wordsHash }).toString()}`
const correctionOf = (editionId: Id, { id, sessionId, saidHash }: KeyPoint, what: string) =>
  `${edition(editionId)}/key-points/${segment(id)}/${what}?${new URLSearchParams({ session: sessionId, said: saidHash }).toString()}`
const outputDocument = (editionId: Id, id: Id) => `${edition(editionId)}/output-documents/${segment(id)}`

let opened = false

/** Who is signed in. Somebody's hand is behind the first question of a page only, and only that one prolongs the sign-in. */
function me(): Promise<Me> {
  const opens = !opened
  opened = true
  return get<Me>('/api/me', opens ? { 'x-opens': 'page' } : {})
}

/** What an answer does not say that was kept on the device before the program was renewed. */
const unsaid = { alsoIn: [], isMeantById: true, decidedStatement: null, wordsHash: '', correction: null, saidHash: '' }

export const api = {
  me,
  requestLink: (email: string) => send<undefined>('POST', '/api/sign-in/request', { email }),
  accountOfLink: (token: string) => send<{ name: string; email: string }>('POST', '/api/sign-in/account', { token }),
  redeemLink: (token: string) => send<Me>('POST', '/api/sign-in/redeem', { token }),
  signOut: () => send<undefined>('POST', '/api/sign-out'),
  setLanguage: (language: string) => send<undefined>('PUT', '/api/me/language', { language }),

  editions: () => get<EditionSummary[]>('/api/editions'),
  edition: (id: Id) => get<Edition>(edition(id)),
  sessions: (id: Id) => get<Session[]>(`${edition(id)}/sessions`),
  session: (id: Id, session: Id) => get<Session>(`${edition(id)}/sessions/${segment(session)}`),
  moveSession: (id: Id, session: Id, step: 'submit' | 'confirm' | 'reopen') =>
    send<Session>('POST', `${edition(id)}/sessions/${segment(session)}/${step}`),
  coverage: (id: Id) => get<Coverage>(`${edition(id)}/coverage`),
  check: (id: Id, document: Id) => get<Check>(`${edition(id)}/check?${new URLSearchParams({ document }).toString()}`),

  keyPoints: async (id: Id) => (await get<KeyPoint[]>(`${edition(id)}/key-points`)).map((point) => ({ ...unsaid, ...point })),
  /** `point` is what the person decided upon: where it is no longer in that state and those words, the server refuses. */
  decide: (id: Id, point: KeyPoint, decision: 'accept' | 'confirm' | 'reopen') => send<KeyPoint>('POST', decisionOn(id, point, decision)),
  setAside: (id: Id, point: KeyPoint, reason: string) => send<KeyPoint>('POST', decisionOn(id, point, 'set-aside'), { reason }),
  /** Those that are no longer as they were seen are left out. */
  decideSeveral: (id: Id, points: readonly KeyPoint[], decision: 'accept' | 'confirm' | 'reopen' | 'set-aside', reason?: string) =>
    send<SeveralDecided>('POST', `${edition(id)}/key-points/decide`, {
      decision, reason, keyPoints: points.map(({ id: keyPoint, sessionId, state, wordsHash }) => ({ id: keyPoint, sessionId, state, wordsHash })),
    }),
  /** `point` is what the person read: where it says something else by now, the server refuses. */
  correct: (id: Id, point: KeyPoint, { statement, themes, addressee, kind, stance, attributedTo }: Said) =>
    send<KeyPoint>('PUT', correctionOf(id, point, 'correction'), { statement, themes, addressee, kind, stance, attributedTo }),
  useNotes: (id: Id, point: KeyPoint) => send<KeyPoint>('POST', correctionOf(id, point, 'as-noted')),

  outputDocuments: (id: Id) => get<OutputDocument[]>(`${edition(id)}/output-documents`),
  outline: (id: Id, { messagesOf, group }: DraftScope) =>
    send<Outline>('POST', `${edition(id)}/outline`, messagesOf === null ? { group } : { messagesOf }),
  compile: (id: Id, plan: Plan) => send<CompileAnswer>('POST', `${edition(id)}/compile`, plan),
  insert: (id: Id, document: Id, { id: keyPointId, sessionId }: KeyPoint) =>
    send<{ paragraphId: Id }>('POST', `${outputDocument(id, document)}/insert`, { keyPointId, sessionId }),
  preview: (id: Id, document: Id, paper: Paper, lineNumbers: boolean) =>
    get<Preview>(`${outputDocument(id, document)}/preview?${new URLSearchParams({ paper, lineNumbers: String(lineNumbers) }).toString()}`),
  previewPage: (id: Id, document: Id, revision: string, page: number) =>
    `${outputDocument(id, document)}/preview/${segment(revision)}/${page}.svg`,
  exports: (id: Id, document: Id) => get<ExportedFile[]>(`${outputDocument(id, document)}/exports`),
  export: (id: Id, document: Id, ask: { format: Format; paper?: Paper; lineNumbers?: boolean; date?: string }) =>
    send<ExportedFile>('POST', `${outputDocument(id, document)}/exports`, ask),
  events: (id: Id) => `${edition(id)}/events`,
}
