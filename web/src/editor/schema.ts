/**
 * The flat schema: every block is a textblock at the top level, lists are an indent, never nesting.
 *
 * A line break inside a block is the character "\n" in the Automerge text and `line_break` here, so that one
 * character of the text is always one position of the editor.
 */
import { type DOMOutputSpec, type MarkSpec, Node, type NodeSpec, Schema } from "prosemirror-model"

/** The type of a block, spelt as in the document. */
export type BlockType =
  | "paragraph"
  | "heading"
  | "blockquote"
  | "ordered-list-item"
  | "unordered-list-item"
  | "title"
  | "subtitle"
  | "fact"
  | "voice"
  | "preambular"
  | "operative"
  | "annex"

/** Attributes that a block may carry; null means that the marker has none. */
export interface BlockAttrs {
  id: string | null
  of: string | null
  ofHash: string | null
  lang: string | null
  level: number | null
  indent: number | null
  /** The number that an item of a numbered list has whatever stands before it. */
  start: number | null
  label: string | null
  fill: string | null
}

/** The names of all block attributes, in the order in which they are written. */
export const BLOCK_ATTRS = ["id", "of", "ofHash", "lang", "level", "indent", "start", "label", "fill"] as const

/** The deepest indent of a list item. */
export const MAX_INDENT = 4

const NO_ATTRS: BlockAttrs = {
  id: null,
  of: null,
  ofHash: null,
  lang: null,
  level: null,
  indent: null,
  start: null,
  label: null,
  fill: null,
}

/** Fills a block's attributes up with nulls, and keeps level and indent in their range. */
export function blockAttrs(type: BlockType, given: Partial<BlockAttrs> = {}): BlockAttrs {
  const attrs = { ...NO_ATTRS, ...given }
  attrs.level = type === "heading" ? clamp(attrs.level ?? 1, 1, 3) : null
  attrs.indent = isListItem(type) ? clamp(attrs.indent ?? 0, 0, MAX_INDENT) : null
  const start = clamp(attrs.start ?? 0, 0, 9999)
  attrs.start = type === "ordered-list-item" && start > 0 ? start : null
  if (type !== "fact") attrs.label = null
  if (type !== "annex") attrs.fill = null
  return attrs
}

/** Whether blocks of this type are items of a list. */
export function isListItem(type: string): boolean {
  return type === "ordered-list-item" || type === "unordered-list-item"
}

/** Gives the document's spelling of a node type, or null where the node is not a block. */
export function blockTypeOf(node: Node): BlockType | null {
  const name = node.type.name.replaceAll("_", "-")
  return isBlockType(name) ? name : null
}

/** Gives the editor's name of a block type. */
export function nodeName(type: BlockType): string {
  return type.replaceAll("-", "_")
}

/** Whether the document's word for a block type is known; unknown ones read as paragraphs. */
export function isBlockType(type: string): type is BlockType {
  return Object.hasOwn(TAGS, type)
}

const TAGS: Record<BlockType, string> = {
  paragraph: "p",
  heading: "h3",
  blockquote: "blockquote",
  "ordered-list-item": "div",
  "unordered-list-item": "div",
  title: "h1",
  subtitle: "p",
  fact: "p",
  voice: "p",
  preambular: "p",
  operative: "p",
  annex: "h2",
}

function block(type: BlockType): NodeSpec {
  return {
    content: "inline*",
    group: "block",
    defining: type !== "paragraph",
    attrs: Object.fromEntries(Object.entries(blockAttrs(type)).map(([name, value]) => [name, { default: value as unknown }])),
    toDOM: (node): DOMOutputSpec => [tagOf(type, node), domAttrs(type, node), 0],
    parseDOM: [
      {
        tag: `[data-block="${type}"]`,
        priority: 80,
        preserveWhitespace: "full",
        getAttrs: (element) => ({ ...attrsFromDom(type, element) }),
      },
    ],
  }
}

function tagOf(type: BlockType, node: Node): string {
  if (type !== "heading") return TAGS[type]
  return `h${Number(node.attrs.level ?? 1) + 1}`
}

/** How an attribute of a block is spelt on the page. */
function domName(name: keyof BlockAttrs): string {
  return name === "lang" ? name : `data-${name === "ofHash" ? "of-hash" : name}`
}

function domAttrs(type: BlockType, node: Node): Record<string, string> {
  const attrs: Record<string, string> = { class: `block ${type}`, "data-block": type, dir: "auto" }
  for (const name of BLOCK_ATTRS) {
    if (node.attrs[name] !== null) attrs[domName(name)] = String(node.attrs[name])
  }
  return attrs
}

