// The messages call each thing by the word that docs/glossary.md gives for it in their language.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse, type Message, type Resource, Visitor } from '@fluent/syntax'
import { describe, expect, it } from 'vitest'
import { languages, type Language } from './direction'

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8')

/** Letters without accents and vowel marks: inflection and taste change them. */
const plain = (words: string) => words.normalize('NFD').replaceAll(/[\p{M}\u0640]/gu, '').toLowerCase()

/** What readers see of each message, with its variants one after the other. */
function messagesOf(language: Language): Map<string, string> {
  const { body } = parse(read(`locales/${language}.ftl`), {}) as Resource
  return new Map(body.filter((entry): entry is Message => entry.type === 'Message').map((message) => {
    const texts: string[] = []
    class Texts extends Visitor {
      override visitTextElement(text: { value: string }) { texts.push(text.value) }
    }
    new Texts().visit(message)
    return [message.id.name, plain(texts.join(' … '))]
  }))
}

/** Finds a term as whole words, with the endings and prefixes that the glossary says are understood. */
function finder(term: string, language: Language): RegExp {
  const words = plain(term).split(' ').map((word) =>
    language === 'ar' ? `(?:[وفبكل]?ال|لل|[وفبكل])?${word}\\p{L}*`
      : word.endsWith('…') ? `${word.slice(0, -1)}\\p{L}*` : `${word}(?:e?s|e)?`)
  return new RegExp(`(?<!\\p{L})${words.join('[\\s\u00a0]+')}(?!\\p{L})`, 'gu')
}

type Cell = Readonly<{ said: readonly RegExp[]; never: readonly RegExp[] }>

function cellOf(text: string, language: Language): Cell {
  const terms = text.split(',').map((term) => term.trim())
  const struck = (term: string) => /^~~(.*)~~$/.exec(term)?.[1]
  return {
    said: terms.filter((term) => struck(term) === undefined).map((term) => finder(term, language)),
    never: terms.flatMap((term) => struck(term) ?? []).map((term) => finder(term, language)),
  }
}

interface Term { readonly name: string; readonly cells: Readonly<Record<Language, Cell>> }

const table = read('docs/glossary.md').split('## In four languages').at(1)?.split('\n## ').at(0) ?? ''

/** The rows of the glossary, longest term first, so that "zero draft" is not taken for a "draft". */
const terms: readonly Term[] = table.split('\n').filter((line) => line.startsWith('| ')).slice(2)
  .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
  .map(([en = '', fr = '', es = '', ar = '']) => ({
    name: en,
    cells: { en: cellOf(en, 'en'), fr: cellOf(fr, 'fr'), es: cellOf(es, 'es'), ar: cellOf(ar, 'ar') },
  }))
  .sort((one, other) => other.name.length - one.name.length)

const holds = (words: string, any: readonly RegExp[]) => any.some((each) => words.search(each) !== -1)

const english = messagesOf('en')

/** The terms that the English of each message holds. */
const wanted = new Map([...english].map(([key, words]) => {
  let rest = words
  return [key, terms.filter(({ cells }) => {
    const before = rest
    for (const term of cells.en.said) rest = rest.replace(term, '…')
    return rest !== before
  })]
}))

it('the glossary has words for what the messages speak of', () => {
  expect(terms.length).toBeGreaterThan(40)
  expect(terms.filter((term) => ![...wanted.values()].some((each) => each.includes(term))).map(({ name }) => name)).toEqual([])
})

describe.each(languages)('the words of %s', (language) => {
  const own = messagesOf(language)

  it('are those of the glossary wherever English speaks of the thing', () => {
    const lacking = [...wanted].flatMap(([key, of]) => of
      .filter((term) => !holds(own.get(key) ?? '', term.cells[language].said))
      .map(({ name }) => `${key} lacks “${name}”: ${own.get(key) ?? ''}`))
    expect(lacking).toEqual([])
  })

  it('are never those that the glossary strikes out', () => {
    const wrong = [...own].flatMap(([key, words]) => terms
      .filter(({ cells }) => holds(words, cells[language].never))
      .map(({ name }) => `${key} has another word for “${name}”: ${words}`))
    expect(wrong).toEqual([])
  })
})
