// The outline of an output document, and the numbers of its parts, from its blocks.

export interface Block {
  type: string
  level: number | null
  id: string | null
  index: number
  text: string
  /** How deep an item of a list is; null for other blocks. */
  indent: number | null
}

export interface OutlineItem {
  kind: 'preamble' | 'preambular' | 'group' | 'theme' | 'operative' | 'annex'
  /** What stands before it on the paper, such as `3`, `A` or `PP2`; null where nothing does. */
  number: string | null
  text: string
  id: string | null
  index: number
}

/** A, B, … Z, AA, … */
export const letters = (number: number): string => {
  let rest = number
  let text = ''
  while (rest > 0) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text
    rest = Math.floor((rest - 1) / 26)
  }
  return text
}

/** I, II, III, IV, … */
export const roman = (number: number): string => {
  const values: [number, string][] = [[10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]
  let rest = number
  let text = ''
  for (const [value, sign] of values) {
    while (rest >= value) {
      text += sign
      rest -= value
    }
  }
  return text
}

/** Lists the parts a reader would look for. Operative paragraphs are numbered through all groups; so are messages, which are points of a list. */
export function outlineOf(blocks: readonly Block[], ofMessages = false): OutlineItem[] {
  const items: OutlineItem[] = []
  let preambular = 0
  let operative = 0
  let groups = 0
  let annexes = 0
  for (const { type, level, text, id, index, indent } of blocks) {
    const item = (kind: OutlineItem['kind'], number: string | null) => { items.push({ kind, number, text, id, index }) }
    if (type === 'preambular') {
      preambular += 1
      if (preambular === 1) items.push({ kind: 'preamble', number: null, text: '', id: null, index })
      item('preambular', `PP${preambular}`)
    } else if (type === 'operative' || (ofMessages && type === 'unordered-list-item' && indent === 0)) {
      operative += 1
      item('operative', String(operative))
    } else if (type === 'heading' && (level ?? 1) === 1) {
      groups += 1
      item('group', letters(groups))
    } else if (type === 'heading') item('theme', null)
    else if (type === 'annex') {
      annexes += 1
      item('annex', roman(annexes))
    }
  }
  return items
}

/** The item that holds a block: itself, or the last one before it. */
export function itemAt(items: readonly OutlineItem[], index: number): OutlineItem | null {
  return items.findLast((item) => item.index <= index && item.kind !== 'preamble') ?? null
}
