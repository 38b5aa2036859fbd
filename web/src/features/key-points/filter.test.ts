import { describe, expect, it } from 'vitest'
import type { KeyPointState } from '../../api/types'
import { noTheme } from '../../ui/labels'
import { listedPoint } from '../../ui/testing/key-point'
import { countsByState, grouped } from './filter'

const point = (id: string, state: KeyPointState, statement: string, themes: string[] = [], sessionId = 's') => listedPoint({ id, state, statement, themes, sessionId })

const points = [
  point('1', 'accepted', 'Protéger la vie privée', ['human-rights']),
  point('2', 'captured', 'Tackle mistrust', ['fragmentation'], 'rt'),
  point('3', 'captured', 'Privacy for all', ['human-rights'], 'rt'),
  point('4', 'captured', 'Say more'),
]
const shape = (filter: Parameters<typeof grouped>[1]) => grouped(points, filter).map((group) => `${group.state}: ${group.points.map((each) => each.id).join(' ')}`)

describe('the board’s filter', () => {
  it('groups by state in the order of the work', () => {
    expect(shape({})).toEqual(['captured: 2 3 4', 'accepted: 1'])
  })
  it('joins conditions', () => {
    expect(shape({ theme: 'human-rights', session: 'rt' })).toEqual(['captured: 3'])
  })
  it('finds those without a theme', () => {
    expect(shape({ theme: noTheme })).toEqual(['captured: 4'])
  })
  it('finds text without minding accents or case', () => {
    expect(shape({ text: 'proteger' })).toEqual(['accepted: 1'])
  })
  it('counts each state whatever state is chosen', () => {
    expect([...countsByState(points, { state: 'accepted' })]).toEqual([['accepted', 1], ['captured', 3]])
  })
})
