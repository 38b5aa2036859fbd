/**
 * The Automerge text as the blocks of the editor's document.
 *
 * Never: changes the document.
 */
import * as A from "@automerge/automerge"
import type { Mark, Node } from "prosemirror-model"
import { plain, type RichTextDocument, TEXT } from "./document"
import { settleIds, type SettledId } from "./settled-ids"
import { type BlockAttrs, type BlockType, isBlockType, isEmbedType, makeBlock, schema } from "./schema"

/** The document rendered for the editor. */
export interface Rendering {
  doc: Node
  /** The text does not begin with a block marker, so the first block stands for none. */
  implicitFirst: boolean
  /** Blocks of an output document that read with another id than their marker carries. */
  settled: readonly SettledId[]
}

/** Gives the attributes of a block node with their types. */
export function attrsOf(node: Node): BlockAttrs {
  return readAttrs(node.attrs)
}

/** Whether blocks came, went, or became others that `differ`. Letters in one of them do not count. */
export function differInBlocks(before: Node, after: Node, differ: (one: Node, other: Node) => boolean): boolean {
  if (before === after) return false
  if (before.childCount !== after.childCount) return true
  for (let index = 0; index < before.childCount; index++) {
    const [one, other] = [before.child(index), after.child(index)]
    if (one !== other && differ(one, other)) return true
  }
  return false
}

interface OpenBlock {
  flat: number | null
  type: BlockType
  attrs: Partial<BlockAttrs>
  content: Node[]
}

/** Renders a document's text. Any text gives a valid document. */
export function renderText(doc: A.Doc<RichTextDocument>): Rendering {
  const { open, implicitFirst } = openBlocks(A.spans(doc, TEXT))
  const settled =
    plain(doc.kind) === "output"
      ? settleIds(doc, open.map(({ attrs, flat }) => ({ id: attrs.id ?? null, flat })))
      : []
  for (const { index, id } of settled) {
    const block = open[index]
    if (block !== undefined) block.attrs.id = id
  }
  const blocks = open.map((block) => makeBlock(block.type, block.attrs, block.content))
  return { doc: schema.topNodeType.create(null, blocks), implicitFirst, settled }
}

function openBlocks(spans: readonly A.Span[]): { open: OpenBlock[]; implicitFirst: boolean } {
  let flat = 0
  const open: OpenBlock[] = []
  let implicitFirst = false
  const current = (): OpenBlock => {
    const last = open.at(-1)
    if (last !== undefined) return last
    implicitFirst = true
    const first: OpenBlock = { flat: null, type: "paragraph", attrs: {}, content: [] }
    open.push(first)
    return first
  }
  for (const span of spans) {
    if (span.type === "text") {
      current().content.push(...textNodes(span.value, marksOf(span.marks)))
      flat += span.value.length
    } else {
      const type = plain(span.value.type) ?? ""
      const attrs = recordOf(span.value.attrs)
      if (span.value.isEmbed === true) {
        const node = schema.nodes[isEmbedType(type) ? type : "unknown_embed"]
        if (node !== undefined) current().content.push(node.create({ id: plain(attrs.id) }))
      } else {
        open.push({ flat, type: isBlockType(type) ? type : "paragraph", attrs: readAttrs(attrs), content: [] })
      }
      flat += 1
    }
  }
  current()
  return { open, implicitFirst }
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

function readAttrs(given: Readonly<Record<string, unknown>>): BlockAttrs {
  const number = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : null)
  return {
    id: plain(given.id),
    of: plain(given.of),
    ofHash: plain(given.ofHash),
    lang: plain(given.lang),
    level: number(given.level),
    indent: number(given.indent),
    start: number(given.start),
    label: plain(given.label),
    fill: plain(given.fill),
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(Object.entries(value))
}
