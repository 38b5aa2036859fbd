import type { Page } from '@playwright/test'
import { blocks, expect, expectWords, select, type Site, test, text, words } from './site'

const hearings = 'Hearings should be held at least once a year in a language other than the capital\'s'
const yearly = 'a yearly report to parliament on breaches, their causes and what was done about them'
const ministry = 'every ministry report a breach to the competent committee within three working days, in plain language'
const ministryPoint = 'Require every ministry to report a data breach to the competent parliamentary committee within three working days, in plain language.'

/** Two editors with the same zero draft open. */
async function twoEditors(site: Site, as: (person: 'Demo Editor' | 'second.editor@demo.invalid') => Promise<Page>): Promise<[Page, Page]> {
  await site.invite('second.editor@demo.invalid', 'editor')
  const pages: [Page, Page] = [await as('Demo Editor'), await as('second.editor@demo.invalid')]
  expect((await pages[0].request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
  for (const page of pages) {
    await page.goto(site.edition('/document'))
    await expect(text(page)).toContainText('Hold hearings')
  }
  return pages
}

/** What the panel shows beside the paragraph that holds these words. */
async function expectSources(page: Page, sought: string, quotes: string[]): Promise<void> {
  await select(page, sought, 'after')
  await expect(page.getByRole('complementary', { name: 'Sources' }).locator('blockquote')).toHaveText(quotes)
}

/** Both pages show the same blocks, each with an id of its own. */
async function expectSame(one: Page, two: Page): Promise<void> {
  await expect.poll(async () => JSON.stringify(await blocks(one)) === JSON.stringify(await blocks(two)), { message: 'both pages show the same blocks' }).toBe(true)
  const ids = (await blocks(one)).map((block) => block.id)
  expect(ids).not.toContain(null)
  expect(new Set(ids).size).toBe(ids.length)
}

const idOf = async (page: Page, sought: string) => (await blocks(page)).find((block) => block.text.includes(sought))?.id

test('two editors split and join paragraphs, also without the server, and each keeps its sources', async ({ site, as }) => {
  const [one, two] = await twoEditors(site, as)
  const id = await idOf(one, 'Hold hearings')
  await expectSources(one, 'Hold hearings', [hearings])

  await select(one, 'Hold hearings at least once a year', 'after')
  await one.keyboard.press('Enter')
  await expect.poll(() => words(two)).toEqual(expect.arrayContaining(['Hold hearings at least once a year', ' in a language other than that of the capital.']))
  await expectSame(one, two)
  expect(await idOf(two, 'Hold hearings')).toBe(id)
  for (const page of [one, two]) {
    await expectSources(page, 'Hold hearings', [hearings])
    await expectSources(page, 'other than that of the capital', [hearings])
  }

  await select(two, 'Hold hearings at least once a year', 'after')
  await select(one, ' in a language other than that', 'before')
  await Promise.all([two.keyboard.type(' or twice', { delay: 20 }), one.keyboard.type('and', { delay: 20 })])
  const halves = ['Hold hearings at least once a year or twice', 'and in a language other than that of the capital.']
  for (const page of [one, two]) await expect.poll(() => words(page)).toEqual(expect.arrayContaining(halves))
  await expectSame(one, two)

  // The server is away: one joins the halves, the other writes in the second.
  await site.stop()
  await select(one, 'and in a language other', 'before')
  await one.keyboard.press('Backspace')
  await expectWords(one, 'once a year or twiceand in a language')
  await one.keyboard.type(' ')
  await select(two, 'other than that of the capital', 'after')
  await two.keyboard.type(' city')
  await site.serve()
  const joined = 'Hold hearings at least once a year or twice and in a language other than that of the capital city.'
  for (const page of [one, two]) await expect.poll(() => words(page), { timeout: 60_000 }).toContain(joined)
  await expectSame(one, two)
  expect(await idOf(two, 'Hold hearings')).toBe(id)
  for (const page of [one, two]) await expectSources(page, 'Hold hearings', [hearings])

  // Two paragraphs that stand on different key points, joined.
  const before = await words(one)
  const at = before.findIndex((said) => said.startsWith('Present a yearly report'))
  const above = before[at - 1]!
  await select(one, above, 'after')
  const quotes = await one.getByRole('complementary', { name: 'Sources' }).locator('blockquote').allTextContents()
  expect(quotes.length).toBeGreaterThan(0)
  expect(quotes).not.toContain(yearly)
  await select(one, 'Present a yearly report', 'before')
  await one.keyboard.press('Backspace')
  await expect.poll(() => words(two)).toContain(above + before[at]!)
  await expectSame(one, two)
  await select(two, 'Present a yearly report', 'after')
  const shown = two.getByRole('complementary', { name: 'Sources' }).locator('blockquote')
  await expect(shown).toHaveCount(quotes.length + 1)
  expect((await shown.allTextContents()).sort()).toEqual([...quotes, yearly].sort())
  // And taken back: each paragraph stands on its own key points again, also once it was joined anew.
  for (const [key, there] of [['Control+z', before], ['Control+y', null], ['Control+z', before]] as const) {
    await select(one, above, 'after')
    await one.keyboard.press(key)
    if (there === null) await expect.poll(() => words(two)).toContain(above + before[at]!)
    else await expect.poll(() => words(two)).toEqual(there)
    await expectSame(one, two)
    for (const page of [one, two]) {
      await select(page, above, 'after')
      const held = page.getByRole('complementary', { name: 'Sources' }).locator('blockquote')
      await expect(held).toHaveCount(quotes.length + (there === null ? 1 : 0))
    }
  }
  for (const page of [one, two]) {
    await expectSources(page, above, quotes)
    await expectSources(page, 'Present a yearly report', [yearly])
  }
})

test('beside a paragraph stand the session, the words, who marked them and when, and the way to the notes', async ({ site, as }) => {
  const [one, two] = await twoEditors(site, as)
  const panel = one.getByRole('complementary', { name: 'Sources' })
  await select(one, 'Hold hearings', 'after')
  const source = panel.getByRole('article')
  await expect(source).toHaveCount(1)
  await expect(source).toContainText('Session 4')
  await expect(source.locator('blockquote')).toHaveText(hearings)
  await expect(source).toContainText('Used')
  await expect(source).toContainText(/Marked by|not recorded/i)
  // What somebody says anew in the notes is told beside the paragraph that rests on it.
  const point = ((await (await one.request.get(site.api('key-points'))).json()) as { id: string; sessionId: string; statement: string }[]).find((each) => each.statement.startsWith('Hold hearings'))!
  await two.goto(site.edition(`/sessions/${point.sessionId}?point=${point.id}`))
  const statement = two.getByRole('textbox', { name: /statement/i })
  await expect(statement).toHaveValue(point.statement)
  await statement.fill('Hold hearings twice a year.')
  await expect(source).toContainText('Hold hearings twice a year.')
  const inOutline = one.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: /Hold hearings/ })
  await expect(inOutline).toContainText('The key point has been reworded since')
  await expect(one.getByRole('navigation', { name: 'Outline' }).getByText('has been reworded since')).toHaveCount(1)
  await source.getByRole('link', { name: 'Open in notes' }).click()
  await one.waitForURL((url) => url.pathname.endsWith(`/sessions/${point.sessionId}`))
  await expect(text(one).locator(`mark.key-point-active[data-key-point-id="${point.id}"]`).first()).toBeInViewport()
})

