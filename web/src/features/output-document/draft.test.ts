import { describe, expect, it } from 'vitest'
import type { KeyPoint, Session } from '../../api/types'
import { draftPoints, groupsOf, inOrder, insideSentence, moved, planOf, type Choices } from './draft'

const point = (id: string, change: Partial<KeyPoint>): KeyPoint => ({
  id, state: 'accepted', statement: 'Said.', themes: [], sessionId: 's1', quote: '', lang: 'en', addressee: null, kind: 'observation', stance: 'convergence', basis: 'reported',
  reason: null, decidedBy: null, decidedAt: null, markedBy: null, markedAt: null, attributedTo: null, source: null, passageGone: false, usedIn: [], ...change,
})
const session = (id: string, start: string | null): Session => ({
  id, start, end: null, kind: 'session', state: 'live', title: null, event: null, place: null, timezone: null, region: null, attribution: 'named', people: [], policyQuestions: [],
  recordings: [], links: [], remark: null, rapporteurs: [], keyPoints: 1, notesCharacters: 0, notesUrl: '', documentId: '', may: { write: false, submit: false, confirm: false, reopen: false },
})
const edition = { to: '2023-10-09', addressees: [{ id: 'a', label: {} }, { id: 'b', label: {} }], themes: [{ id: 't', label: {} }, { id: 'u', label: {} }] }
const sessions = [session('s1', '2023-10-08'), session('s2', null), session('late', '2023-12-01'), session('early', '2023-06-19T17:15')]

describe('the key points of a draft', () => {
  const points = [
    point('1', {}), point('2', { basis: 'concept' }), point('3', { state: 'used', sessionId: 's2' }), point('4', { sessionId: 'late' }),
    point('5', { statement: ' ' }), point('6', { state: 'confirmed' }),
  ]
  it('are those that were said, in time, and have words', () => {
    const { enter, ...out } = draftPoints(points, sessions, edition, null)
    expect(enter.map((each) => each.id)).toEqual(['1', '3'])
    expect(out).toEqual({ concept: 1, after: 1, unwritten: 1 })
  })
  it('are in messages those of the session, whenever it was held', () => {
    expect(draftPoints(points, sessions, edition, 'late').enter.map((each) => each.id)).toEqual(['4'])
  })
})

describe('the groups of a draft', () => {
  const points = [
    point('1', { addressee: 'b', themes: ['gone', 'u'] }), point('2', { addressee: 'gone', sessionId: 'early' }), point('3', { addressee: 'a', stance: 'divergence' }),
    point('4', { addressee: 'b', sessionId: 's2' }),
  ]
  const shape = (by: Parameters<typeof groupsOf>[1]) => groupsOf(points, by, edition, sessions).map(({ id, count }) => `${id} ${count}`)
  it('stand in the order of the edition, what names none and what differed last', () => {
    expect(shape('addressee')).toEqual(['b 2', 'other 1', 'differed 1'])
    expect(shape('theme')).toEqual(['u 1', 'other 2', 'differed 1'])
    expect(shape('session')).toEqual(['early 1', 's1 1', 's2 1', 'differed 1'])
  })
  it('are addressed in words that stand inside a sentence', () => {
    expect(['Regional cooperation', 'Parliaments', 'African Union', 'UN', 'Japan', 'البرلمانات'].map(insideSentence))
      .toEqual(['regional cooperation', 'parliaments', 'African Union', 'UN', 'Japan', 'البرلمانات'])
  })
  it('stand as they were put, new ones behind', () => {
    const groups = ['a', 'b', 'c'].map((id) => ({ id, count: 1 }))
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
