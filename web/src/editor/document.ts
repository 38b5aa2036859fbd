/**
 * The shapes of the Automerge documents that the editor reads and writes.
 *
 * Strings that are not edited letter by letter are `ImmutableString`, so that Automerge keeps them as
 * scalars; `text`, `statement` and a footnote's `text` are plain strings, which Automerge keeps as Text.
 */
import * as A from "@automerge/automerge"

/** A string kept as a scalar. Reading gives an `ImmutableString` or, from older writers, a plain string. */
export type Scalar = A.ImmutableString | string

/** A call to action, or an observation. */
export type KeyPointKind = "call-to-action" | "observation"
/** Whether the room agreed, disagreed, or someone proposed. */
export type Stance = "convergence" | "divergence" | "proposal"

/** Where a key point was said: a time in a recording, or a link. */
export type StoredSource = { recording: number; at: Scalar } | { link: Scalar }

/** A key point as it stands in the document. */
export interface StoredKeyPoint {
  start: Scalar
  end: Scalar
  quote: Scalar
  statement: string
  lang?: Scalar
  themes: Scalar[]
  addressee?: Scalar
  kind?: Scalar
  stance?: Scalar
  basis?: Scalar
  source?: StoredSource
  speaker?: Scalar
}

/** What notes and output documents have in common. */
export interface RichTextDocument {
  [key: string]: unknown
  schema?: number
  kind?: Scalar
  lang?: Scalar
  text: string
  keyPoints?: Record<string, StoredKeyPoint>
  footnotes?: Record<string, { text: string }>
  tables?: Record<string, { rows: Scalar[][] }>
  /** Only in output documents: paragraph id → key point id → what the paragraph was written from. */
  sources?: Record<string, Record<string, { sessionId?: Scalar; quote: Scalar; statement: Scalar }>>
  original?: boolean
}

/** The part of an automerge-repo `DocHandle` that the editor needs. */
export interface DocumentHandle {
  doc(): A.Doc<RichTextDocument>
  change(callback: A.ChangeFn<RichTextDocument>): void
  changeAt(heads: A.Heads, callback: A.ChangeFn<RichTextDocument>): A.Heads | undefined
  onChange(listener: (change: DocumentChange) => void): () => void
}

/** One change that has reached the document, local or not. */
export interface DocumentChange {
  patches: A.Patch[]
  heads: A.Heads
}

/** Gives the text of a scalar, whichever way it is kept. */
export function plain(value: unknown): string | null {
  if (typeof value === "string") return value
  if (A.isImmutableString(value)) return value.toString()
  return null
}

/** Makes a string that Automerge keeps as a scalar. */
export function scalar(value: string): A.ImmutableString {
  return new A.ImmutableString(value)
}

/** The path of the text in every document. */
export const TEXT: A.Prop[] = ["text"]

/** The character that stands for a block marker or an embed in the text as a string. */
export const OBJECT = "\uFFFC"

/** The position behind the character at a position: characters outside the basic plane take two. */
export function behind(text: string, position: number): number {
  const code = text.charCodeAt(position)
  return position + (code >= 0xd800 && code <= 0xdbff ? 2 : 1)
}
