/**
 * Key points: records beside the text that hold on to a passage by cursors at its first and last character.
 *
 * The last character's cursor falls back to what stands before it, the first one's to what comes behind. So a
 * passage shrinks with its text, does not swallow what is typed beside it, and is gone when its text is gone. The
 * quote then tells what it was when it was marked. When the text comes back by undo, the history knows it letter by
 * letter; pasted after it was cut, `reanchoring` finds it: by what it said when it went, or else by the quote.
 */
import * as A from "@automerge/automerge"
import type { Node } from "prosemirror-model"
import { rebased } from "./text-difference"
import { behind, OBJECT, plain, type RichTextDocument, scalar, type StoredKeyPoint, type StoredSource, TEXT } from "./document"
import type { KeyPoint, KeyPointFields } from "./editor-api"
import { flatOf } from "./local-change"

/** A range of the Automerge text. */
export interface TextRange {
  start: number
  end: number
}

/** Where passages stand, by what anchors them: to resolve a cursor costs as much as a letter. */
const resolved = new WeakMap<A.Doc<RichTextDocument>, Map<string, TextRange | null>>()

/** Has passages remembered for as long as the document stands as it is: those that are known, and what is resolved. */
export function rememberPassages(doc: A.Doc<RichTextDocument>, known: Iterable<readonly [string, TextRange | null]>): void {
  resolved.set(doc, new Map(known))
}

/** All that tells where a key point stands, as one string. */
export function anchorsOf({ start, end, quote }: StoredKeyPoint): string {
  return `${plain(start)} ${plain(end)} ${plain(quote)}`
}

/** Where a key point's passage stands, or null when its text is gone. */
export function passageOf(doc: A.Doc<RichTextDocument>, keyPoint: StoredKeyPoint): TextRange | null {
  const remembered = resolved.get(doc)
  const anchors = anchorsOf(keyPoint)
  const known = remembered?.get(anchors)
  if (known !== undefined) return known
  const passage = resolvePassage(doc, keyPoint)
  remembered?.set(anchors, passage)
  return passage
}

function resolvePassage(doc: A.Doc<RichTextDocument>, keyPoint: StoredKeyPoint): TextRange | null {
  const start = cursorPosition(doc, plain(keyPoint.start))
  const last = cursorPosition(doc, plain(keyPoint.end))
  if (start === null || last === null || start > last) return null
  const end = behind(doc.text, last)
  const text = doc.text.slice(start, end)
  if (text.replaceAll(OBJECT, "") === "") return null
  // At the very beginning there is nothing that the last cursor could fall back to.
  if (last === 0 && !(plain(keyPoint.quote) ?? "").endsWith(text)) return null
  return { start, end }
}

/** Cursors come from outside: one that belongs elsewhere makes Automerge throw. */
function cursorPosition(doc: A.Doc<RichTextDocument>, cursor: string | null): number | null {
  if (cursor === null || !/^-?\d+@[0-9a-f]+$/.test(cursor)) return null
  try {
    return A.getCursorPosition(doc, TEXT, cursor)
  } catch {
    return null
  }
}

/** The key point whose passage is exactly this range, or null. */
export function keyPointOn(doc: A.Doc<RichTextDocument>, { start, end }: TextRange): string | null {
  const found = Object.entries(doc.keyPoints ?? {}).find(([, stored]) => {
    const passage = passageOf(doc, stored)
    return passage?.start === start && passage.end === end
  })
  return found?.[0] ?? null
}

/** The cursors that hold a range of the text. */
export function cursorsOf(doc: A.Doc<RichTextDocument>, range: TextRange): { start: string; end: string } {
  return {
    start: A.getCursor(doc, TEXT, range.start, "after"),
    end: A.getCursor(doc, TEXT, range.end - 1, "before"),
  }
}

/**
 * Reads all key points, in the order of the text; those whose passage is gone come last. `beginOf` tells where one begins
 * whose cursors need not be resolved for that, or null when it is gone.
 */
export function readKeyPoints(
  doc: A.Doc<RichTextDocument>,
  beginOf = (_id: string, stored: StoredKeyPoint) => passageOf(doc, stored)?.start ?? null,
): KeyPoint[] {
  const found = Object.entries(doc.keyPoints ?? {}).map(([id, stored]) => {
    const begin = beginOf(id, stored)
    return { begin: begin ?? Number.MAX_SAFE_INTEGER, keyPoint: readKeyPoint(id, stored, begin === null) }
  })
  return found
    .sort((one, other) => one.begin - other.begin || (one.keyPoint.id < other.keyPoint.id ? -1 : 1))
    .map(({ keyPoint }) => keyPoint)
}

