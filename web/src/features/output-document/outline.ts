// The outline of an output document from its blocks.

import { labelsOf, type Labelled } from '../../editor/labels'

export interface Block extends Labelled {
  id: string | null
  index: number
  text: string
}

export interface OutlineItem {
  kind: 'preamble' | 'preambular' | 'group' | 'theme' | 'operative' | 'annex'
  /** What stands before it on the paper, such as `3`, `A` or `PP2`; null where nothing does. */
  number: string | null
  text: string
  id: string | null
  index: number
}

/** Lists the parts a reader would look for, as the paper labels them. Messages are points of a list. */
export function outlineOf(blocks: readonly Block[], language: string, ofMessages = false): OutlineItem[] {
  const labels = labelsOf(blocks, language)
  const items: OutlineItem[] = []
  blocks.forEach(({ type, level, text, id, index, indent }, at) => {
    const item = (kind: OutlineItem['kind']) => { items.push({ kind, number: labels[at]?.text ?? null, text, id, index }) }
    if (type === 'preambular') {
      if (items.every(({ kind }) => kind !== 'preambular')) items.push({ kind: 'preamble', number: null, text: '', id: null, index })
      item('preambular')
    } else if (type === 'operative') item('operative')
    else if (ofMessages && type === 'unordered-list-item' && indent === 0) item('operative')
    else if (type === 'heading') item((level ?? 1) === 1 ? 'group' : 'theme')
    else if (type === 'annex') item('annex')
  })
  return items
}

/** The item that holds a block: itself, or the last one before it. */
export function itemAt(items: readonly OutlineItem[], index: number): OutlineItem | null {
  return items.findLast((item) => item.index <= index && item.kind !== 'preamble') ?? null
}
