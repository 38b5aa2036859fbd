import { describe, expect, it } from 'vitest'
import { readCatalog, translateWith } from './translate'

const english = translateWith('en', [readCatalog('en', 'sign-in-sent-text = For { $email }.\nnav-find = Find')])
const arabic = translateWith('ar', [readCatalog('ar', 'sign-in-sent-text = إلى { $email }.'), readCatalog('en', 'nav-find = Find')])

describe('messages', () => {
  it('stay plain where everything runs one way', () => {
    expect(english('sign-in-sent-text', { email: 'a@example.org' })).toBe('For a@example.org.')
  })
  it('isolate what runs against the sentence', () => {
    expect(arabic('sign-in-sent-text', { email: 'a@example.org' })).toBe('إلى \u2068a@example.org\u2069.')
    expect(english('sign-in-sent-text', { email: 'علي' })).toBe('For \u2068علي\u2069.')
  })
  it('fall back to English, and to nothing for keys that the server invents', () => {
    expect(arabic('nav-find')).toBe('Find')
    expect(english.named('error-of-tomorrow')).toBeNull()
  })
})
