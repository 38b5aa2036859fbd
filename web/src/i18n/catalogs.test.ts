// The four catalogs hold the same messages, with the same values, and every plural form that the language has.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse, type Entry, type Message, type Pattern, type SelectExpression, Visitor } from '@fluent/syntax'
import { describe, expect, it } from 'vitest'
import { languages, type Language } from './direction'

const read = (language: Language): Entry[] =>
  parse(readFileSync(fileURLToPath(new URL(`../../../locales/${language}.ftl`, import.meta.url)), 'utf8'), {}).body as Entry[]

const messages = (language: Language) =>
  new Map(read(language).flatMap((entry) => (entry.type === 'Message' ? [[(entry as Message).id.name, (entry as Message).value]] : [])))

const english = messages('en')

function valuesIn(pattern: Pattern | null): string[] {
  const names = new Set<string>()
  class Names extends Visitor {
    override visitVariableReference(node: { id: { name: string } }) { names.add(node.id.name) }
  }
  if (pattern) new Names().visit(pattern)
  return [...names].sort()
}

function pluralsIn(pattern: Pattern | null): string[][] {
  const found: string[][] = []
  class Plurals extends Visitor {
    override visitSelectExpression(node: SelectExpression) {
      const keys = node.variants.map((variant) => String('name' in variant.key ? variant.key.name : variant.key.value))
      if (keys.includes('other')) found.push(keys.filter((key) => !/^\d+$/.test(key)))
      this.genericVisit(node)
    }
  }
  if (pattern) new Plurals().visit(pattern)
  return found
}

it('French has narrow no-break spaces before its double signs and inside its quotation marks', () => {
  const french = [...messages('fr')].map(([key, value]) => [key, value?.elements.map((part) => (part.type === 'TextElement' ? part.value : '')).join('\0') ?? ''] as const)
  expect(french.filter(([, words]) => /[ \u00a0](?=[:;?!»])|«[ \u00a0]/.test(words)).map(([key]) => key)).toEqual([])
})

describe.each(languages)('the catalog %s', (language) => {
  const own = messages(language)

  it('parses', () => {
    expect(read(language).filter((entry) => entry.type === 'Junk').map((entry) => 'content' in entry && entry.content)).toEqual([])
  })

  it('holds each key once', () => {
    const names = read(language).flatMap((entry) => (entry.type === 'Message' ? [(entry as Message).id.name] : []))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('has the keys of English, no more and no fewer', () => {
    expect([...own.keys()].filter((key) => !english.has(key))).toEqual([])
    expect([...english.keys()].filter((key) => !own.has(key))).toEqual([])
  })

  it('uses the values of English', () => {
    const wrong = [...own].filter(([key, pattern]) => {
      const wanted = valuesIn(english.get(key) ?? null)
      return valuesIn(pattern).some((name) => !wanted.includes(name))
    })
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  it('has every plural form of the language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    // The words of exported files are counted by Rust, which knows one and other.
    const lacking = [...own].filter(([key]) => !/^(document|outline|typeset)-/.test(key)).filter(([, pattern]) => pluralsIn(pattern).some((keys) => forms.some((form) => !keys.includes(form))))
    expect(lacking.map(([key]) => key)).toEqual([])
  })
})
