import { describe, expect, it } from 'vitest'
import type { Session } from '../../api/types'
import { timeLine } from './time-line'

const session = (id: string, start: string | null, end: string | null = null): Session => ({
  id, start, end, title: id, event: null, kind: 'session', place: null, timezone: null, state: 'live', region: null, attribution: 'named',
  policyQuestions: [], people: [], links: [], remark: null, recordings: [], rapporteurs: [], keyPoints: 0, mostKeyPoints: 500, notesCharacters: 0,
  notesUrl: 'automerge:x', documentId: 'x', may: { write: false, submit: false, confirm: false, reopen: false },
})

const shape = (sessions: Session[]) =>
  timeLine(sessions, '2023-10-08', '2023-10-09').map((part) => `${part.id}: ${part.sessions.map((each) => each.id).join(' ')}`)

describe('the time line', () => {
  it('puts each session in exactly one part, in time order', () => {
    expect(shape([
      session('late', '2023-10-09T17:00', '2023-10-09T18:30'),
      session('unknown', null),
      session('eurodig', '2023-06-19T17:15'),
      session('first', '2023-10-08'),
      session('roundtable', '2023-10-09T15:15'),
      session('follow-up', '2023-12-01'),
      session('african', '2023-09-18', '2023-09-19'),
    ])).toEqual([
      'before: eurodig african', '2023-10-08: first', '2023-10-09: roundtable late', 'after: follow-up', 'undated: unknown',
    ])
  })

  it('draws the months that the earlier sessions span', () => {
    const [before] = timeLine([session('a', '2023-06-19'), session('b', '2023-09-18')], '2023-10-08', '2023-10-09')
    expect(before?.kind === 'before' && before.months.map((month) => month.month)).toEqual(['2023-06-01', '2023-07-01', '2023-08-01', '2023-09-01'])
  })

  it('has no hours on a day without times', () => {
    const [day] = timeLine([session('a', '2023-10-08')], '2023-10-08', '2023-10-09')
    expect(day?.kind === 'day' && day.hours).toBeNull()
  })

  it('places blocks between full hours', () => {
    const [day] = timeLine([session('a', '2023-10-09T15:15', '2023-10-09T16:45'), session('b', '2023-10-09T17:00', '2023-10-09T19:00')], '2023-10-08', '2023-10-09')
    expect(day?.kind === 'day' && [day.hours, day.blocks.map((block) => [block.from, block.to])])
      .toEqual([{ from: 15, to: 19 }, [[0.0625, 0.4375], [0.5, 1]]])
  })
})
