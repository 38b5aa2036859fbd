// Differences between two states of a short text that several people edit at once. No view, no document: both use it.

/** One stretch of a text that became another. */
export interface Edit { at: number; removed: number; inserted: string }

/** The smallest single edit that makes one text of the other. */
export function difference(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  if (endsInHalf(before, start) || endsInHalf(after, start)) start -= 1
  let same = 0
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1
  if (same > 0 && (endsInHalf(before, before.length - same) || endsInHalf(after, after.length - same))) same -= 1
  return { at: start, removed: before.length - same - start, inserted: after.slice(start, after.length - same) }
}

/** A character of two code units is never taken apart. */
function endsInHalf(text: string, end: number): boolean {
  const code = text.charCodeAt(end - 1)
  return code >= 0xd800 && code <= 0xdbff
}

/**
 * The edit that made `after` of `before`, for a text that somebody else has made of `before` meanwhile. What both
 * inserted stays. Two edits where the other's text stands in the middle of what goes; the last in the text first, so
 * that they can be applied as they come.
 */
export function rebased(before: string, after: string, current: string): Edit[] {
  const edit = difference(before, after)
  const over = difference(before, current)
  const [end, overEnd] = [edit.at + edit.removed, over.at + over.removed]
  const behind = Math.max(edit.at, overEnd)
  const first = edit.at < over.at
  return [
    { at: behind + over.inserted.length - over.removed, removed: Math.max(0, end - behind), inserted: first ? '' : edit.inserted },
    { at: edit.at, removed: Math.max(0, Math.min(end, over.at) - edit.at), inserted: first ? edit.inserted : '' },
  ].filter(({ removed, inserted }) => removed > 0 || inserted !== '')
}

/** What two people made of the same text, in one. */
export function merged(before: string, mine: string, theirs: string): string {
  return rebased(before, mine, theirs).reduce((text, { at, removed, inserted }) => text.slice(0, at) + inserted + text.slice(at + removed), theirs)
}

/** Where a caret stands after an edit by somebody else. */
export function caretAfter(caret: number, { at, removed, inserted }: Edit): number {
  if (caret <= at) return caret
  return caret >= at + removed ? caret - removed + inserted.length : Math.min(caret, at + inserted.length)
}

/** What a field shows of a text that others may change at the same time. */
export interface SharedField {
  text: string
  /** Whether something was typed of which the document has not told yet: what it tells meanwhile may be older. */
  waiting: boolean
}

/** Somebody typed. What the document then held is more than the field where others had written too. */
export function typed(field: SharedField, before: string, next: string, written: string): SharedField {
  return { text: field.text === before ? written : merged(before, next, field.text), waiting: true }
}

/** The document tells of a text. A late echo of own typing takes nothing back. */
export function told(field: SharedField, value: string): SharedField {
  if (field.waiting && value !== field.text) return field
  return { text: value, waiting: false }
}
