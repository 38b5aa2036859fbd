/**
 * Finds words in a text, in its footnotes and in the cells of its tables.
 *
 * Letters are compared without case, accents and vowel marks, and any white space is as good as any other. The library
 * prosemirror-search can't do that: what it finds is as long as what was typed, it knows no text outside the editor's
 * own, and it searches everything again after each letter and each move of the caret.
 */
import type { Node } from "prosemirror-model"

/** A text as it is compared, and where each of its letters stands in the text it was made from. */
export interface Folded {
  text: string
  starts: readonly number[]
  ends: readonly number[]
}

/** The texts that stand in records beside the text: a footnote's words, a table's cells. */
export type TextsOf = (kind: "footnote" | "table", id: string) => readonly string[]

/** Words that were found. `from` and `to` are positions in the editor's document. */
export interface Match {
  from: number
  to: number
  /** Where the words stand inside a footnote or a table; `from` and `to` are those of its mark then. */
  inside: Inside | null
}

/** A place in a text beside the text. */
export interface Inside {
  kind: "footnote" | "table"
  id: string
  text: string
  from: number
  to: number
}

/** A match in words: what stands before it, itself, and what stands behind. */
export interface Excerpt {
  before: string
  match: string
  after: string
}

/** Finds in one text after another, and looks only at the blocks that changed. */
export interface Finder {
  /** In the order of the text. `words` are what was typed. */
  find(doc: Node, words: string): readonly Match[]
}

/** Opens a finder. What it keeps goes with it. */
export function openFinder(textsOf: TextsOf): Finder {
  const blocks = new WeakMap<Node, ReadBlock>()
  let sought = ""
  let found = new WeakMap<Node, readonly Stretch[]>()
  let foundBeside = new Map<string, readonly Stretch[]>()

  const blockOf = (node: Node): ReadBlock => {
    let block = blocks.get(node)
    if (block === undefined) blocks.set(node, (block = readBlock(node)))
    return block
  }
  const inBlock = (node: Node): readonly Stretch[] => {
    let stretches = found.get(node)
    if (stretches === undefined) found.set(node, (stretches = stretchesOf(blockOf(node).folded, sought)))
    return stretches
  }
  const beside = (text: string): readonly Stretch[] => {
    let stretches = foundBeside.get(text)
    if (stretches === undefined) foundBeside.set(text, (stretches = stretchesOf(fold(text), sought)))
    return stretches
  }

  return {
    find(doc, words) {
      const folded = fold(words).text
      if (folded !== sought) {
        sought = folded
        found = new WeakMap()
        foundBeside = new Map()
      }
      if (isBlank(folded)) return []
      const matches: Match[] = []
      doc.forEach((node, position) => {
        const start = position + 1
        const own = inBlock(node).map(({ from, to }): Match => ({ from: start + from, to: start + to, inside: null }))
        const { embeds } = blockOf(node)
        if (embeds.length === 0) return void matches.push(...own)
        const others = embeds.flatMap(({ at, kind, id }) =>
          textsOf(kind, id).flatMap((text) =>
            beside(text).map((stretch): Match => {
              return { from: start + at, to: start + at + 1, inside: { kind, id, text, ...stretch } }
            }),
          ),
        )
        matches.push(...[...own, ...others].sort((one, other) => one.from - other.from))
      })
      return matches
    },
  }
}

/** Whether there is nothing to look for. */
export function isBlank(words: string): boolean {
  return words.trim() === ""
}

interface Stretch {
  from: number
  to: number
}

interface ReadBlock {
  folded: Folded
  embeds: readonly { at: number; kind: "footnote" | "table"; id: string }[]
}

function readBlock(node: Node): ReadBlock {
  const folding = startFolding()
  const embeds: { at: number; kind: "footnote" | "table"; id: string }[] = []
  node.forEach((child, at) => {
    const kind = child.type.name
    if ((kind === "footnote" || kind === "table") && typeof child.attrs.id === "string") {
      embeds.push({ at, kind, id: child.attrs.id })
    }
    if (child.isText) folding.add(child.text ?? "", at)
    else if (kind === "line_break") folding.add(" ", at)
    // A footnote's mark does not part the words around it; nobody types what stands for a table.
    else if (kind !== "footnote") folding.add(OBJECT, at)
  })
  return { folded: folding.folded, embeds }
}

