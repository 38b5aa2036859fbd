import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, openNotes, select, test, text } from './site'
import { part } from './zip'

type Language = 'en' | 'fr' | 'es' | 'ar'

/** The messages of a catalog that hold no values: key and words. */
function catalog(language: Language): Map<string, string> {
  const lines = readFileSync(join(__dirname, `../../locales/${language}.ftl`), 'utf8').split('\n')
  return new Map(lines.flatMap((line) => {
    const [, key, words] = /^([a-z][a-z0-9-]*) = ([^{}]+)$/.exec(line) ?? []
    return key === undefined || words === undefined ? [] : [[key, words.trim()]]
  }))
}

const english = catalog('en')

/** Everything that is written on the page in its language, or read out from it. */
async function said(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const place = node.parentElement
      if (place?.closest('.ProseMirror, script, style') === null && place.closest('[lang]') === document.documentElement) found.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) found.push(element.getAttribute(name) ?? '')
    }
    return [...new Set([document.title, ...found].map((words) => words.trim()).filter((words) => words !== ''))]
  })
}

/** Words on the page that are keys, or English where the language has words of its own. */
async function untranslated(page: Page, language: Language): Promise<string[]> {
  const own = catalog(language)
  const ownWords = new Set(own.values())
  const foreign = new Set([...english].filter(([key, words]) => own.get(key) !== words && !ownWords.has(words)).map(([, words]) => words))
  return (await said(page)).filter((words) => english.has(words) || foreign.has(words))
}

const pages = ['', '/sessions', '/sessions/rehearsal', '/key-points', '/document', '/export']

const languages = [
  { language: 'fr', name: 'Français', dir: 'ltr', date: '8–9 octobre 2023', hour: '15:15' },
  { language: 'es', name: 'Español', dir: 'ltr', date: '8–9 de octubre de 2023', hour: '15:15' },
  { language: 'ar', name: 'العربية', dir: 'rtl', date: '8–9 أكتوبر 2023', hour: '15:15' },
] as const

