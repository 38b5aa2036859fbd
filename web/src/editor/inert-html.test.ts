// @vitest-environment jsdom
import { expect, it } from "vitest"
import { withoutStyles } from "./inert-html"

it.each([
  [`<p style="color:red" class=a>x</p>`, `<p data-style="color:red" class=a>x</p>`],
  [`<P STYLE='a:b;c:"d"'>x`, `<P data-style='a:b;c:"d"'>x`],
  [`<p class="a"style=b:c/>`, `<p class="a"data-style=b:c/>`],
  [`<a title="1 > 0" style\n=\n"x">y</a>`, `<a title="1 > 0" data-style\n=\n"x">y</a>`],
  [`<a title='style="x"' alt=style="x">y</a>`, `<a title='style="x"' alt=style="x">y</a>`],
  [`say <p style="…"> as 1 < 2 and a<b, style="z"`, `say <p data-style="…"> as 1 < 2 and a`],
  [`<!-- <p style="x"> --><p style=x>`, `<!-- <p style="x"> --><p data-style=x>`],
  [`<!--><p style=x>-->`, `<!--><p data-style=x>-->`],
  [`<![if !supportLists]><p style=x><![endif]>`, `<![if !supportLists]><p data-style=x><![endif]>`],
  [`<style type="text/css"><!-- p:after { content: "</p>" } --></STYLE ><b style=x>`, `<b data-style=x>`],
  [`<style>p{}`, ``],
  [`<textarea><p style=x></textarea><p style=x>`, `<textarea><p style=x></textarea><p data-style=x>`],
  [`<p style="never closed`, ``],
])("%s", (html, inert) => {
  expect(withoutStyles(html)).toBe(inert)
})

it("leaves nothing for a browser to refuse, and changes nothing else", () => {
  const html = `<html><head><style>p { margin: 0 }</style></head><body lang=EN style='tab-interval:36.0pt'>
    <!--StartFragment--><p class=MsoNormal style='mso-list:l0 level1 lfo1'><b style='mso-bidi-font-weight:normal'>A &amp; B<o:p></o:p></b></p></body></html>`
  const read = (text: string) => new DOMParser().parseFromString(text, "text/html")
  const plain = read(html)
  const inert = read(withoutStyles(html))
  expect(inert.querySelectorAll("[style], style")).toHaveLength(0)
  for (const element of plain.querySelectorAll("[style]")) {
    element.setAttribute("data-style", element.getAttribute("style") ?? "")
    element.removeAttribute("style")
  }
  plain.querySelector("style")?.remove()
  expect([...inert.querySelectorAll("*")].map((element) => element.cloneNode(false))).toEqual(
    [...plain.querySelectorAll("*")].map((element) => element.cloneNode(false)),
  )
})

it("is quick on a text without an end", () => {
  withoutStyles("<a ".repeat(200_000))
  withoutStyles("<".repeat(200_000))
  withoutStyles("<style>".repeat(50_000))
}, 2000)
