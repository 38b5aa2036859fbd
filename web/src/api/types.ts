// What the server answers, as the HTTP API says it. Moments are milliseconds since 1970 UTC.

export type Id = string

export type Role =
  | 'coordinator' | 'rapporteur' | 'moderator' | 'editor' | 'translator' | 'reviewer' | 'staff' | 'reader'

export interface Person { id: Id; name: string }

export interface Me {
  person: { id: Id; name: string; email: string; language: string | null }
  grants: { role: Role; scope: { kind: 'track' | 'edition' | 'session'; id: Id; edition?: Id } }[]
}

/** A label in several languages. */
export type Label = Readonly<Record<string, string>>

export interface Theme { id: Id; label: Label }
export interface Addressee { id: Id; label: Label }

export interface Deadline {
  id: Id
  label: string
  kind: string
  sessionId: Id | null
  opensAt: number | null
  dueAt: number
}

export interface EditionSummary { id: Id; title: string; state?: string }

export interface Edition {
  id: Id
  trackId: Id
  trackTitle: Label
  title: string
  theme: string | null
  overarchingTheme: string | null
  forum: string | null
  place: string | null
  timezone: string | null
  from: string | null
  to: string | null
  organisers: string[]
  languages: string[]
  originalLanguage: string
  themes: Theme[]
  addressees: Addressee[]
  deadlines: Deadline[]
  may: { decide: boolean; compile: boolean; editDocument: boolean; export: boolean; managePeople: boolean }
}

export type SessionKind = 'session' | 'roundtable' | 'regional' | 'closing'
export type SessionState = 'planned' | 'assigned' | 'live' | 'submitted' | 'confirmed' | 'locked'

export interface Participant {
  id: Id
  name: string
  role: string
  affiliation: string | null
  remote: boolean
}

export interface Recording { url: string; startsAt: string | null }

export interface Session {
  id: Id
  title: string | null
  event: string | null
  kind: SessionKind
  place: string | null
  timezone: string | null
  start: string | null
  end: string | null
  state: SessionState
  region: string | null
  attribution: 'named' | 'chatham-house'
  policyQuestions: string[]
  people: Participant[]
  links: string[]
  remark: string | null
  recordings: Recording[]
  rapporteurs: Person[]
  keyPoints: number
  notesCharacters: number
  notesUrl: string
  documentId: Id
  may: { write: boolean; submit: boolean; confirm: boolean; reopen: boolean }
}

export type KeyPointState = 'captured' | 'confirmed' | 'accepted' | 'used' | 'merged' | 'set-aside'
export type KeyPointKind = 'call-to-action' | 'observation'
export type Stance = 'convergence' | 'divergence' | 'proposal'

/** A moment of a recording, or a page. */
export interface Source { recording?: number; at?: string; link?: string }

export interface KeyPoint {
  id: Id
  sessionId: Id
  statement: string
  quote: string
  lang: string | null
  themes: Id[]
  addressee: Id | null
  kind: KeyPointKind | null
  stance: Stance | null
  basis: 'reported' | 'concept'
  state: KeyPointState
  reason: string | null
  decidedBy: Person | null
  decidedAt: number | null
  markedBy: Person | null
  markedAt: number | null
  attributedTo: string | null
  source: Source | null
  passageGone: boolean
  usedIn: { outputDocumentId: Id; paragraphId: Id }[]
}

export interface Coverage {
  themes: Id[]
  sessions: Id[]
  cells: { sessionId: Id; themeId: Id; count: number }[]
  sessionsWithoutKeyPoint: Id[]
  themesWithoutKeyPoint: Id[]
  regionsWithoutKeyPoint: string[]
}

export interface Place { paragraphId?: Id | null; sessionId?: Id | null; keyPointId?: Id | null; text?: string | null }

export interface Diagnostic {
  severity: 'error' | 'warning' | 'note'
  key: string
  place: Place
  hint: string | null
  values: Record<string, string>
}

export interface Check {
  sessionsWithoutKeyPoint: Id[]
  unusedKeyPoints: Id[]
  paragraphsWithoutSource: Id[]
  diagnostics: Diagnostic[]
}

export interface OutputDocument {
  id: Id
  kind: 'track' | 'messages'
  sessionId: Id | null
  language: string
  title: string
  state: 'outline' | 'zero-draft' | 'revision' | 'in-review' | 'final' | 'published' | 'archived'
  documentUrl: string
  documentId: Id
  compiledAt: number | null
  may: { write: boolean; export: boolean }
}

export type Grouping = 'addressee' | 'theme' | 'session'

export interface Plan {
  document?: Id
  messagesOf?: Id
  group?: Grouping
  voice?: string
  preamble?: string[]
  statusLine?: string
  headings?: Record<Id, string>
}

export type Format = 'docx' | 'pdf' | 'html' | 'md' | 'json'
export type Paper = 'a4' | 'us-letter'

export interface Preview { pages: number; revision: string; diagnostics: Diagnostic[] }

export interface ExportedFile {
  id: Id
  format: Format
  fileName: string
  size: number
  createdAt: number
  url: string
  diagnostics: Diagnostic[]
}
