import { describe, expect, it } from 'vitest'
import { caretAfter, difference, merged, rebased, told, typed, type SharedField } from './text-difference'

describe('difference', () => {
  it('is the smallest stretch', () => {
    expect(difference('Mark the went', 'Mark the one went')).toEqual({ at: 9, removed: 0, inserted: 'one ' })
    expect(difference('aa', 'aaa')).toEqual({ at: 2, removed: 0, inserted: 'a' })
    expect(difference('abc', '')).toEqual({ at: 0, removed: 3, inserted: '' })
    expect(difference('same', 'same')).toEqual({ at: 4, removed: 0, inserted: '' })
  })

  it('takes no character apart', () => {
    // Both begin with the same code unit; 😀 and 🨀 end in the same.
    expect(difference('a😀b', 'a😁b')).toEqual({ at: 1, removed: 2, inserted: '😁' })
    expect(difference('a\u{1f600}b', 'a\u{1fa00}b')).toEqual({ at: 1, removed: 2, inserted: '\u{1fa00}' })
    expect(difference('😀', '😀😀')).toEqual({ at: 2, removed: 0, inserted: '😀' })
  })
})

describe('merged', () => {
  it('keeps what another wrote before, behind, beside and inside the own edit', () => {
    expect(merged('one two three', 'one big two three', 'At last one two three')).toBe('At last one big two three')
    expect(merged('one two three', 'one big two three', 'one two three four')).toBe('one big two three four')
    expect(merged('ab', 'axb', 'ayb')).toBe('ayxb')
    expect(merged('one two six', 'one six', 'one tw-o six')).toBe('one -six')
    expect(merged('one two three', 'three', 'one two! three')).toBe('!three')
  })

  it('keeps own letters in what another took away or replaced', () => {
    expect(merged('one two six', 'one twxo six', 'one six')).toBe('one xsix')
    expect(merged('one two three', 'one TWO three', 'all')).toBe('allTWO')
    expect(merged('one two three', 'one 2 three', 'one zwei three')).toBe('one zwei2 three')
    expect(merged('abc', '', 'abc')).toBe('')
    expect(merged('abc', 'abc', '')).toBe('')
  })

  it('gives edits that can be applied as they come', () => {
    expect(rebased('one two three', 'three', 'one two! three')).toEqual([
      { at: 8, removed: 1, inserted: '' },
      { at: 0, removed: 7, inserted: '' },
    ])
    expect(rebased('same', 'same', 'other')).toEqual([])
  })
})

describe('the caret', () => {
  it('stays among its letters', () => {
    const before = difference('one two', 'At last one two')
    expect(caretAfter(4, before)).toBe(12)
    expect(caretAfter(3, difference('one two', 'one two three'))).toBe(3)
    expect(caretAfter(3, difference('one two', 'one, two'))).toBe(3)
    expect(caretAfter(6, difference('one two', 'one'))).toBe(3)
    expect(caretAfter(7, difference('one two', 'o two'))).toBe(5)
  })
})

/** A document that two people write, and the field of one of them. */
function scene(text: string) {
  let document = text
  let field: SharedField = { text, waiting: false }
  return {
    field: () => field,
    document: () => document,
    type(at: number, letter: string) {
      const next = field.text.slice(0, at) + letter + field.text.slice(at)
      document = merged(field.text, next, document)
      field = typed(field, field.text, next, document)
    },
    /** The other one types. */
    other(at: number, letter: string) { document = document.slice(0, at) + letter + document.slice(at) },
    tell(value = document) { field = told(field, value) },
  }
}

describe('a shared field', () => {
  it('is not set back by an echo, however late', () => {
    const { field, type, tell } = scene('Make')
    for (const [index, letter] of [...'12345'].entries()) type(3 + index, letter)
    for (const echo of ['Make', 'Mak1e', 'Mak123e']) {
      tell(echo)
      expect(field().text).toBe('Mak12345e')
    }
    type(8, '6')
    tell('Mak12345e')
    expect(field().text).toBe('Mak123456e')
    tell()
    expect(field()).toEqual({ text: 'Mak123456e', waiting: false })
  })

  it('takes what another wrote at once when nothing is under way', () => {
    const { field, type, other, tell } = scene('one')
    other(3, ' two')
    tell()
    expect(field().text).toBe('one two')
    type(3, '!')
    tell()
    other(0, 'All ')
    tell()
    expect(field()).toEqual({ text: 'All one! two', waiting: false })
  })

  it.each([['before', 0], ['behind', 7], ['at the caret', 4], ['inside the own letters', 5]])('takes with the next letter what another wrote %s', (_, at) => {
    const { field, document, type, other, tell } = scene('one two')
    type(4, 'a')
    type(5, 'b')
    const stale = document()
    other(at, '-')
    type(field().text.indexOf('b') + 1, 'c')
    tell(stale)
    expect(field().text).toBe(document())
    expect(field().text.replace('-', '')).toBe('one abctwo')
    tell()
    expect(field().waiting).toBe(false)
  })

  it('holds every letter of two people, whatever is told late', () => {
    let seed = 7
    const below = (limit: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * limit)
    }
    for (let round = 0; round < 50; round++) {
      const { field, document, type, other, tell } = scene('Publish a summary.')
      let late = document()
      let [own, others] = ['', '']
      for (let step = 0; step < 40; step++) {
        const what = below(4)
        const letter = String.fromCharCode((what === 0 ? 0x400 : 0x500) + step)
        if (what === 0) {
          type(below(field().text.length + 1), letter)
          own += letter
        } else if (what === 1) {
          other(below(document().length + 1), letter)
          others += letter
        } else if (what === 2) {
          late = document()
        } else if (field().waiting) {
          tell(late)
        } else {
          tell()
        }
        for (const each of own) expect(field().text.split(each), field().text).toHaveLength(2)
      }
      for (const each of own + others) expect(document().split(each), document()).toHaveLength(2)
      expect(told({ ...field(), waiting: false }, document()).text).toBe(document())
    }
  })
})
