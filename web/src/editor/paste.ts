/**
 * Cleans what is pasted into the schema: from Word, Google Docs, any page, or as plain text.
 *
 * Lists become flat items with an indent, a table becomes a paragraph a row, images are left out and counted.
 * What comes from this editor keeps its blocks.
 */
import { Fragment, type Node, Slice } from "prosemirror-model"
import { Plugin } from "prosemirror-state"
import { textNodes } from "./blocks"
import { OBJECT } from "./document"
import { labelsIn, labelsOf, LATIN, repeated, roman } from "./labels"
import { STYLE_KEPT, withoutStyles } from "./inert-html"
import { blockAttrs, blockTypeOf, type BlockType, isListItem, makeBlock, MAX_INDENT, safeHref } from "./schema"

/** What the plugin needs to know of the document. */
export interface PasteOptions {
  /** The language of the document. */
  language: string
  /** Whether a paragraph with this id has stood in this document; then a pasted one is the same, moved. */
  knowsParagraph(id: string): boolean
  /** Whether blocks of output documents may stand here. */
  allowsOutputBlocks: boolean
  onNotice(notice: { imagesDropped: number }): void
}

/** The plugin that cleans. */
export function pastePlugin(options: PasteOptions): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML(html) {
        if (html.includes("data-pm-slice")) return withoutStyles(html)
        const cleaned = cleanHtml(html)
        if (cleaned.imagesDropped > 0) options.onNotice({ imagesDropped: cleaned.imagesDropped })
        return cleaned.html
      },
      clipboardTextParser: (text) => textSlice(text),
      clipboardTextSerializer: (slice) => plainText(slice, options.language),
      transformPasted: (slice) => ownBlocks(slice, options),
      handlePaste(_view, event) {
        const data = event.clipboardData
        if (data === null || data.types.includes("text/html") || data.types.includes("text/plain")) return false
        const images = [...data.files].filter((file) => file.type.startsWith("image/")).length
        if (images === 0) return false
        options.onNotice({ imagesDropped: images })
        return true
      },
    },
  })
}

/** Plain text as blocks: a line is a block; signs of lists are read. */
export function textSlice(text: string): Slice {
  const lines = text
    .replaceAll(OBJECT, "")
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.replace(/[\t\u00A0]/g, " ").trimEnd())
  const full = lines.filter((line) => line.trim() !== "")
  if (full.length < 2) {
    const only = full[0] === undefined ? "" : lines.length > 1 ? full[0].trim() : full[0]
    return new Slice(Fragment.from(makeBlock("paragraph", {}, textNodes(only, []))), 1, 1)
  }
  const blocks = withStarts(full.map(listSign))
  return new Slice(Fragment.fromArray(blocks.map(({ type, rest, ...attrs }) => makeBlock(type, attrs, textNodes(rest, [])))), 1, 1)
}

function listSign(line: string) {
  const match = /^(\s*)(?:([-*•◦▪·–])|(\d{1,3})[.)])\s+(.*)$/.exec(line)
  if (match === null) return { type: "paragraph" as const, indent: 0, rest: line.trim(), sign: null }
  const [, before = "", bullet, sign = null, rest = ""] = match
  const type = bullet === undefined ? ("ordered-list-item" as const) : ("unordered-list-item" as const)
  return { type, indent: Math.min(MAX_INDENT, Math.floor(before.length / 2)), rest, sign }
}

/** Of the numbers that were pasted, those stay with which a list begins otherwise than it would by itself. */
function withStarts<T extends { type: BlockType; indent: number; sign: string | null }>(blocks: readonly T[]) {
  const labels = labelsOf(blocks.map(({ type, indent: depth }) => ({ type, indent: depth, level: null, start: null })), "")
  return blocks.map(({ sign, ...block }, index) => {
    const [count, next] = [sign === null ? null : countOf(sign), labels[index]?.count ?? null]
    // An "i" inside a list is its ninth letter.
    const begins = next === 1 ? count !== 1 : count === 1 && /[1a]/.test(sign ?? "")
    return { ...block, start: begins ? count : null }
  })
}

