// Why something failed is told in the interface's language, whatever the server and the browser say of it.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Refused, Unreachable } from '../api/client'
import { languages } from '../i18n/direction'
import { loadTranslate } from '../i18n/translate'
import { reasonOf } from './reason'

/** The codes that stand in the server's source. */
function codesOfServer(): string[] {
  const folder = fileURLToPath(new URL('../../../crates/server/src', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.rs'))
  const found = files.flatMap((file) => {
    const text = readFileSync(`${folder}/${file}`, 'utf8')
    return [...text.matchAll(/(?:(?:ApiError|Self)::(?:conflict|forbidden|full|invalid)\(|Self::new\((?:StatusCode::\w+|status),)\s*"([a-z-]+)"/g)]
  })
  return [...new Set(found.map(([, code]) => code ?? ''))].sort()
}

const prose = 'must be a whole number, but is the text "x"'

describe.each(languages)('in %s', (language) => {
  it('each error of the server has words, and none of the server’s own', async () => {
    const t = await loadTranslate(language)
    const codes = codesOfServer()
    expect(codes).toEqual(expect.arrayContaining(['body-invalid', 'internal', 'method-not-allowed', 'not-saved', 'reason-needed', 'statement-missing']))
    const wordless = codes.filter((code) => {
      const told = reasonOf(t, new Refused(422, code, { place: '/a', reason: prose, state: 'captured', seconds: 7 }))
      return told === t('error-unknown', { code }) || told.includes(prose) || told.includes('/a')
    })
    expect(wordless).toEqual([])
  })

  it('what the page or the browser throws is named, not quoted', async () => {
    const t = await loadTranslate(language)
    for (const thrown of [new TypeError('Cannot read properties of undefined'), 'Cannot read properties of undefined']) {
      const told = reasonOf(t, thrown)
      expect(told).not.toContain('Cannot read')
      // The server has no part in it.
      expect(told).not.toBe(t('error-unknown', { code: 'TypeError' }))
    }
    expect(reasonOf(t, new TypeError('x'))).toContain('TypeError')
    expect(reasonOf(t, new Unreachable(new TypeError('Failed to fetch')))).toBe(t('error-unreachable'))
  })
})
