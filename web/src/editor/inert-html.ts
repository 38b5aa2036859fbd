/**
 * Takes the styles out of HTML text before a browser reads it.
 *
 * Under the site's Content-Security-Policy a browser refuses each `style` attribute and each style sheet with a message
 * on the console, even in a document that is never shown. The text is read as a browser's tokenizer would.
 */

/** Under what name `withoutStyles` keeps the `style` attributes. */
export const STYLE_KEPT = "data-style"

/** Elements whose content is no markup. */
const RAW = new Set(["style", "script", "title", "textarea", "xmp", "iframe", "noembed", "noframes"])

const TAG_OPEN = /<(\/?)([a-z][^\t\n\f\r />]*)/iy
const ATTRIBUTE = /([\t\n\f\r /]*)([^\t\n\f\r />][^\t\n\f\r />=]*)([\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*"|'[^']*'|[^\t\n\f\r >"'][^\t\n\f\r >]*)?)?/y
const TAG_CLOSE = /[\t\n\f\r /]*>/y

/** Gives `style` attributes another name, and leaves out style sheets. */
export function withoutStyles(html: string): string {
  let out = ""
  let at = 0
  while (at < html.length) {
    const next = html.indexOf("<", at)
    if (next === -1) break
    out += html.slice(at, next)
    if (html.startsWith("<!--", next)) {
      at = endOfComment(html, next)
      out += html.slice(next, at)
      continue
    }
    const tag = readTag(html, next)
    // A text that ends inside a tag: browsers leave the rest out.
    if (tag === "cut-off") return out
    if (tag === null) {
      out += "<"
      at = next + 1
      continue
    }
    at = tag.end
    if (!RAW.has(tag.opens ?? "")) {
      out += tag.text
      continue
    }
    const end = endOfRaw(html, at, tag.opens ?? "")
    if (tag.opens !== "style") out += tag.text + html.slice(at, end)
    at = end
  }
  return out + html.slice(at)
}

interface Tag {
  text: string
  end: number
  /** The name of the element, in small letters; null in end tags. */
  opens: string | null
}

/** The tag that begins at a `<`; null where it is a sign like any other. */
function readTag(html: string, from: number): Tag | "cut-off" | null {
  const opening = matchAt(TAG_OPEN, html, from)
  if (opening === null) return null
  let text = opening[0]
  let at = from + text.length
  for (;;) {
    const closing = matchAt(TAG_CLOSE, html, at)
    if (closing !== null) {
      const opens = opening[1] === "/" ? null : (opening[2] ?? "").toLowerCase()
      return { text: text + closing[0], end: at + closing[0].length, opens }
    }
    const attribute = matchAt(ATTRIBUTE, html, at)
    if (attribute === null) return "cut-off"
    const [whole, space = "", name = "", value = ""] = attribute
    text += space + (name.toLowerCase() === "style" ? STYLE_KEPT : name) + value
    at += whole.length
  }
}

function endOfComment(html: string, from: number): number {
  const end = /--!?>/g
  // `<!-->` is a whole comment.
  end.lastIndex = from + 2
  const found = end.exec(html)
  return found === null ? html.length : found.index + found[0].length
}

/** Behind the end tag of a raw element. */
function endOfRaw(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])[^>]*>?`, "gi")
  end.lastIndex = from
  const found = end.exec(html)
  return found === null ? html.length : found.index + found[0].length
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