function readKeyPoint(id: string, stored: StoredKeyPoint, gone: boolean): KeyPoint {
  const kind = plain(stored.kind)
  const stance = plain(stored.stance)
  return {
    id,
    statement: plain(stored.statement) ?? "",
    quote: plain(stored.quote) ?? "",
    lang: plain(stored.lang),
    themes: (Array.isArray(stored.themes) ? stored.themes : []).map(plain).filter((theme) => theme !== null),
    addressee: plain(stored.addressee),
    kind: kind === "call-to-action" || kind === "observation" ? kind : null,
    stance: stance === "convergence" || stance === "divergence" || stance === "proposal" ? stance : null,
    basis: plain(stored.basis) === "concept" ? "concept" : "reported",
    source: readSource(stored.source),
    speaker: plain(stored.speaker),
    gone,
  }
}

function readSource(stored: StoredSource | undefined): KeyPoint["source"] {
  if (typeof stored !== "object" || stored === null) return null
  if ("link" in stored) {
    const link = plain(stored.link)
    return link === null ? null : { link }
  }
  const at = plain(stored.at)
  return typeof stored.recording === "number" && at !== null ? { recording: stored.recording, at } : null
}

/** The text that a key point quotes, between two positions of the editor. */
export function quoteBetween(doc: Node, from: number, to: number): string {
  return doc.textBetween(from, to, "\n", (leaf) => (leaf.type.name === "line_break" ? "\n" : ""))
}

/** Takes white space off both ends of a range of the editor. Null when nothing else is left. */
export function trimmedRange(doc: Node, from: number, to: number): { from: number; to: number } | null {
  const isInk = (position: number) => {
    const text = doc.textBetween(position, position + 1, "", () => "")
    return text.trim() !== ""
  }
  let start = from
  let end = to
  while (start < end && !isInk(start)) start += 1
  while (end > start && !isInk(end - 1)) end -= 1
  return start < end ? { from: start, to: end } : null
}

/** Records a passage as a key point; its statement begins as the quote. */
export function addKeyPoint(
  doc: RichTextDocument,
  id: string,
  passage: { range: TextRange; quote: string },
  fields: KeyPointFields,
): void {
  const cursors = cursorsOf(doc, passage.range)
  doc.keyPoints ??= {}
  doc.keyPoints[id] = {
    start: scalar(cursors.start),
    end: scalar(cursors.end),
    quote: scalar(passage.quote),
    statement: passage.quote.replace(/\s+/g, " ").trim(),
    themes: [],
  }
  setKeyPointFields(doc, id, fields)
}

/** Anchors a key point elsewhere. Its statement stays. */
export function moveKeyPoint(doc: RichTextDocument, id: string, passage: { range: TextRange; quote: string }): void {
  const stored = doc.keyPoints?.[id]
  if (stored === undefined) return
  const cursors = cursorsOf(doc, passage.range)
  stored.start = scalar(cursors.start)
  stored.end = scalar(cursors.end)
  stored.quote = scalar(passage.quote)
}

/** Sets the fields that are given; null takes one away. */
export function setKeyPointFields(doc: RichTextDocument, id: string, fields: KeyPointFields): void {
  const stored = doc.keyPoints?.[id]
  if (stored === undefined) return
  if (fields.themes !== undefined) stored.themes = fields.themes.map(scalar)
  for (const name of ["addressee", "kind", "stance", "lang", "speaker"] as const) {
    const value = fields[name]
    if (value === undefined) continue
    if (value === null) delete stored[name]
    else stored[name] = scalar(value)
  }
  if (fields.source === undefined) return
  if (fields.source === null) delete stored.source
  else if ("link" in fields.source) stored.source = { link: scalar(fields.source.link) }
  else stored.source = { recording: fields.source.recording, at: scalar(fields.source.at) }
}

/**
 * Edits a statement so that it merges with what others type into it. `before` is what it was made from: what the
 * document got since then stays.
 */
export function setStatement(doc: RichTextDocument, id: string, statement: string, before?: string): void {
  const stored = doc.keyPoints?.[id]
  if (stored === undefined) return
  if (plain(stored.statement) === null || A.isImmutableString(stored.statement)) {
    stored.statement = statement
    return
  }
  for (const { at, removed, inserted } of rebased(before ?? stored.statement, statement, stored.statement)) {
    A.splice(doc, ["keyPoints", id, "statement"], at, removed, inserted)
  }
}

/** The range of the Automerge text between two positions of the editor. */
export function textRange(doc: Node, from: number, to: number, implicitFirst: boolean): TextRange {
  const shift = implicitFirst ? 1 : 0
  return { start: flatOf(doc, from) - shift, end: flatOf(doc, to) - shift }
}
