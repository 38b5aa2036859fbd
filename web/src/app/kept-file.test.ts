import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as A from '@automerge/automerge'
import { expect, test } from 'vitest'
import { type RichTextDocument, scalar } from '../editor/document'
import { cursorsOf } from '../editor/key-points'
import type { Language } from '../i18n/direction'
import { readCatalog, translateWith, type Translate } from '../i18n/translate'
import { keptFile, type Names } from './kept-file'

function translate(language: Language): Translate {
  const file = fileURLToPath(new URL(`../../../locales/${language}.ftl`, import.meta.url))
  return translateWith(language, [readCatalog(language, readFileSync(file, 'utf8'))])
}

const at = new Date(2023, 9, 9, 15, 15)
const names: Names = {
  title: 'Rehearsal: press/media',
  theme: (id) => ({ privacy: 'Privacy' })[id] ?? id,
  addressee: (id) => ({ parliaments: 'Parliaments' })[id] ?? id,
  speaker: (id) => ({ p1: 'Ann Other' })[id] ?? null,
}

type Written = string | { type: string; attrs?: Record<string, unknown>; isEmbed?: true } | { text: string; href: string }

/** A document whose text is made of blocks, embeds, words and links in a row. */
function documentOf(kind: 'notes' | 'output', row: readonly Written[], rest: Partial<RichTextDocument> = {}): A.Doc<RichTextDocument> {
  const doc = A.from<RichTextDocument>({ kind: scalar(kind), sessionId: scalar('rehearsal'), outputDocumentId: scalar('main'), text: '', ...rest })
  return A.change(doc, (doc) => {
    let at = 0
    for (const each of row) {
      if (typeof each === 'string') A.splice(doc, ['text'], at, 0, each)
      else if ('text' in each) {
        A.splice(doc, ['text'], at, 0, each.text)
        A.mark(doc, ['text'], { start: at, end: at + each.text.length, expand: 'none' }, 'link', each.href)
      } else {
        const attrs = Object.fromEntries(Object.entries(each.attrs ?? {}).map(([name, value]) => [name, typeof value === 'string' ? scalar(value) : value]))
        A.splitBlock(doc, ['text'], at, { type: scalar(each.type), parents: [], attrs, isEmbed: each.isEmbed === true } as never)
      }
      at += typeof each === 'string' ? each.length : 'text' in each ? each.text.length : 1
    }
  })
}

const paragraph = { type: 'paragraph' }
const item = (indent: number) => ({ type: 'ordered-list-item', attrs: { indent } })
const bullet = (indent: number) => ({ type: 'unordered-list-item', attrs: { indent } })
const footnote = (id: string) => ({ type: 'footnote', attrs: { id }, isEmbed: true as const })

function written(doc: A.Doc<RichTextDocument>, t = translate('en')): string {
  return keptFile({ doc, loose: [] }, names, t, at).text
}

test('notes are written with their blocks, footnotes and key points', () => {
  let doc = documentOf('notes', [
    { type: 'heading', attrs: { level: 2 } }, 'Opening', paragraph, 'First\nand second line.', footnote('b'), paragraph,
    { type: 'blockquote' }, 'Said\nloudly', item(0), 'one', item(1), 'one a', item(1), 'one b', item(0), 'two', bullet(1), 'point',
    paragraph, 'See ', { text: 'the page', href: 'https://example.org/a' }, ' and ', { text: 'https://example.org', href: 'https://example.org' }, '.', footnote('a'),
  ], { footnotes: { a: { text: 'Second note' }, b: { text: 'First note,\non two lines' }, gone: { text: 'Typed into what somebody deleted' }, empty: { text: '' } } })
  const start = doc.text.indexOf('First')
  doc = A.change(doc, (doc) => {
    const { start: first, end } = cursorsOf(doc, { start, end: start + 5 })
    doc.keyPoints = {
      one: {
        start: scalar(first), end: scalar(end), quote: scalar('First'), statement: 'First things first.', themes: [scalar('privacy'), scalar('other')],
        addressee: scalar('parliaments'), kind: scalar('call-to-action'), stance: scalar('proposal'), source: { recording: 1, at: scalar('00:16:20') }, speaker: scalar('p1'),
      },
      two: {
        start: scalar(''), end: scalar(''), quote: scalar('gone\nquote'), statement: 'Two\nlines', themes: [], source: { link: scalar('https://example.org/v') },
        speaker: scalar('not to be named'), basis: scalar('concept'),
      },
    }
  })
  expect(written(doc)).toBe(`\uFEFFNotes: Rehearsal: press/media
=============================

As it was on this device on 9 October 2023 at 15:15. The server may not have all of it.


### Opening

First
and second line.[1]

> Said
> loudly

1. one
   a) one a
   b) one b
2. two
   - point

See the page <https://example.org/a> and https://example.org.[2]


Footnotes
=========

[1] First note,
    on two lines
[2] Second note


Footnotes whose number is no longer in the text
===============================================

- Typed into what somebody deleted


Key points
==========

1. First things first.
   Quote: First
   Themes: Privacy and other
   Addressed to: Parliaments
   Kind: Call to action
   Stance: Proposal
   Evidence: recording 2, at 00:16:20
   Said by: Ann Other

2. Two
   lines
   Quote: gone
   quote
   Its passage is no longer in the notes
   Evidence: https://example.org/v
   From the concept note, not said
`)
})

