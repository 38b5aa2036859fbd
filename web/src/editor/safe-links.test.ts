/** What is shown as a link is one in the exported file: both are held to `tests/cases/safe-links.json`. */
import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { isSafeLink, safeHref, schema } from "./schema"

const cases = JSON.parse(readFileSync(new URL("../../../tests/cases/safe-links.json", import.meta.url), "utf8")) as { link: string; safe: boolean }[]

it.each(cases)("$link: $safe", ({ link, safe }) => {
  expect(isSafeLink(link)).toBe(safe)
  const shown = schema.marks.link?.spec.toDOM?.(schema.mark("link", { href: link }), true)
  expect(shown).toEqual(safe ? ["a", expect.objectContaining({ href: link }), 0] : ["span", 0])
})

it("takes an address that was pasted with blanks around it", () => {
  expect(safeHref(" https://example.org/ ")).toBe("https://example.org/")
  expect(safeHref("tel:+41227910000")).toBeNull()
})