const OBJECT = "\uFFFC"

function stretchesOf({ text, starts, ends }: Folded, sought: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  let behind = 0
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at)) {
    const from = starts[at] ?? 0
    const to = ends[at + sought.length - 1] ?? from
    // One letter can fold into two: the second one is no other place.
    if (from >= behind) stretches.push({ from, to })
    behind = Math.max(behind, to)
    at += sought.length
  }
  return stretches
}

/** Makes of a text what is compared. */
export function fold(text: string): Folded {
  const folding = startFolding()
  folding.add(text, 0)
  return folding.folded
}

function startFolding() {
  let text = ""
  const starts: number[] = []
  const ends: number[] = []
  /** Whether the letter before ends here: then what is left out belongs to it. */
  const extend = (from: number, to: number) => {
    if (ends.at(-1) === from) ends[ends.length - 1] = to
  }
  return {
    get folded(): Folded {
      return { text, starts, ends }
    },
    /** Adds a piece that stands at a place of the text it is from. */
    add(piece: string, place: number): void {
      for (let at = 0; at < piece.length; ) {
        const code = piece.codePointAt(at) ?? 0
        const width = code > 0xffff ? 2 : 1
        const from = place + at
        const to = from + width
        at += width
        const letters = foldedLetter(code)
        if (letters === "" || (letters === " " && text.endsWith(" "))) {
          extend(from, to)
          continue
        }
        text += letters
        for (let each = 0; each < letters.length; each++) {
          starts.push(from)
          ends.push(to)
        }
      }
    },
  }
}

const letters = new Map<number, string>()

function foldedLetter(code: number): string {
  let letter = letters.get(code)
  if (letter === undefined) letters.set(code, (letter = foldLetter(String.fromCodePoint(code))))
  return letter
}

/** Accents and vowel marks of the scripts that are written without them as well. Other scripts' marks are letters. */
const MARKS = /(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/gu
/** What is not seen (joiners, directions, soft hyphens), and the tatweel that only stretches a word. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u0640]/gu
/** Signs that a keyboard has in one shape only. */
const SHAPES: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "ʼ": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "‐": "-",
  "‑": "-",
  "−": "-",
  "ٱ": "ا",
}

function foldLetter(letter: string): string {
  if (/\s/u.test(letter)) return " "
  const base = letter.normalize("NFKD").replace(MARKS, "").replace(UNSEEN, "").replace(/\s+/gu, " ")
  // By way of capitals, so that all small forms of one letter meet.
  return Array.from(base, (one) => SHAPES[one] ?? one).join("").toUpperCase().toLowerCase()
}

const AROUND = 48

/** A match with the words around it, as far as its block goes. */
export function excerptOf(doc: Node, match: Match): Excerpt {
  const { inside } = match
  if (inside !== null) {
    const { text, from, to } = inside
    return trimmed(text.slice(0, from), text.slice(from, to), text.slice(to))
  }
  const $from = doc.resolve(match.from)
  const between = (from: number, to: number) =>
    from < to ? doc.textBetween(from, to, " ", (leaf) => (leaf.type.name === "line_break" ? " " : "")) : ""
  const before = between(Math.max($from.start(1), match.from - 2 * AROUND), match.from)
  return trimmed(before, between(match.from, match.to), between(match.to, Math.min($from.end(1), match.to + 2 * AROUND)))
}

function trimmed(before: string, match: string, after: string): Excerpt {
  const from = before.length <= AROUND ? 0 : before.indexOf(" ", before.length - AROUND) + 1 || before.length - AROUND
  const space = after.length <= AROUND ? after.length : after.lastIndexOf(" ", AROUND)
  const to = space > 0 ? space : Math.min(after.length, AROUND)
  return {
    before: `${from > 0 ? "… " : ""}${before.slice(from)}`,
    match,
    after: `${after.slice(0, to)}${to < after.length ? " …" : ""}`,
  }
}