/** The number that a sign such as "5", "c" or "iv" stands for. */
function countOf(sign: string): number | null {
  if (/\d/.test(sign)) return Number.parseInt(sign, 10)
  const letters = sign.toLowerCase()
  const named = (count: number) => (/^[ivx]+$/.test(letters) ? roman(count) : repeated(count, LATIN))
  for (let count = 1; count < 100; count++) if (named(count) === letters) return count
  return null
}

/** What other programs get as plain text: a block is a line, items carry their signs. */
export function plainText(slice: Slice, language: string): string {
  const lines: string[] = []
  const labels = slice.content.childCount === 1 ? [] : labelsIn(slice.content, language)
  slice.content.forEach((block, _offset, index) => {
    const text = block.textContent
    const label = labels[index]
    if (label?.count == null) lines.push(text)
    else lines.push(`${"  ".repeat(label.depth)}${blockTypeOf(block) === "ordered-list-item" ? label.text : "-"} ${text}`)
  })
  return lines.join("\n")
}

const NOTES_BLOCKS: readonly BlockType[] = [
  "paragraph",
  "heading",
  "blockquote",
  "ordered-list-item",
  "unordered-list-item",
]

/** Blocks that came from this editor: ids only of paragraphs that were moved, types only where they may stand. */
function ownBlocks(slice: Slice, options: PasteOptions): Slice {
  const blocks: Node[] = []
  slice.content.forEach((block) => {
    const type = blockTypeOf(block)
    if (type === null) {
      blocks.push(block)
      return
    }
    const kept = options.allowsOutputBlocks || NOTES_BLOCKS.includes(type) ? type : "paragraph"
    const id: unknown = block.attrs.id
    const moved = options.allowsOutputBlocks && typeof id === "string" && options.knowsParagraph(id)
    const attrs = { ...blockAttrs(kept, block.attrs), ...(moved ? {} : { id: null, of: null, ofHash: null }) }
    blocks.push(makeBlock(kept, attrs, []).copy(block.content))
  })
  return new Slice(Fragment.fromArray(blocks), slice.openStart, slice.openEnd)
}

interface CleanBlock {
  type: BlockType
  indent: number
  level: number
  /** The number or letter that the item had where it comes from, as far as that is told. */
  sign: string | null
  html: string
}

/** Cleans HTML into blocks that the schema reads. */
export function cleanHtml(html: string): { html: string; imagesDropped: number } {
  const body = new DOMParser().parseFromString(withoutStyles(html), "text/html").body
  const cleaner = new Cleaner()
  cleaner.walk(body)
  cleaner.close()
  return { html: cleaner.toHtml(), imagesDropped: cleaner.imagesDropped }
}

interface Style {
  strong: boolean
  em: boolean
  href: string | null
  keepSpace: boolean
}

const PLAIN: Style = { strong: false, em: false, href: null, keepSpace: false }
// Word keeps in DEL what was deleted while changes were tracked; S and STRIKE are words that are struck through.
const DROPPED = new Set(
  "STYLE SCRIPT META LINK TITLE HEAD TEMPLATE NOSCRIPT IFRAME OBJECT DEL".split(" "),
)
const BLOCKS = new Set(
  "P DIV SECTION ARTICLE HEADER FOOTER MAIN ASIDE FIGURE FIGCAPTION ADDRESS DL DT DD UL OL LI TABLE THEAD TBODY TFOOT TR HR PRE BLOCKQUOTE H1 H2 H3 H4 H5 H6 BODY CAPTION".split(
    " ",
  ),
)

const ELEMENT = 1
const TEXT_NODE = 3