function attrsFromDom(type: BlockType, element: HTMLElement): BlockAttrs {
  const text = (name: keyof BlockAttrs) => element.getAttribute(domName(name))
  const number = (name: keyof BlockAttrs) => {
    const value = Number.parseInt(text(name) ?? "", 10)
    return Number.isNaN(value) ? null : value
  }
  return blockAttrs(type, {
    id: text("id"),
    of: text("of"),
    ofHash: text("ofHash"),
    lang: text("lang"),
    level: number("level"),
    indent: number("indent"),
    start: number("start"),
    label: text("label"),
    fill: text("fill"),
  })
}

function embed(type: "footnote" | "table"): NodeSpec {
  return {
    inline: true,
    group: "inline",
    atom: true,
    // What is selected gives way to the next letter: a click that reads a note must not select it.
    selectable: false,
    draggable: false,
    attrs: { id: { default: null } },
    toDOM: (node): DOMOutputSpec => [
      "span",
      { class: `embed ${type}`, "data-embed": type, "data-id": String(node.attrs.id ?? "") },
    ],
    parseDOM: [
      {
        tag: `[data-embed="${type}"]`,
        priority: 80,
        getAttrs: (element) => ({ id: element.getAttribute("data-id") || null }),
      },
    ],
  }
}

/** Whether the name is that of something inside a line that is no text. */
export function isEmbedType(type: string): type is "footnote" | "table" {
  return type === "footnote" || type === "table"
}

const strong: MarkSpec = {
  toDOM: () => ["strong", 0],
  parseDOM: [
    { tag: "strong" },
    // Google Docs wraps everything it puts on the clipboard into a <b> of normal weight.
    { tag: "b", getAttrs: (element) => (element.style.fontWeight === "normal" ? false : null) },
    { style: "font-weight=400", clearMark: (mark) => mark.type.name === "strong" },
    { style: "font-weight", getAttrs: (value) => (/^(bold(er)?|[6-9]\d{2})$/.test(value) ? null : false) },
  ],
}

const em: MarkSpec = {
  toDOM: () => ["em", 0],
  parseDOM: [
    { tag: "em" },
    { tag: "i", getAttrs: (element) => (element.style.fontStyle === "normal" ? false : null) },
    { style: "font-style=italic" },
    { style: "font-style=normal", clearMark: (mark) => mark.type.name === "em" },
  ],
}

const link: MarkSpec = {
  attrs: { href: {} },
  inclusive: false,
  toDOM: (mark): DOMOutputSpec => {
    const href = String(mark.attrs.href)
    // What no exported file would link to is not drawn as a link either.
    return isSafeLink(href) ? ["a", { href, rel: "noopener noreferrer nofollow", target: "_blank" }, 0] : ["span", 0]
  },
  parseDOM: [
    {
      tag: "a[href]",
      getAttrs: (element) => {
        const href = safeHref(element.getAttribute("href") ?? "")
        return href === null ? false : { href }
      },
    },
  ],
}

/**
 * Whether a link leads to a page or a mail address. The server has the same rule for what it exports: both are held to
 * `tests/cases/safe-links.json`.
 */
export function isSafeLink(href: string): boolean {
  return /^(https?|mailto):/i.test(href) && !/[\p{Cc}\p{White_Space}]/u.test(href)
}

/** Gives an address that was typed or pasted if it is one that a document may link to, else null. */
export function safeHref(href: string): string | null {
  const trimmed = href.trim()
  return isSafeLink(trimmed) ? trimmed : null
}

/** The schema of notes and of output documents alike. */
export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: block("paragraph"),
    heading: block("heading"),
    blockquote: block("blockquote"),
    ordered_list_item: block("ordered-list-item"),
    unordered_list_item: block("unordered-list-item"),
    title: block("title"),
    subtitle: block("subtitle"),
    fact: block("fact"),
    voice: block("voice"),
    preambular: block("preambular"),
    operative: block("operative"),
    annex: block("annex"),
    text: { group: "inline" },
    line_break: {
      inline: true,
      group: "inline",
      selectable: false,
      linebreakReplacement: true,
      toDOM: (): DOMOutputSpec => ["br"],
      parseDOM: [{ tag: "br" }],
      leafText: () => "\n",
    },
    footnote: embed("footnote"),
    table: embed("table"),
    // Something inside a line that a newer version wrote: kept in its place, shown as a box.
    unknown_embed: {
      inline: true,
      group: "inline",
      atom: true,
      selectable: false,
      attrs: { id: { default: null } },
      toDOM: (): DOMOutputSpec => ["span", { class: "embed unknown" }],
    },
  },
  marks: { link, strong, em },
})

/** Makes one block. */
export function makeBlock(type: BlockType, attrs: Partial<BlockAttrs>, content: readonly Node[]): Node {
  const node = schema.nodes[nodeName(type)]
  if (node === undefined) throw new RangeError(`no such block: ${type}`)
  return node.create(blockAttrs(type, attrs), content)
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.trunc(value)))
}
