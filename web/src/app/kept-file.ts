// A document as a file of plain text, for words that the server did not take. Whatever a person typed stands in it:
// the text, footnotes, key points, and words that found no place in the text.
import type { Doc } from '@automerge/automerge'
import type { Mark, Node } from 'prosemirror-model'
import { attrsOf, renderText } from '../editor/blocks'
import { plain, type RichTextDocument } from '../editor/document'
import type { KeyPoint } from '../editor/editor-api'
import { footnoteText } from '../editor/footnotes'
import { readKeyPoints } from '../editor/key-points'
import { labelsIn } from '../editor/labels'
import { blockTypeOf, isListItem } from '../editor/schema'
import { formatDated, localDay } from '../i18n/format'
import { listOf, type Translate } from '../i18n/translate'

/** What a document and the ids in it are called, as far as that is known here. */
export interface Names {
  title: string | null
  theme(id: string): string
  addressee(id: string): string
  /** Null where nobody may be named. */
  speaker(id: string): string | null
}

/** A document as it is on this device. */
export interface Kept {
  doc: Doc<Partial<RichTextDocument>>
  /** What was typed, where the document it was typed into is not on the device. */
  loose: readonly string[]
}

export interface KeptFile { name: string; text: string }

/** Writes a document as a file, headed in the person's language. `at` is the moment at which it is written. */
export function keptFile({ doc, loose }: Kept, names: Names, t: Translate, at: Date): KeptFile {
  const kind = kindOf(doc)
  const whole = isWhole(doc) ? doc : null
  const title = names.title ?? titleOf(doc, whole)
  const { text, footnotes } = whole === null ? { text: '', footnotes: [] } : writeText(whole, t)
  const head = title === null || kind === null ? t('kept-file-words')
    : kind === 'notes' ? t('kept-file-notes', { title }) : t('kept-file-document', { title })
  const sections = [
    [underlined(head), t('kept-file-time', { time: formatDated(t.locale, at) })].join('\n\n'),
    text,
    section(t('kept-file-footnotes'), footnotes.map((id, index) => hanging(`[${String(index + 1)}] `, id === null || whole === null ? '' : footnoteText(whole, id)))),
    section(t('kept-file-footnotes-gone'), whole === null ? [] : footnotesWithoutMark(whole, footnotes).map((words) => hanging('- ', words))),
    section(t('nav-key-points'), whole === null ? [] : readKeyPoints(whole).map((point, index) => writeKeyPoint(point, index + 1, names, t)), '\n\n'),
    section(t('kept-file-loose'), loose, '\n\n'),
  ]
  return {
    name: `${fileName(kind, title, t, at)}.txt`,
    // Programs that open plain text know by the mark at its beginning that it is UTF-8.
    text: `\uFEFF${sections.filter((each) => each !== '').join('\n\n\n')}\n`,
  }
}

function kindOf(doc: Partial<RichTextDocument>): 'notes' | 'output' | null {
  const kind = plain(doc.kind)
  return kind === 'notes' || kind === 'output' ? kind : null
}

function isWhole(doc: Doc<Partial<RichTextDocument>>): doc is Doc<RichTextDocument> {
  return typeof doc.text === 'string'
}

/** What the document calls itself, where nobody else says what it is called. */
function titleOf(doc: Partial<RichTextDocument>, whole: Doc<RichTextDocument> | null): string | null {
  if (kindOf(doc) === 'notes') return plain(doc.sessionId)
  let title = ''
  if (whole !== null) renderText(whole).doc.forEach((node) => { if (title === '' && blockTypeOf(node) === 'title') title = node.textContent.trim() })
  return title === '' ? plain(doc.outputDocumentId) : title
}

/** The name says what the file holds, of what, and of which day. */
function fileName(kind: 'notes' | 'output' | null, title: string | null, t: Translate, at: Date): string {
  const date = localDay(at)
  const short = shortened(title ?? '')
  const name = kind === null || short === '' ? t('kept-file-name-words', { date })
    : kind === 'notes' ? t('kept-file-name-notes', { title: short, date }) : t('kept-file-name-document', { title: short, date })
  // What some system does not allow in a name, and marks of direction that nobody sees.
  return name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').replaceAll(/[/\\:*?"<>|]/g, ' ').replaceAll(/\s+/gu, ' ').trim()
}

/** The beginning of a title: a name of a file may have 255 bytes, and one letter up to four. */
function shortened(title: string): string {
  let short = ''
  for (const letter of title) {
    if (new TextEncoder().encode(short + letter).length > 180) break
    short += letter
  }
  return short.trim()
}

function underlined(words: string): string {
  return `${words}\n${'='.repeat(Math.min(72, Array.from(words).length))}`
}

function section(title: string, entries: readonly string[], between = '\n'): string {
  return entries.length === 0 ? '' : `${underlined(title)}\n\n${entries.join(between)}`
}

/** Words behind a sign; their other lines begin where the first one does. */
function hanging(sign: string, words: string): string {
  return `${sign}${words.replaceAll('\n', `\n${' '.repeat(sign.length)}`)}`.trimEnd()
}