class Cleaner {
  imagesDropped = 0
  #blocks: CleanBlock[] = []
  #open: CleanBlock | null = null
  #sawBlock = false
  /** The lists around, each with the number that its next item begins with. */
  #lists: { tag: string; start: string | null }[] = []
  #quotes = 0

  walk(parent: globalThis.Node, style: Style = PLAIN): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === TEXT_NODE) this.#text(child.textContent ?? "", style)
      else if (child.nodeType === ELEMENT && isElement(child)) this.#element(child, style)
    }
  }

  #element(element: Element, style: Style): void {
    const tag = element.tagName.toUpperCase()
    const css = cssOf(element)
    // Word puts the sign of a list item into the text and marks it so.
    if (DROPPED.has(tag) || css.includes("mso-list:ignore") || css.includes("display:none")) return
    if (tag === "IMG" || tag === "PICTURE" || tag === "SVG" || tag === "V:SHAPE") {
      this.imagesDropped += 1
      return
    }
    if (tag === "BR") {
      if (this.#open !== null) this.#open.html += "<br>"
      return
    }
    if (tag === "TR") {
      this.#row(element, style)
      return
    }
    if (BLOCKS.has(tag)) this.#block(element, tag, css, style)
    else this.walk(element, inlineStyle(element, tag, css, style))
  }

  #block(element: Element, tag: string, css: string, style: Style): void {
    if (tag !== "BODY") this.#sawBlock = true
    this.close()
    const inside: Style = tag === "PRE" ? { ...style, keepSpace: true } : style
    if (tag === "UL" || tag === "OL") {
      this.#lists.push({ tag, start: element.getAttribute("start") ?? "1" })
      this.walk(element, inside)
      this.#lists.pop()
    } else if (tag === "BLOCKQUOTE") {
      this.#quotes += 1
      this.walk(element, inside)
      this.#quotes -= 1
    } else {
      const own = this.#blockOf(element, tag, css)
      // A paragraph inside a list item is that item.
      if (own !== null) this.#open = own
      this.walk(element, inside)
    }
    this.close()
  }

  #blockOf(element: Element, tag: string, css: string): CleanBlock | null {
    const heading = /^H([1-6])$/.exec(tag)?.[1]
    if (heading !== undefined) return block("heading", 0, Math.min(3, Number(heading)))
    const word = /mso-list:\w*?level(\d+)/.exec(css)?.[1] ?? /mso-list:l\d+level(\d+)/.exec(css)?.[1]
    if (word !== undefined) {
      const sign = wordSign(element)
      const type = sign === null ? "unordered-list-item" : "ordered-list-item"
      return { ...block(type, indent(Number(word) - 1), 1), sign }
    }
    const names = element.getAttribute("class") ?? ""
    if (/\bMso(Title|Subtitle)\b/.test(names)) return block("heading", 0, 1)
    if (/\bMso(Intense)?Quote\b/.test(names)) return block("blockquote", 0, 1)
    if (tag === "LI") {
      const level = Number(element.getAttribute("aria-level") ?? this.#lists.length) - 1
      return { ...block(this.#itemType(), indent(Math.max(level, this.#lists.length - 1)), 1), sign: this.#signOf(element) }
    }
    return null
  }

  #row(row: Element, style: Style): void {
    this.#sawBlock = true
    this.close()
    const cells: string[] = []
    for (const cell of row.children) {
      const inner = new Cleaner()
      inner.walk(cell, style)
      inner.close()
      cells.push(inner.#blocks.map((one) => one.html).join(" "))
      this.imagesDropped += inner.imagesDropped
    }
    const filled = cells.filter((cell) => cell !== "")
    if (filled.length > 0) this.#blocks.push({ ...block("paragraph", 0, 1), html: filled.join(" | ") })
  }

  #text(raw: string, style: Style): void {
    const text = raw.replaceAll(OBJECT, "").replace(/\u00A0/g, " ")
    const shown = style.keepSpace ? text.replace(/\r\n?/g, "\n") : text.replace(/[\s]+/g, " ")
    if (this.#open === null) {
      if (shown.trim() === "") {
        // A space between two inline pieces counts, one between blocks does not.
        return
      }
      this.#open = this.#implied()
    }
    const open = this.#open
    const joined = !style.keepSpace && (open.html === "" || / $|<br>$/.test(open.html)) ? shown.trimStart() : shown
    if (joined === "") return
    let html = escaped(joined).replaceAll("\n", "<br>")
    if (style.strong) html = `<strong>${html}</strong>`
    if (style.em) html = `<em>${html}</em>`
    if (style.href !== null) html = `<a href="${escaped(style.href)}">${html}</a>`
    open.html += html
  }

  /** The block that text begins which stands in none of its own. */
  #implied(): CleanBlock {
    if (this.#lists.length > 0) {
      return block(this.#itemType(), indent(this.#lists.length - 1), 1)
    }
    return block(this.#quotes > 0 ? "blockquote" : "paragraph", 0, 1)
  }

  #itemType(): BlockType {
    return this.#lists.at(-1)?.tag === "OL" ? "ordered-list-item" : "unordered-list-item"
  }

  /** The number that a page gives the item. */
  #signOf(item: Element): string | null {
    const list = this.#lists.at(-1)
    if (list === undefined) return null
    const sign = item.getAttribute("value") ?? list.start
    list.start = null
    return sign
  }

  close(): void {
    const open = this.#open
    this.#open = null
    if (open === null) return
    const html = open.html.replace(/^(?:\s|<br>)+|(?:\s|<br>)+$/g, "")
    if (html !== "") this.#blocks.push({ ...open, html })
  }

  toHtml(): string {
    const only = this.#blocks[0]
    if (only !== undefined && this.#blocks.length === 1 && !this.#sawBlock) return only.html
    return withStarts(this.#blocks)
      .map(({ type, indent: depth, level, start, html }) => {
        const number = start === null ? "" : ` data-start="${start}"`
        const attrs = isListItem(type) ? ` data-indent="${depth}"${number}` : type === "heading" ? ` data-level="${level}"` : ""
        return `<p data-block="${type}"${attrs}>${html}</p>`
      })
      .join("")
  }
}

function cssOf(element: Element): string {
  return (element.getAttribute(STYLE_KEPT) ?? "").replace(/\s+/g, "").toLowerCase()
}

function isElement(node: globalThis.Node): node is Element {
  return "tagName" in node
}

function block(type: BlockType, depth: number, level: number): CleanBlock {
  return { type, indent: depth, level, sign: null, html: "" }
}

function indent(depth: number): number {
  return Math.min(MAX_INDENT, Math.max(0, Number.isNaN(depth) ? 0 : depth))
}

/** The number or letter that Word put into the text; by it alone a numbered item differs from a bulleted one. */
function wordSign(element: Element): string | null {
  for (const span of element.querySelectorAll("span")) {
    const css = cssOf(span)
    if (!css.includes("mso-list:ignore")) continue
    return /^[(]?(\d+|[a-zA-Z]|[ivxlcIVXLC]+)[.)]/.exec((span.textContent ?? "").trim())?.[1] ?? null
  }
  return null
}

function inlineStyle(element: Element, tag: string, css: string, style: Style): Style {
  const next = { ...style }
  const weight = /(?:^|;)font-weight:(\w+)/.exec(css)?.[1]
  if (weight !== undefined) next.strong = /^(bold|bolder|[6-9]00)$/.test(weight)
  else if (tag === "B" || tag === "STRONG") next.strong = true
  const slant = /(?:^|;)font-style:(\w+)/.exec(css)?.[1]
  if (slant !== undefined) next.em = slant === "italic" || slant === "oblique"
  else if (tag === "I" || tag === "EM" || tag === "CITE") next.em = true
  if (tag === "A") next.href = safeHref(element.getAttribute("href") ?? "") ?? style.href
  return next
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
}
