import type { Page } from '@playwright/test'
import { expect, expectWords, openNotes, select, test, text, words } from './site'

/** As Word hands over a heading, a sentence with tracked changes, a list of two levels, a table and a picture. */
const word = (() => {
  const sign = (text: string) => `<![if !supportLists]><span style='mso-list:Ignore'>${text}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span><![endif]>`
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} --></style></head><body lang=EN-GB><!--StartFragment-->
<h2>From Word<o:p></o:p></h2>
<p class=MsoNormal style='mso-margin-top-alt:auto'>States <del cite="mailto:A" datetime="2026-01-01T10:00">may </del><ins cite="mailto:A"><b style='mso-bidi-font-weight:normal'>shall</b> </ins>report <i>at
once</i>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${sign('1.')}<span lang=EN-GB>Name a contact<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'>${sign('a)')}in each ministry<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Who</p></td><td><p class=MsoNormal>What</p></td></tr></table>
<p class=MsoNormal><img width=10 height=10 src="file:///C:/image001.png"><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>`
})()

/** As Google Docs does it. */
const googleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:700">From Docs</span><span style="font-size:11pt;font-weight:400">, see </span><a href="https://dig.watch/" style="text-decoration:none"><span style="color:#1155cc;text-decoration:underline">this</span></a></p><ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span>One</span></p></li><ul><li dir="ltr" style="list-style-type:circle" aria-level="2"><p dir="ltr" role="presentation"><span>Deeper</span></p></li></ul></ul></b>`

/** Another program that has something to copy: what it hands over is what it gives, without a browser's cleaning. */
async function copiedElsewhere(page: Page, html: string): Promise<void> {
  const program = await page.context().newPage()
  await program.goto('data:text/html,<p>A document</p>')
  await program.evaluate((html) => {
    getSelection()?.selectAllChildren(document.body)
    document.addEventListener('copy', (event) => {
      event.clipboardData?.setData('text/html', html)
      event.clipboardData?.setData('text/plain', 'as plain text')
      event.preventDefault()
    })
  }, html)
  await program.keyboard.press('Control+c')
  await program.close()
  await page.bringToFront()
}

/** Each block in a line, with its depth and with what is bold, slanted or a link in it. */
async function lines(page: Page): Promise<string[]> {
  return text(page).evaluate((root) => [...root.children].map((block) => {
    const copy = block.cloneNode(true) as HTMLElement
    for (const flag of copy.querySelectorAll('[class*="caret"], [class*="ProseMirror-widget"]')) flag.remove()
    for (const [tag, sign] of [['strong', '**'], ['em', '*']] as const) for (const each of copy.querySelectorAll(tag)) each.textContent = `${sign}${each.textContent ?? ''}${sign}`
    for (const link of copy.querySelectorAll('a')) link.textContent = `[${link.textContent ?? ''}](${link.href})`
    const type = block.getAttribute('data-block') ?? ''
    return `${type} ${block.getAttribute('data-indent') ?? block.getAttribute('data-level') ?? ''} ${copy.textContent ?? ''}`.replaceAll(/ +/g, ' ').trim()
  }))
}

test('what Word, Google Docs and other pages put into the clipboard becomes clean blocks, for the others too', async ({ site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await one.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url })
  for (const page of [one, two]) await openNotes(page, site, 'rehearsal')
  const said: string[] = []
  one.on('console', (message) => { if (message.type() === 'error') said.push(message.text()) })
  const before = await lines(one)
  const closing = 'The moderator thanked the interpreters.'
  const both = async (added: string[]) => {
    for (const page of [one, two]) await expect.poll(async () => (await lines(page)).slice(before.length)).toEqual(added)
    for (const page of [one, two]) expect((await lines(page)).slice(0, before.length)).toEqual(before)
  }

  await copiedElsewhere(one, word)
  await select(one, closing, 'after')
  await one.keyboard.press('Enter')
  await one.keyboard.press('Control+v')
  const fromWord = ['heading 2 From Word', 'paragraph States **shall** report *at once*.', 'ordered-list-item 0 Name a contact', 'ordered-list-item 1 in each ministry', 'paragraph Who | What']
  await both(fromWord)
  // The bar is closed by hand, and one types on where the paste ended.
  const left = one.getByRole('status').filter({ hasText: '1 picture was left out' })
  await left.getByRole('button', { name: 'Close' }).press('Enter')
  await expect(left).toHaveCount(0)
  await one.keyboard.type('!')
  await expectWords(one, 'Who | What!')
  await one.keyboard.press('Backspace')

  await copiedElsewhere(one, googleDocs)
  await select(one, 'Who | What', 'after')
  await one.keyboard.press('Enter')
  await one.keyboard.press('Control+v')
  const fromDocs = ['paragraph **From Docs**, see [this](https://dig.watch/)', 'unordered-list-item 0 One', 'unordered-list-item 1 Deeper']
  await both([...fromWord, ...fromDocs])
  expect(said).toEqual([])

  // As a program writes it by itself, without a copy of anybody's.
  await one.evaluate(async () => {
    const html = '<p onclick="alert(1)">From a <em style="color: red">page</em><script>alert(1)</script></p><blockquote>quoted</blockquote>'
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }) })])
  })
  await select(one, 'Deeper', 'after')
  await one.keyboard.press('Enter')
  await one.keyboard.press('Enter')
  await one.keyboard.press('Enter')
  await one.keyboard.press('Control+v')
  await both([...fromWord, ...fromDocs, 'paragraph From a *page*', 'blockquote quoted'])
})

test('what is copied in notes keeps its blocks in other notes, and what is copied on the board is plain words there', async ({ site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await one.goto(site.edition('/key-points'))
  const statement = one.locator('[data-point] p').filter({ hasText: 'Publish a summary of each breach' })
  await expect(statement).toBeVisible()
  await statement.evaluate((element) => { getSelection()?.selectAllChildren(element) })
  await one.keyboard.press('Control+c')
  for (const page of [one, two]) await openNotes(page, site, 'pt23-rt')
  const from = (await lines(two)).length
  await text(one).locator('p').first().click()
  await one.keyboard.press('Control+End')
  await one.keyboard.press('Enter')
  await one.keyboard.press('Control+v')
  const pasted = async (page: Page) => (await lines(page)).slice(from)
  for (const page of [one, two]) await expect.poll(() => pasted(page)).toEqual(['paragraph Publish a summary of each breach within thirty days.'])

  const source = await one.context().newPage()
  await openNotes(source, site, 'rehearsal')
  const kept = (await lines(source)).filter((line) => /Youth and|Hearings should|Transcripts should/.test(line))
  expect(kept.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['heading 2', 'unordered-list-item 0', 'unordered-list-item 1'])
  await select(source, (await words(source)).filter((line) => /Youth and|Hearings should|Transcripts should/.test(line)).join(''))
  const whole = await words(source)
  await source.keyboard.press('Control+c')
  await source.close()
  await one.bringToFront()
  await one.keyboard.press('Enter')
  await one.keyboard.press('Control+v')
  for (const page of [one, two]) await expect.poll(async () => (await pasted(page)).slice(1)).toEqual(kept)
  // A copy leaves the words, and their key points, where they are.
  await openNotes(two, site, 'rehearsal')
  expect(await words(two)).toEqual(whole)
})
