/**
 * The Automerge text as blocks: reading it without the editor, and rendering it as the editor's document.
 *
 * Never: changes the document.
 */
import * as A from "@automerge/automerge"
import type { Mark, Node } from "prosemirror-model"
import { plain, type RichTextDocument, TEXT } from "./document"
import { type BlockAttrs, type BlockType, isBlockType, isEmbedType, makeBlock, schema } from "./schema"

/** A block as pages read it: for outlines, previews and searching, without opening the editor. */
export interface Block {
  index: number
  type: BlockType
  attrs: BlockAttrs
  /** The text without marks; a line break is "\n", an embed nothing. */
  text: string
}

/** The document rendered for the editor. */
export interface Rendering {
  doc: Node
  /** The text does not begin with a block marker, so the first block stands for none. */
  implicitFirst: boolean
  /** Blocks whose id was a duplicate: they read with another id than their marker carries. */
  settled: readonly { index: number; id: string; duplicateOf: string }[]
}

/** Reads the blocks of a document's text. */
export function readBlocks(doc: A.Doc<RichTextDocument>): Block[] {
  const blocks: Block[] = []
  render(A.spans(doc, TEXT)).doc.forEach((node, _offset, index) => {
    const type = node.type.name.replaceAll("_", "-")
    if (!isBlockType(type)) return
    blocks.push({ index, type, attrs: attrsOf(node), text: node.textBetween(0, node.content.size, "", leafText) })
  })
  return blocks
}

/** The text of a leaf when a block is read as plain text. */
export function leafText(leaf: Node): string {
  return leaf.type.name === "line_break" ? "\n" : ""
}

/** Gives the attributes of a block node with their types. */
export function attrsOf(node: Node): BlockAttrs {
  const text = (value: unknown) => (typeof value === "string" ? value : null)
  const number = (value: unknown) => (typeof value === "number" ? value : null)
  const attrs = node.attrs
  return {
    id: text(attrs.id),
    of: text(attrs.of),
    ofHash: text(attrs.ofHash),
    lang: text(attrs.lang),
    level: number(attrs.level),
    indent: number(attrs.indent),
    label: text(attrs.label),
    fill: text(attrs.fill),
  }
}

interface OpenBlock {
  type: BlockType
  attrs: Partial<BlockAttrs>
  content: Node[]
}

/** Renders Automerge spans. Any spans give a valid document. */
export function render(spans: readonly A.Span[]): Rendering {
  const open: OpenBlock[] = []
  let implicitFirst = false
  const current = (): OpenBlock => {
    const last = open.at(-1)
    if (last !== undefined) return last
    implicitFirst = true
    const first: OpenBlock = { type: "paragraph", attrs: {}, content: [] }
    open.push(first)
    return first
  }
  for (const span of spans) {
    if (span.type === "text") {
      current().content.push(...textNodes(span.value, marksOf(span.marks)))
    } else {
      const type = plain(span.value.type) ?? ""
      const attrs = recordOf(span.value.attrs)
      if (span.value.isEmbed === true) {
        const node = schema.nodes[isEmbedType(type) ? type : "unknown_embed"]
        if (node !== undefined) current().content.push(node.create({ id: plain(attrs.id) }))
      } else {
        open.push({ type: isBlockType(type) ? type : "paragraph", attrs: readAttrs(attrs), content: [] })
      }
    }
  }
  current()
  const settled = settleIds(open)
  const blocks = open.map((block) => makeBlock(block.type, block.attrs, block.content))
  return { doc: schema.topNodeType.create(null, blocks), implicitFirst, settled }
}

/** The first block with an id keeps it; later ones read with a suffix, the same on each replica. */
function settleIds(blocks: OpenBlock[]): { index: number; id: string; duplicateOf: string }[] {
  const taken = new Set<string>()
  const settled: { index: number; id: string; duplicateOf: string }[] = []
  const all = new Set(blocks.map((block) => block.attrs.id))
  blocks.forEach((block, index) => {
    const own = block.attrs.id ?? null
    if (own === null) return
    if (!taken.has(own)) {
      taken.add(own)
      return
    }
    let number = 2
    while (taken.has(`${own}_${number}`) || all.has(`${own}_${number}`)) number += 1
    const id = `${own}_${number}`
    taken.add(id)
    block.attrs.id = id
    settled.push({ index, id, duplicateOf: own })
  })
  return settled
}

/** Makes text and line breaks of a string. */
export function textNodes(value: string, marks: readonly Mark[]): Node[] {
  const nodes: Node[] = []
  value.split("\n").forEach((line, index) => {
    if (index > 0) {
      const lineBreak = schema.nodes.line_break?.create(null, null, marks)
      if (lineBreak !== undefined) nodes.push(lineBreak)
    }
    if (line !== "") nodes.push(schema.text(line, marks))
  })
  return nodes
}

/** Makes the editor's marks of a span's; unknown ones are not shown. */
export function marksOf(marks: Record<string, unknown> | undefined): readonly Mark[] {
  if (marks === undefined) return []
  const found: Mark[] = []
  for (const [name, value] of Object.entries(marks)) {
    const mark = markOf(name, value)
    if (mark !== null) found.push(mark)
  }
  return found.length < 2 ? found : found.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), [])
}

/** Makes one mark, or null where the document's mark is unknown or taken away. */
export function markOf(name: string, value: unknown): Mark | null {
  if (name === "strong" || name === "em") return value === true ? schema.mark(name) : null
  if (name === "link") {
    const href = plain(value)
    return href === null ? null : schema.mark("link", { href })
  }
  return null
}

function readAttrs(given: Record<string, unknown>): Partial<BlockAttrs> {
  const number = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : null)
  return {
    id: plain(given.id),
    of: plain(given.of),
    ofHash: plain(given.ofHash),
    lang: plain(given.lang),
    level: number(given.level),
    indent: number(given.indent),
    label: plain(given.label),
    fill: plain(given.fill),
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(Object.entries(value))
}