test('the interface speaks French, Spanish and Arabic from signing in to export', async ({ site, browser }) => {
  test.slow()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const link = site.link('Demo Editor')

  // Before anybody is signed in: asking for a link, and using one.
  for (const { language, name, dir } of languages) {
    const own = catalog(language)
    await page.goto(`${site.url}/sign-in`)
    await page.getByRole('button', { name }).click()
    await expect(page.locator('html')).toHaveAttribute('dir', dir)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(own.get('sign-in-title')!)
    await page.getByRole('textbox').fill('nobody')
    await page.getByRole('button', { name: own.get('sign-in-send')! }).click()
    await expect(page.getByText(own.get('sign-in-email-wrong')!)).toBeVisible()
    expect(await untranslated(page, language), `sign-in, ${language}`).toEqual([])
    await page.getByRole('textbox').fill('nobody@demo.invalid')
    await page.getByRole('button', { name: own.get('sign-in-send')! }).click()
    await expect(page.getByText(own.get('sign-in-sent-title')!)).toBeVisible()
    expect(await untranslated(page, language), `sign-in, ${language}`).toEqual([])
  }
  await page.goto(link)
  await page.getByRole('button', { name: catalog('ar').get('sign-in-link-continue')! }).click()
  await page.waitForURL(/\/editions\//)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  expect((await page.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)

  for (const { language, name, dir, date, hour } of languages) {
    const own = catalog(language)
    await page.goto(site.edition())
    await page.locator('.me-button').click()
    await page.getByRole('menu').getByText(name).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    for (const path of pages) {
      await page.goto(site.edition(path))
      await expect(page.locator('html')).toHaveAttribute('dir', dir)
      await expect(page.getByRole('navigation').getByRole('link', { name: own.get('nav-sessions')!, exact: true })).toBeVisible()
      if (path === '/document' || path.startsWith('/sessions/')) await expect(text(page).locator('p').first()).toBeVisible()
      if (path === '/export') await expect(page.locator('.preview img').first()).toBeVisible()
      if (path === '') await expect.poll(async () => (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ')).toContain(date)
      if (path === '/sessions') await expect(page.getByRole('main')).toContainText(hour)
      expect(await untranslated(page, language), `${path}, ${language}`).toEqual([])
      if (path === '/key-points') {
        const cut = (picks: HTMLElement[]) => picks.filter((pick) => pick.scrollWidth > pick.clientWidth + 1).map((pick) => pick.innerText)
        expect(await page.locator('.board__filters .pick .grow').evaluateAll(cut), `filters that are cut, ${language}`).toEqual([])
        await page.locator('[data-point]').first().click()
        await expect(page.getByRole('complementary', { name: own.get('detail-title')! })).toContainText(own.get('common-themes')!)
        expect(await untranslated(page, language), `a key point, ${language}`).toEqual([])
      }
      if (path === '/document') {
        await page.getByRole('button', { name: own.get('output-compile-more')! }).click()
        await expect(page.getByRole('dialog')).toContainText(own.get('compile-group')!)
        expect(await untranslated(page, language), `compiling, ${language}`).toEqual([])
      }
    }
    // Themes are named in the language as well.
    await page.goto(site.edition())
    await expect(page.getByRole('main')).toContainText({ fr: 'Fractures numériques', es: 'Brechas digitales', ar: 'الفجوات الرقمية' }[language])
  }
  // It is remembered on the next visit.
  const next = await context.newPage()
  await next.goto(site.edition())
  await expect(next.locator('html')).toHaveAttribute('lang', 'ar')
  await context.close()
})

test('Arabic words from the notes stand from right to left on the page and in the files', async ({ site, as }) => {
  const [rapporteur, editor] = [await as('Demo Rapporteur'), await as('Demo Editor')]
  const arabic = 'النص يجب أن يُتاح بلغات الناس جميعًا'
  await openNotes(rapporteur, site, 'rehearsal')
  await select(rapporteur, arabic)
  // Emphasis does not slant Arabic letters: they have a face of their own for it, in whatever paragraph they stand.
  await rapporteur.keyboard.press('Control+i')
  await expect.poll(() => rapporteur.evaluate(() =>
    [...document.fonts].some((face) => face.family.includes('Arabic') && face.style === 'italic' && face.status === 'loaded'))).toBe(true)
  if (process.env['SCREENSHOTS']) await rapporteur.screenshot({ path: `${process.env['SCREENSHOTS']}/emphasis.png` })
  await rapporteur.keyboard.press('Control+i')
  await rapporteur.keyboard.press('Control+Alt+k')
  await expect(rapporteur.getByRole('textbox', { name: /statement/i })).toHaveValue(arabic)
  const statement = `${arabic}.`
  await rapporteur.getByRole('textbox', { name: /statement/i }).fill(statement)
  interface KeyPoint { id: string; statement: string }
  const found = async () => ((await (await editor.request.get(site.api('key-points'))).json()) as KeyPoint[]).find((point) => point.statement === statement)?.id
  await expect.poll(found).toBeDefined()
  expect((await editor.request.post(site.api(`key-points/${(await found())!}/accept`))).ok()).toBe(true)
  expect((await editor.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)

  await editor.goto(site.edition('/document'))
  const paragraph = text(editor).locator('[data-block=operative]', { hasText: arabic })
  await expect(paragraph).toBeVisible()
  expect(await paragraph.evaluate((block) => getComputedStyle(block).direction)).toBe('rtl')

  const file = async (format: string) => {
    const made = await editor.request.post(site.api('output-documents/main/exports'), { data: { format } })
    expect(made.status(), format).toBe(200)
    const { url, diagnostics } = (await made.json()) as { url: string; diagnostics: { key: string }[] }
    expect(diagnostics.map((each) => each.key)).not.toContain('document-glyph-missing')
    return (await editor.request.get(site.url + url)).body()
  }
  const paragraphs = part(await file('docx'), 'word/document.xml').match(/<w:p[ >].*?<\/w:p>/gs) ?? []
  const inWord = paragraphs.filter((xml) => xml.replaceAll(/<[^>]+>/g, '').includes(statement))
  expect(inWord[0]).toMatch(/<w:bidi\/>/)
  expect(inWord[0]).toMatch(/<w:rtl\/>/)
  const html = (await file('html')).toString()
  expect(html).toMatch(new RegExp(`<[a-z]+[^>]*dir="rtl"[^>]*>[^<]*(<[^>]+>)*[^<]*${arabic}`))
  expect((await file('md')).toString()).toContain(statement)
  expect((await file('pdf')).subarray(0, 5).toString()).toBe('%PDF-')
})
