// What was typed as the evidence of a key point and can't be read yet. It stays past the closing of its card, for who has this tab.
import type { KeyPoint } from '../../editor/editor-api'
import { addressOf } from '../../ui/writing/popovers'
import { readTimeCode } from './time-code'

export type EvidenceKind = 'none' | 'link' | `recording-${number}`
export interface Typed { kind: EvidenceKind; text: string }

/** By the id of the key point. */
export const halfTyped = new Map<string, Typed>()

/** Which recording it is; null for none. */
export const recordingOf = (kind: EvidenceKind) => (kind.startsWith('recording-') ? Number(kind.slice('recording-'.length)) : null)

/** What was typed as a source; null where nothing was; undefined where it is none. */
export function sourceOf({ kind, text }: Typed): KeyPoint['source'] | undefined {
  const recording = recordingOf(kind)
  if (kind === 'none' || text.trim() === '') return null
  if (recording === null) {
    const link = addressOf(text)
    return link !== null && /^https?:/i.test(link) ? { link } : undefined
  }
  const at = readTimeCode(text)
  return at === null ? undefined : { recording, at }
}

/** A source as its field shows it. */
export function typedOf(source: KeyPoint['source']): Typed {
  if (source === null) return { kind: 'none', text: '' }
  return 'link' in source ? { kind: 'link', text: source.link } : { kind: `recording-${source.recording}`, text: source.at }
}

/** Whether something was typed that can't be read. */
export function isHalfTyped(id: string): boolean {
  const typed = halfTyped.get(id)
  return typed !== undefined && sourceOf(typed) === undefined
}