/** The blocks with the signs and numbers that they have on the page, and the footnotes in the order of their numbers. */
function writeText(doc: Doc<RichTextDocument>, t: Translate): { text: string; footnotes: (string | null)[] } {
  const footnotes: (string | null)[] = []
  let text = ''
  let afterItem = false
  const blocks = renderText(doc).doc
  const labels = labelsIn(blocks, plain(doc.lang) ?? '')
  blocks.forEach((node, _, index) => {
    const { level, label, fill } = attrsOf(node)
    const type = blockTypeOf(node)
    const { text: sign = '', depth = 0 } = labels[index] ?? {}
    const isItem = type !== null && isListItem(type)
    const words = writeLine(doc, node, footnotes)
    const filled = type === 'annex' && fill !== null ? `\n\n(${t('output-annex-filled')})` : ''
    if (words === '' && filled === '') return
    const block = (() => {
      switch (type) {
        case 'title': return hanging('# ', words)
        case 'heading': return hanging(`${'#'.repeat((level ?? 1) + 1)} `, words)
        case 'annex': return `${hanging('## ', words)}${filled}`
        case 'blockquote': return `> ${words.replaceAll('\n', '\n> ')}`
        case 'ordered-list-item': return hanging(`${'   '.repeat(depth)}${sign} `, words)
        case 'unordered-list-item': return hanging(`${'   '.repeat(depth)}- `, words)
        case 'preambular': return hanging(`${sign} `, words)
        case 'operative': return hanging(`${sign}. `, words)
        case 'fact': return hanging(factLabel(label, t), words)
        default: return words
      }
    })()
    text += `${text === '' ? '' : afterItem && isItem ? '\n' : '\n\n'}${block}`
    afterItem = isItem
  })
  return { text, footnotes }
}

function factLabel(label: string | null, t: Translate): string {
  const words = label === null ? null : t.named(`document-fact-${label}`) ?? label
  return words === null ? '' : `${words}: `
}

/** The words of a block, with the numbers of footnotes, the addresses of links, and tables row by row. */
function writeLine(doc: Doc<RichTextDocument>, block: Node, footnotes: (string | null)[]): string {
  let line = ''
  let link: { href: string; from: number } | null = null
  const endLink = () => {
    const words = link === null ? '' : line.slice(link.from)
    if (link !== null && words !== link.href && `mailto:${words}` !== link.href) line += ` <${link.href}>`
    link = null
  }
  block.forEach((child) => {
    const href = hrefOf(child.marks)
    if (link?.href !== href) endLink()
    if (href !== null) link ??= { href, from: line.length }
    const id = typeof child.attrs.id === 'string' ? child.attrs.id : null
    if (child.isText) line += child.text ?? ''
    else if (child.type.name === 'line_break') line += '\n'
    else if (child.type.name === 'footnote') line += `[${String(footnotes.push(id))}]`
    else if (child.type.name === 'table') line += `\n${tableRows(doc, id).join('\n')}\n`
    else line += '▢'
  })
  endLink()
  return line.replace(/^\n+|\s+$/gu, '')
}

function hrefOf(marks: readonly Mark[]): string | null {
  const href: unknown = marks.find((mark) => mark.type.name === 'link')?.attrs.href
  return typeof href === 'string' ? href : null
}

function tableRows(doc: Doc<RichTextDocument>, id: string | null): string[] {
  const rows = id === null ? [] : doc.tables?.[id]?.rows ?? []
  return rows.map((cells) => cells.map((cell) => plain(cell) ?? '').join(' | '))
}

/** Their marks went with words that somebody deleted, maybe while somebody else wrote the footnote. */
function footnotesWithoutMark(doc: Doc<RichTextDocument>, marked: readonly (string | null)[]): string[] {
  return Object.keys(doc.footnotes ?? {}).filter((id) => !marked.includes(id)).map((id) => footnoteText(doc, id)).filter((words) => words.trim() !== '')
}

function writeKeyPoint(point: KeyPoint, number: number, names: Names, t: Translate): string {
  const { statement, quote, themes, addressee, kind, stance, source, speaker, gone, basis } = point
  const said = speaker === null ? null : names.speaker(speaker)
  const lines = [
    statement === '' ? t('kept-file-no-statement') : statement,
    quote === '' ? null : t('kept-file-quote', { quote }),
    gone ? t('key-point-passage-gone') : null,
    themes.length === 0 ? null : t('kept-file-themes', { themes: listOf(t, themes.map((theme) => names.theme(theme))) }),
    addressee === null ? null : t('kept-file-addressee', { addressee: names.addressee(addressee) }),
    kind === null ? null : t('kept-file-kind', { word: t(`key-point-kind-${kind}`) }),
    stance === null ? null : t('kept-file-stance', { word: t(`key-point-stance-${stance}`) }),
    source === null ? null
      : 'link' in source ? t('kept-file-link', { address: source.link }) : t('kept-file-recording', { number: source.recording + 1, time: source.at }),
    said === null ? null : t('kept-file-speaker', { name: said }),
    basis === 'concept' ? t('key-point-basis-concept') : null,
  ]
  return hanging(`${String(number)}. `, lines.filter((line) => line !== null).join('\n'))
}