test('an output document is written with its numbers, facts, annexes and tables', () => {
  const doc = documentOf('output', [
    { type: 'title', attrs: { id: 'a' } }, 'The title', { type: 'fact', attrs: { id: 'b', label: 'place' } }, 'Kyoto', { type: 'preambular', attrs: { id: 'c' } }, 'Recalling,',
    { type: 'heading', attrs: { id: 'd', level: 1 } }, 'To all', { type: 'operative', attrs: { id: 'e' } }, 'Do this.', { type: 'operative', attrs: { id: 'f' } }, 'Do that:', { type: 'table', attrs: { id: 't' }, isEmbed: true },
    { type: 'annex', attrs: { id: 'g', fill: 'programme' } }, 'Programme',
  ], { tables: { t: { rows: [[scalar('Who'), scalar('When')], [scalar('We'), scalar('Now')]] } } })
  expect(written(doc).split('\n\n\n')[1]).toBe(`# The title

Place and dates: Kyoto

PP1 Recalling,

## To all

1. Do this.

2. Do that:
   Who | When
   We | Now

## Programme

(Filled in at export)
`)
})

test('the file says in its name what it holds, of what and of which day', () => {
  const t = translate('en')
  const nameOf = (doc: A.Doc<Partial<RichTextDocument>>, title: string | null, language = t) => keptFile({ doc, loose: [] }, { ...names, title }, language, at).name
  const notes = documentOf('notes', ['x'])
  const output = documentOf('output', [{ type: 'title', attrs: { id: 'a' } }, 'As written'])
  expect(nameOf(notes, 'Rehearsal: press/media')).toBe('Notes - Rehearsal press media - 2023-10-09.txt')
  expect(nameOf(output, 'The title')).toBe('Output document - The title - 2023-10-09.txt')
  // Without the server the document says itself what it is.
  expect(nameOf(notes, null)).toBe('Notes - rehearsal - 2023-10-09.txt')
  expect(nameOf(output, null)).toBe('Output document - As written - 2023-10-09.txt')
  expect(nameOf(documentOf('output', ['x']), null)).toBe('Output document - main - 2023-10-09.txt')
  expect(nameOf(A.init(), null)).toBe('Kept words - 2023-10-09.txt')
  expect(nameOf(notes, 'العنوان', translate('fr'))).toBe('Notes - العنوان - 2023-10-09.txt')
  expect(new TextEncoder().encode(nameOf(notes, '😀'.repeat(300))).length).toBeLessThan(256)
})

test('the words that head a file are those of the person, its date as the language writes it', () => {
  const doc = documentOf('notes', ['Bonjour', footnote('a')], { footnotes: { a: { text: 'Note' } } })
  const french = written(doc, translate('fr'))
  expect(french).toContain('Notes : Rehearsal: press/media\n')
  expect(french).toContain('9 octobre 2023')
  expect(french).toContain('Bonjour[1]\n\n\nNotes de bas de page\n====================\n\n[1] Note\n')
  expect(written(doc, translate('ar'))).toContain('9 أكتوبر 2023')
})

test('words without a place in a text are written too', () => {
  const { text } = keptFile({ doc: A.init(), loose: ['typed last', 'and elsewhere'] }, { ...names, title: null }, translate('en'), at)
  expect(text).toMatch(/^\uFEFFWords kept on this device\n[^]*\n\n\nWords whose place in the text is not known\n=+\n\ntyped last\n\nand elsewhere\n$/)
})
