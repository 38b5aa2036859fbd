import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, select, test, text } from './site'
import { part } from './zip'

/** Chooses a format, and downloads the file by the page's button. */
async function download(page: Page, choice: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByText(choice, { exact: true }).click()
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Download (PDF|DOCX|HTML|Markdown|JSON)$/ }).click()
  const file = await waiting
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

const preview = (page: Page) => page.getByRole('region', { name: 'Preview' }).locator('img')

/** The address of the first page's drawing, once it can be seen. */
const drawn = (page: Page) => preview(page).first().evaluate((image: HTMLImageElement) => (image.complete && image.naturalWidth > 0 ? image.src : ''))

/** How many letters are drawn on all pages. */
async function letters(page: Page): Promise<number> {
  const sources = await preview(page).evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src))
  const pages = await Promise.all(sources.map(async (source) => (await page.request.get(source)).text()))
  return pages.reduce((sum, page) => sum + page.split('<use').length - 1, 0)
}

const paragraph = 'Hold hearings at least once a year in a language other than that of the capital.'

test('each format is downloaded from the page, with the paper and the line numbers that were chosen', async ({ site, as }) => {
  const editor = await as('Demo Editor', { acceptDownloads: true })
  expect((await editor.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
  await editor.goto(site.edition('/export'))
  const first = editor.getByRole('img', { name: /^Page 1 of/ })
  /** Width by height of the first page. */
  const shape = () => first.evaluate((image: HTMLImageElement) => (image.complete && image.naturalWidth > 0 ? Math.round((1000 * image.naturalWidth) / image.naturalHeight) : 0))
  await expect.poll(shape).toBe(707)
  const plain = await letters(editor)
  expect(plain).toBeGreaterThan(1000)
  await editor.getByText('Line numbers, every fifth').click()
  await expect.poll(async () => (await letters(editor)) - plain).toBeGreaterThan(10)
  await editor.getByText('US Letter').click()
  await expect.poll(shape).toBe(773)

  const docx = await download(editor, 'Word (DOCX)')
  expect(docx.name).toBe('igf-2023-main-en.docx')
  const word = part(docx.bytes, 'word/document.xml')
  expect(word).toContain('<w:lnNumType')
  expect(word).toMatch(/<w:pgSz w:w="12240" w:h="15840"/)
  expect(word.replaceAll(/<[^>]+>/g, '')).toContain(paragraph)

  const html = await download(editor, 'Web page (HTML)')
  expect(html.name).toBe('igf-2023-main-en.html')
  expect(html.bytes.toString()).toMatch(/^<!doctype html>/i)
  expect(html.bytes.toString()).toContain(paragraph)

  const markdown = (await download(editor, 'Markdown')).bytes.toString()
  expect(markdown).toContain(paragraph)
  expect(markdown).toContain('*Having met*')

  const pandoc = JSON.parse((await download(editor, 'Pandoc (JSON)')).bytes.toString()) as Record<string, unknown>
  expect(Object.keys(pandoc).sort()).toEqual(['blocks', 'meta', 'pandoc-api-version'])

  const pdf = await download(editor, 'PDF')
  expect(pdf.name).toBe('igf-2023-main-en.pdf')
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')

  // What was made is listed, the newest first, and can be had again as it was.
  const files = editor.getByRole('complementary', { name: 'Checks and download' }).getByRole('listitem')
  await expect(files).toHaveText([/^PDF/, /^JSON/, /^Markdown/, /^HTML/, /^DOCX/])
  // The browser's clock is that of Berlin, the programme's that of Kyoto.
  await expect(files.first()).toContainText(/ at \d\d:\d\d · (\d+ \w+ at )?\d\d:\d\d your time/)
  const again = editor.waitForEvent('download')
  await files.last().getByRole('link').click()
  expect(readFileSync(await (await again).path()).equals(docx.bytes)).toBe(true)
})

test('the preview follows while somebody else edits', async ({ site, as }) => {
  await site.invite('second.editor@demo.invalid', 'editor')
  const [staff, editor] = [await as('Demo Staff'), await as('second.editor@demo.invalid')]
  expect((await editor.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
  await staff.goto(site.edition('/export'))
  await expect.poll(() => drawn(staff)).not.toBe('')
  const [before, count] = [await drawn(staff), await letters(staff)]
  let asked = 0
  staff.on('request', (request) => { if (request.url().includes('/check?')) asked += 1 })

  await editor.goto(site.edition('/document'))
  await select(editor, 'Output document: IGF Parliamentary Track', 'after')
  // The pages are asked for every few seconds. While they stay the same, nothing is looked for in them again.
  const asksForPages = () => staff.waitForResponse((response) => response.url().includes('/preview?'))
  await asksForPages()
  asked = 0
  for (let times = 0; times < 2; times++) await asksForPages()
  expect(asked).toBe(0)
  await editor.keyboard.type(', second reading')
  await expect.poll(() => drawn(staff)).not.toBe(before)
  await expect.poll(() => letters(staff)).toBeGreaterThan(count + 10)
  expect(asked).toBeGreaterThan(0)
  await expect(text(editor)).toContainText('Track, second reading')
})

test('what is written while the server is away comes into the preview of somebody else, and into the files, when it is back', async ({ site, as }) => {
  await site.invite('second.editor@demo.invalid', 'editor')
  const [staff, editor] = [await as('Demo Staff', { acceptDownloads: true }), await as('second.editor@demo.invalid')]
  expect((await editor.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
  await editor.goto(site.edition('/document'))
  await expect(text(editor)).toContainText(paragraph)
  await expect(editor.getByText(/On the server: everything/)).toBeVisible()
  await staff.goto(site.edition('/export'))
  await expect.poll(() => drawn(staff)).not.toBe('')
  const [before, count] = [await drawn(staff), await letters(staff)]
  // A reload would lose this.
  await staff.evaluate(() => { document.body.dataset['loaded'] = 'once' })

  await site.stop()
  const added = 'Let nobody wait for it.'
  await select(editor, paragraph, 'after')
  await editor.keyboard.type(` ${added}`)
  await expect(editor.getByText(/waiting/)).toBeVisible()
  await expect(editor.getByText(/On this device: everything/)).toBeVisible()
  const make = staff.getByRole('button', { name: /^Download PDF$/ })
  await expect(staff.getByText('Files are made on the server, which can’t be reached now.')).toBeVisible()
  await expect(make).toBeDisabled()
  // The pages of before are still there to be read.
  expect(await drawn(staff)).toBe(before)

  await site.serve()
  await expect(editor.getByText(/On the server: everything/)).toBeVisible()
  await expect.poll(() => drawn(staff)).not.toBe(before)
  await expect.poll(() => letters(staff)).toBe(count + added.replaceAll(' ', '').length)
  await expect(staff.getByText('Files are made on the server, which can’t be reached now.')).toHaveCount(0)
  await expect(make).toBeEnabled()

  const whole = `${paragraph} ${added}`
  const plain: Record<string, (bytes: Buffer) => string> = {
    'Word (DOCX)': (bytes) => part(bytes, 'word/document.xml').replaceAll(/<[^>]+>/g, ''),
    'Web page (HTML)': (bytes) => bytes.toString(),
    'Markdown': (bytes) => bytes.toString(),
  }
  for (const [choice, words] of Object.entries(plain)) {
    const said = words((await download(staff, choice)).bytes)
    expect(said.split(whole), choice).toHaveLength(2)
    expect(said.split(added), choice).toHaveLength(2)
  }
  await expect(staff.getByRole('alert')).toHaveCount(0)
  await expect(staff.locator('body')).toHaveAttribute('data-loaded', 'once')
})

const checks = (page: Page) => page.getByRole('complementary', { name: 'Checks and download' })
const make = (page: Page, format: string) => checks(page).getByRole('button', { name: `Download ${format}` })

test('characters that no font has are found before the export, at their paragraph, and the file says what stands in their place', async ({ site, as }) => {
  const editor = await as('Demo Editor', { acceptDownloads: true })
  expect((await editor.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
  await editor.goto(site.edition('/document'))
  await select(editor, paragraph, 'after')
  await editor.keyboard.insertText(' 𓀀 漢字')
  await expect(editor.getByText(/On the server: everything/)).toBeVisible()

  await editor.goto(site.edition('/export'))
  const said = 'No font has 字 漢 𓀀 (U+5B57 U+6F22 U+13000); the PDF shows \ufffd instead.'
  const finding = checks(editor).getByRole('article').filter({ hasText: '漢' })
  await expect(finding).toHaveCount(1)
  await expect(finding).toContainText(said)
  await expect(finding).toContainText(/\d+ · Hold hearings at least once a year/)
  const reported = checks(editor).getByRole('status').filter({ hasText: 'with these problems' })
  await expect(reported).toHaveCount(0)

  await download(editor, 'PDF')
  await expect(reported).toContainText('The PDF file was made')
  await expect(reported.getByRole('listitem')).toHaveCount(1)
  await expect(reported.getByRole('listitem')).toContainText(said)
  await expect(reported.getByRole('listitem')).toContainText(/\d+ · Hold hearings/)
  // A web page is shown with the fonts of who reads it.
  expect((await download(editor, 'Web page (HTML)')).bytes.toString()).toContain(`${paragraph} 𓀀 漢字`)
  await expect(reported).toHaveCount(0)

  await finding.getByRole('link', { name: 'Go to the paragraph' }).click()
  await expect(text(editor).locator('[data-block="operative"]').filter({ hasText: 'Hold hearings' })).toBeInViewport()
  await expect(editor.getByRole('complementary', { name: 'Sources' })).toContainText('hearings')
  await select(editor, ' 𓀀 漢字')
  await editor.keyboard.press('Delete')
  await expect(text(editor)).not.toContainText('漢')
  await expect(editor.getByText(/On the server: everything/)).toBeVisible()
  await editor.goto(site.edition('/export'))
  await expect(checks(editor).getByRole('article').first()).toBeVisible()
  await expect(finding).toHaveCount(0)
})

test('a document without a title holds back the PDF and no other format, until it has one', async ({ site, as }) => {
  const title = 'Output document: IGF Parliamentary Track'
  await site.invite('second.editor@demo.invalid', 'editor')
  const [staff, editor] = [await as('Demo Staff', { acceptDownloads: true }), await as('second.editor@demo.invalid')]
  await staff.goto(site.edition('/export'))
  await expect(make(staff, 'PDF')).toBeDisabled()
  await expect(checks(staff)).toContainText('Nothing to export yet')

  expect((await editor.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
  await expect(make(staff, 'PDF')).toBeEnabled()
  await editor.goto(site.edition('/document'))
  await select(editor, title)
  await editor.keyboard.press('Delete')
  await expect(text(editor)).not.toContainText(title)

  const finding = checks(staff).getByRole('article').filter({ hasText: 'The document has no title' })
  await expect(finding).toContainText('Error')
  await expect(make(staff, 'PDF')).toBeDisabled()
  await expect(make(staff, 'PDF')).toHaveAccessibleDescription('Correct the error before making the PDF. The other formats can be made now.')
  await staff.getByText('Word (DOCX)', { exact: true }).click()
  await expect(make(staff, 'DOCX')).toBeEnabled()
  const docx = await download(staff, 'Word (DOCX)')
  expect(part(docx.bytes, 'docProps/core.xml')).toContain('IGF 2023 Parliamentary Track')
  const reported = checks(staff).getByRole('status').filter({ hasText: 'The DOCX file was made' })
  await expect(reported).toContainText('The document has no title; the file’s properties show the name of the edition instead.')
  await staff.getByText('PDF', { exact: true }).click()
  await expect(make(staff, 'PDF')).toBeDisabled()

  // The link leads to the empty title, ready to be written.
  await editor.goto(site.edition('/export'))
  await checks(editor).getByRole('article').filter({ hasText: 'The document has no title' }).getByRole('link').click()
  await expect(text(editor)).toBeFocused()
  await editor.keyboard.type('A title')
  await expect(text(editor).locator('[data-block="title"]')).toContainText('A title')
  await expect(finding).toHaveCount(0)
  await expect(make(staff, 'PDF')).toBeEnabled()
  expect((await download(staff, 'PDF')).bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test('the checks lead to what is not used yet, and tell an empty paragraph by its number', async ({ site, as }) => {
  const editor = await as('Demo Editor')
  expect((await editor.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
  const points = (await (await editor.request.get(site.api('key-points'))).json()) as { id: string; statement: string }[]
  const late = points.find((point) => point.statement.startsWith('Ouvrir chaque consultation'))!
  expect((await editor.request.post(site.api(`key-points/${late.id}/accept`))).ok()).toBe(true)
  await editor.goto(site.edition('/document'))
  await select(editor, paragraph, 'after')
  await editor.keyboard.press('Enter')
  const outline = editor.getByRole('navigation', { name: 'Outline' })
  const number = await outline.getByRole('button', { name: paragraph }).locator('.outline__n').textContent()

  await editor.goto(site.edition('/export'))
  const finding = (words: string) => editor.getByRole('article').filter({ hasText: words })
  await expect(finding(`Paragraph ${String(Number(number) + 1)} is empty`)).toHaveCount(1)
  await expect(finding('This paragraph is based on no key point.')).toHaveCount(0)
  const unused = finding('No paragraph is based on this accepted key point.')
  await expect(unused.getByRole('link', { name: 'Open in notes' })).toBeVisible()
  await unused.getByRole('link', { name: 'Go to “Not used yet”' }).click()
  await editor.getByRole('button', { name: 'Insert into its group' }).click()
  await expect(text(editor)).toContainText(late.statement)
})
