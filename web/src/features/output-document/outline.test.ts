import { describe, expect, it } from 'vitest'
import { itemAt, outlineOf, type Block } from './outline'

const blocks = (...types: string[]): Block[] => types.map((type, index) => {
  const [name = '', level] = type.split(':')
  return { type: name, level: level === undefined ? null : Number(level), id: `_p${index}`, index, text: type, start: null, indent: name.endsWith('-item') ? Number(level ?? 0) : null }
})

const shape = (...types: string[]) => outlineOf(blocks(...types), 'en').map((item) => `${item.kind} ${item.number ?? ''}`.trim())

describe('the outline', () => {
  it('numbers paragraphs through all groups', () => {
    expect(shape('title', 'preambular', 'preambular', 'heading:1', 'operative', 'unordered-list-item', 'operative', 'heading:1', 'heading:2', 'operative', 'annex', 'annex'))
      .toEqual(['preamble', 'preambular PP1', 'preambular PP2', 'group A', 'operative 1', 'operative 2', 'group B', 'theme', 'operative 3', 'annex I', 'annex II'])
  })
  it('has the labels of messages as the text has them', () => {
    const items = outlineOf(blocks('title', 'unordered-list-item', 'unordered-list-item:1', 'heading:2', 'unordered-list-item'), 'en', true)
    expect(items.map((item) => `${item.kind} ${item.number ?? ''}`.trim())).toEqual(['operative •', 'theme', 'operative •'])
  })
  it('counts a list item to the paragraph before it', () => {
    const items = outlineOf(blocks('heading:1', 'operative', 'ordered-list-item', 'operative'), 'en')
    expect(itemAt(items, 2)?.number).toBe('1')
    expect(itemAt(items, 0)?.number).toBe('A')
  })
})
