// What the server answers, as its own description says it (schema.ts is generated from that). Moments are milliseconds since 1970 UTC.
import type { components } from './schema'

type Schemas = components['schemas']

/** The server always writes a field, with null where there is nothing; the description calls such fields optional. */
type Written<T> = T extends readonly (infer Item)[] ? Written<Item>[]
  : T extends object ? { [Name in keyof T]-?: Written<Exclude<T[Name], undefined>> }
    : T

export type Id = string
export type Me = Omit<Written<Schemas['Me']>, 'grants'> & { grants: Schemas['MyGrant'][] }

/** A label in several languages. */
export type Label = Readonly<Record<string, string>>
export type Theme = Written<Schemas['LabelView']>
export type Addressee = Theme
export type Deadline = Written<Schemas['DeadlineView']>
export type EditionSummary = Written<Schemas['EditionItem']>
export type Edition = Written<Schemas['EditionView']>

export type SessionState = Schemas['SessionStateWord']
export type Recording = Written<Schemas['RecordingView']>
export type Session = Written<Schemas['SessionView']>

export type KeyPointState = Schemas['KeyPointStateWord']
export type KeyPointKind = Schemas['KeyPointKindWord']
export type Stance = Schemas['StanceWord']
/** A moment of a recording, or a page. */
export type Source = Schemas['SourceView']
/** What an editor corrects of a key point. */
export type Said = Written<Schemas['CorrectionGiven']>
export type SeveralDecided = Omit<Written<Schemas['SeveralDecided']>, 'decided'> & { decided: KeyPoint[] }
export type KeyPoint = Omit<Written<Schemas['KeyPointView']>, 'source'> & { source: Source | null }

export type Coverage = Written<Schemas['CoverageView']>
export type Place = Schemas['PlaceView']
export type Diagnostic = Omit<Written<Schemas['DiagnosticView']>, 'place'> & { place: Place }
export type Check = Omit<Written<Schemas['CheckView']>, 'diagnostics'> & { diagnostics: Diagnostic[] }

export type OutputDocument = Written<Schemas['OutputDocumentView']>
export type Grouping = 'addressee' | 'theme' | 'session'
export type Plan = Partial<Schemas['CompileRequest']>
/** What of the plan decides which key points go in and which groups they form. */
export interface DraftScope { messagesOf: Id | null; group: Grouping }
export type DraftGroup = Written<Schemas['GroupView']>
export type Outline = { keyPoints: number; hasText: boolean; groups: DraftGroup[]; diagnostics: Diagnostic[] }
export type CompileAnswer = { outputDocument: OutputDocument; diagnostics: Diagnostic[] }

export type Format = 'docx' | 'pdf' | 'html' | 'md' | 'json'
export type Paper = 'a4' | 'us-letter'
export type Preview = Written<Schemas['PreviewView']>
export type ExportedFile = Omit<Written<Schemas['ExportView']>, 'diagnostics' | 'format'> & { diagnostics: Diagnostic[]; format: Format }