test('the keyboard leads straight into the text and through the outline, and after a choice it is back in the text', async ({ site, as }) => {
  const page = await as('Demo Editor')
  expect((await page.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
  await page.goto(site.edition('/document'))
  await expect(text(page)).toContainText('Hold hearings')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Draft. ')
  await expect(text(page).locator('.title')).toContainText('Draft. ')

  // One stop of Tab: the part where the caret is.
  const outline = page.getByRole('navigation', { name: 'Outline' })
  await expect(outline.locator('button[tabindex="0"]')).toHaveCount(1)
  await select(page, 'Hold hearings at least', 'before')
  const part = outline.locator('button[aria-current]')
  await expect(part).toContainText('Hold hearings')
  await expect(part).toHaveAttribute('tabindex', '0')
  await part.focus()
  for (const [key, name] of [['End', /Annex III/], ['Home', 'Preamble'], ['ArrowDown', /^A\./], ['ArrowDown', /^1/], ['ArrowUp', /^A\./]] as const) {
    await page.keyboard.press(key)
    await expect(outline.getByRole('button', { name }).and(page.locator(':focus'))).toHaveCount(1)
  }
  // Behind a group's heading a numbered paragraph begins.
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('A new first one.')
  await expect(text(page).locator('.operative').first()).toHaveText('A new first one.')
  await expect(text(page).locator('.operative').first()).toHaveAttribute('data-n', '1')
  // Moved, by key and by menu, as one step each.
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('button', { name: 'More formatting' }).click()
  await page.getByRole('menuitem', { name: 'Move the paragraph down' }).click()
  await page.keyboard.type(' Now third.')
  const third = text(page).locator('.operative').nth(2)
  await expect(third).toHaveText('A new first one. Now third.')
  await expect(third).toHaveAttribute('data-n', '3')
  const kind = page.getByRole('button', { name: /^Kind of paragraph/ })
  const typeOf = async () => (await blocks(page)).find((block) => block.text.includes('Hold hearings'))?.type

  await select(page, 'Hold hearings at least', 'after')
  await kind.click()
  await page.getByRole('menuitemradio', { name: 'Quote' }).click()
  await expect(text(page)).toBeFocused()
  await page.keyboard.type(' mouse')
  await expectWords(page, 'Hold hearings at least mouse once')
  expect(await typeOf()).toBe('blockquote')

  await kind.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemradio', { name: 'Voice' }).press('Enter')
  await expect(text(page)).toBeFocused()
  await page.keyboard.type(' keys')
  await expectWords(page, 'Hold hearings at least mouse keys once')
  expect(await typeOf()).toBe('voice')

  // Nothing chosen: the focus is where the menu was opened.
  await kind.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(kind).toBeFocused()
})

test('a paragraph that is moved or copied takes its sources along', async ({ site, as }) => {
  const [one, two] = await twoEditors(site, as)
  const used = async () => {
    const points = (await (await one.request.get(site.api('key-points'))).json()) as { statement: string; usedIn: { paragraphId: string }[] }[]
    return points.find((point) => point.statement === ministryPoint)?.usedIn.map((use) => use.paragraphId) ?? []
  }
  expect(await used()).toEqual([await idOf(one, ministryPoint)])

  // Copied: a paragraph of its own, that stands on the same key point.
  await select(one, ministryPoint)
  await one.keyboard.press('Control+c')
  await select(one, 'Present a yearly report to parliament on breaches, their causes and what was done about them.', 'after')
  await one.keyboard.press('Enter')
  await one.keyboard.press('Control+v')
  await expect.poll(async () => (await words(two)).filter((said) => said === ministryPoint)).toHaveLength(2)
  await expectSame(one, two)
  const copies = (await blocks(one)).filter((block) => block.text === ministryPoint)
  expect(copies.map((block) => block.type)).toEqual(['operative', 'operative'])
  await one.keyboard.type(' Copied.')
  await expectSources(two, `${ministryPoint} Copied.`, [ministry])
  await expect.poll(async () => (await used()).sort()).toEqual(copies.map((block) => block.id).sort())

  // Moved: cut out with all its words, the empty line taken away, and pasted elsewhere by the other editor's eyes alone.
  await select(one, ministryPoint)
  await one.keyboard.press('Control+x')
  await one.keyboard.press('Backspace')
  await expect.poll(() => words(two)).not.toContain(ministryPoint)
  await select(one, `${ministryPoint} Copied.`, 'after')
  await one.keyboard.press('Enter')
  await one.keyboard.press('Control+v')
  await one.keyboard.type(' Moved.')
  await expect.poll(() => words(two)).toContain(`${ministryPoint} Moved.`)
  await expectSame(one, two)
  for (const page of [one, two]) await expectSources(page, `${ministryPoint} Moved.`, [ministry])
  const places = await Promise.all([idOf(one, `${ministryPoint} Copied.`), idOf(one, `${ministryPoint} Moved.`)])
  await expect.poll(async () => (await used()).sort()).toEqual(places.sort())

  // From the key point back to where it stands now.
  await one.goto(site.edition('/key-points'))
  await one.getByText(ministryPoint).first().click()
  await one.getByRole('link', { name: 'Go to the paragraph' }).last().click()
  await expect(one.getByRole('complementary', { name: 'Sources' }).locator('blockquote')).toHaveText([ministry])
})
