import { describe, expect, it } from 'vitest'
import { inOrder, moved, planOf, type Choices } from './draft'

describe('the groups of a draft', () => {
  it('stand as they were put, new ones behind', () => {
    const groups = ['a', 'b', 'c'].map((id) => ({ id, heading: id, keyPoints: 1 }))
    expect(inOrder(groups, ['c', 'gone', 'a']).map((group) => group.id)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  })
})

describe('the plan', () => {
  const usual: Choices = {
    messagesOf: null, group: 'theme', order: [], headings: {}, title: '', statusLine: ' ', voice: { kind: 'usual', words: 'not sent' }, preamble: { kind: 'usual', words: 'not sent' },
  }
  it('leaves out what was left as usual', () => {
    expect(planOf(usual)).toEqual({ group: 'theme' })
    expect(planOf({ ...usual, voice: { kind: 'own', words: ' ' }, preamble: { kind: 'own', words: '\n' } })).toEqual({ group: 'theme' })
  })
  it('says what was chosen', () => {
    expect(planOf({
      ...usual, order: ['b', 'a'], headings: { a: ' To all ', b: '' }, title: 'Draft', statusLine: 'Not agreed.',
      voice: { kind: 'none', words: 'We' }, preamble: { kind: 'own', words: '*Recalling* it,\n\n*Noting* that,' },
    })).toEqual({
      group: 'theme', order: ['b', 'a'], headings: { a: 'To all' }, title: 'Draft', statusLine: 'Not agreed.', voice: '', preamble: ['*Recalling* it,', '*Noting* that,'],
    })
    expect(planOf({ ...usual, preamble: { kind: 'none', words: '' } })).toEqual({ group: 'theme', preamble: [] })
  })
  it('asks for messages without groups, voice and preamble', () => {
    expect(planOf({ ...usual, messagesOf: 's1', order: ['x'], voice: { kind: 'none', words: '' }, statusLine: 'Not agreed.' })).toEqual({ messagesOf: 's1', statusLine: 'Not agreed.' })
  })
})
