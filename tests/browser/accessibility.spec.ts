import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, Network, openNotes, select, type Site, test, text } from './site'

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 780 }
const small = { width: 320, height: 640 }
type Size = typeof desk

/** What the pages hold for whoever cannot see them, and whether they fit: in light and dark, at each of these sizes. */
async function audit(page: Page, about: string, sizes: readonly Size[] = [desk], except: string[] = []): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
      const state = `${about}, ${String(size.width)} px, ${colorScheme}`
      // No page has frames: the other mode opens a page of its own for each audit, to bring the results of frames together.
      const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).disableRules(except)
      // Between light and dark nothing but the colours changes.
      const { violations } = await (colorScheme === 'light' ? builder : builder.withRules('color-contrast')).analyze()
      const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`)
      expect.soft(found, state).toEqual([])
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect.soft(wider, `${state}: scrolls sideways by`).toBeLessThanOrEqual(0)
      const folder = process.env['SCREENSHOTS']
      if (folder) await page.screenshot({ path: `${folder}/${state.replaceAll(/\W+/g, '-')}.png` })
    }
  }
}

async function open(page: Page, site: Site, path: string): Promise<void> {
  await page.goto(site.edition(path))
  await expect(page.getByRole('main')).toBeVisible()
  if (path.startsWith('/sessions/') || path === '/document') await expect(page.locator('.ProseMirror .block').first()).toBeVisible()
  if (path === '/export') await expect(page.getByRole('img').first()).toBeVisible()
  await expect(page.locator('.wait')).toHaveCount(0)
}

async function compile(page: Page, site: Site): Promise<void> {
  expect((await page.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
}

async function inArabic(page: Page): Promise<void> {
  await page.addInitScript(() => { localStorage.setItem('rapporteur.language', 'ar') })
}

const pages = ['', '/sessions', '/sessions/rehearsal', '/key-points', '/document', '/export', '/no-such-page']

for (const [language, prepare] of [['English', null], ['Arabic', inArabic]] as const) {
  test(`every page stands the audit at desk and phone size, in light and dark, in ${language}`, async ({ site, as }) => {
    test.slow()
    const page = await as('Demo Editor')
    await prepare?.(page)
    if (prepare === null) {
      await page.goto(site.edition('/document'))
      await expect(page.getByRole('main').getByRole('button', { name: 'Make the zero draft' })).toBeVisible()
      await audit(page, 'no document yet', [desk, small])
    }
    await compile(page, site)
    for (const path of pages) {
      await page.setViewportSize(desk)
      await open(page, site, path)
      await expect(page.locator('html')).toHaveAttribute('dir', prepare === null ? 'ltr' : 'rtl')
      await audit(page, `${language} ${path}`, [desk, small])
    }
  })
}

test('signing in stands the audit: asking for a link, using it, and one that was used', async ({ site, browser }) => {
  const context = await browser.newContext({ viewport: desk })
  const page = await context.newPage()
  const link = site.link('Demo Reader')
  for (const dir of ['ltr', 'rtl']) {
    if (dir === 'rtl') await inArabic(page)
    await page.goto(`${site.url}/sign-in`)
    await expect(page.locator('html')).toHaveAttribute('dir', dir)
    await audit(page, `sign-in ${dir}`, [desk, small])
    await page.goto('about:blank')
    await page.goto(link)
    await expect(page.getByRole('main').getByRole('button')).toBeFocused()
    await audit(page, `sign-in continue ${dir}`, [desk, small])
  }
  await page.request.post(`${site.url}/api/sign-in/redeem`, { data: { token: link.split('#')[1] } })
  await page.getByRole('main').getByRole('button').click()
  await expect(page.getByRole('alert')).toBeVisible()
  await audit(page, 'sign-in used rtl', [desk, small])
  await context.close()
})

test('what opens over the pages stands the audit', async ({ site, as }) => {
  test.slow()
  const page = await as('Demo Editor')
  await compile(page, site)
  for (const language of ['English', 'Arabic']) {
    if (language === 'Arabic') await inArabic(page)
    const look = (about: string) => audit(page, `${language} ${about}`, [language === 'Arabic' ? small : desk])
    const dialog = page.getByRole('dialog')
    await page.setViewportSize(desk)

    await open(page, site, '/document?compile=yes')
    await expect(dialog.locator('.fold').first()).toBeVisible()
    for (const fold of await dialog.locator('details').all()) await fold.evaluate((each: HTMLDetailsElement) => { each.open = true })
    await look('zero draft')

    await open(page, site, '')
    await page.locator('.me-button').click()
    await expect(page.getByRole('menu')).toBeVisible()
    await look('person menu')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await expect(dialog.getByRole('option').first()).toBeVisible()
    await look('palette')
    await dialog.getByRole('combobox').fill('zzz')
    await expect(dialog.locator('.palette__none')).toBeVisible()
    await look('palette without results')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')

    await page.setViewportSize(desk)
    await open(page, site, '/key-points')
    await page.locator('[data-point]').first().click()
    await expect(page.locator('.detail__statement')).toBeVisible()
    await look('board with a key point')
    await page.keyboard.press('s')
    await expect(dialog).toBeVisible()
    await dialog.getByRole('button').last().click()
    await expect(dialog.locator('.field__error')).toBeVisible()
    await look('set aside')
  }
})

test('what opens beside and over a text stands the audit', async ({ site, as }) => {
  test.slow()
  const page = await as('Demo Editor')
  await compile(page, site)
  for (const language of ['English', 'Arabic']) {
    if (language === 'Arabic') await inArabic(page)
    const [wide, narrow] = language === 'Arabic' ? [small, small] : [desk, phone]
    const look = (about: string, at: Size, except: string[] = []) => audit(page, `${language} ${about}`, [at], except)
    await page.setViewportSize(desk)
    await openNotes(page, site, 'rehearsal')
    await page.locator('.point__open').first().click()
    await expect(page.locator('.point--open')).toBeVisible()
    await look('key point', desk)
    // The same card in the sheet of a phone.
    await page.setViewportSize(narrow)
    await page.locator('.panels button').last().click()
    await expect(page.locator('.drawer .point--open')).toBeVisible()
    await look('key point', narrow)
    await page.locator('.point--open .point__more button').click()
    await expect(page.getByRole('menu')).toBeVisible()
    await look('more of a key point', narrow)
    await page.keyboard.press('Escape')
    await page.locator('.panels button').first().click()
    await expect(page.locator('.drawer--start')).toBeVisible()
    await look('session facts', narrow)
    await page.locator('.drawer__h button').click()
    await page.locator('.tools button[aria-haspopup]').last().click()
    await expect(page.getByRole('menu')).toBeVisible()
    await look('more tools', narrow)
    await page.keyboard.press('Escape')

    await page.setViewportSize(desk)
    await select(page, 'eleven days late.')
    await page.keyboard.press('Control+Shift+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.type('no address')
    await page.keyboard.press('Enter')
    await expect(page.locator('.field__error')).toBeVisible()
    await look('link', wide)
    await page.keyboard.press('Escape')
    await page.setViewportSize(desk)
    await select(page, 'eleven days late.', 'after')
    await page.keyboard.press('Control+Alt+f')
    await expect(page.locator('.footnote-pop textarea')).toBeFocused()
    await page.keyboard.type('As told by the moderator.')
    // While it is open, the page around it is hidden from screen readers.
    await look('footnote', wide, ['landmark-one-main', 'page-has-heading-one'])
    await page.keyboard.press('Escape')
    await page.setViewportSize(desk)
    // Words that stand in key points, in the text and in that footnote.
    await page.keyboard.press('Control+f')
    await page.locator('.finder input').fill('moderator')
    await expect(page.locator('.finder__count')).toBeVisible()
    await page.keyboard.press('Enter')
    while (await page.locator('.finder__beside').count() === 0) await page.keyboard.press('Enter')
    await look('find in a footnote', wide)
    await page.setViewportSize(desk)
    await page.locator('.finder input').fill('breach')
    await expect(page.locator('.key-point .found').first()).toBeVisible()
    await look('find', wide)
    await page.locator('.finder input').fill('zzz')
    await expect(page.locator('.finder__count--none')).toBeVisible()
    await look('find nothing', wide)
    await page.keyboard.press('Escape')
    await expect(page.locator('.finder')).toHaveCount(0)
    await page.setViewportSize(desk)
    await select(page, 'The moderator thanked', 'before')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type('/')
    await expect(page.locator('.slash')).toBeVisible()
    // The arrows scroll the list while the caret stays in the text.
    await expect(text(page)).toHaveAttribute('aria-activedescendant', /./)
    await look('slash menu', wide, ['scrollable-region-focusable'])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Backspace')

    await page.setViewportSize(desk)
    await open(page, site, '/document')
    await text(page).locator('[data-block=operative]').first().click()
    await expect(page.locator('.source').first()).toBeVisible()
    await look('sources', desk)
    await page.setViewportSize(narrow)
    for (const which of ['first', 'last'] as const) {
      await page.locator('.panels button')[which]().click()
      await expect(page.locator('.drawer--sheet')).toBeVisible()
      await look(`document sheet ${which}`, narrow)
      await page.locator('.drawer__h button').click()
    }
  }
})

test('what somebody sees who may only read, without a server, or with words that were not sent, stands the audit', async ({ site, as, browser }) => {
  test.slow()
  const editor = await as('Demo Editor')
  await compile(editor, site)
  const reader = await as('Demo Reader')
  const rapporteur = await as('Demo Rapporteur')
  for (const language of ['English', 'Arabic']) {
    if (language === 'Arabic') for (const page of [reader, rapporteur]) await inArabic(page)
    const sizes = [language === 'Arabic' ? small : desk]
    for (const path of ['', '/sessions/rehearsal', '/key-points', '/document']) {
      await reader.setViewportSize(desk)
      await open(reader, site, path)
      await audit(reader, `${language} reader ${path}`, sizes)
    }
    await reader.setViewportSize(desk)
    await open(reader, site, '/key-points')
    await reader.locator('[data-point]').first().click()
    await expect(reader.locator('.detail__statement')).toBeVisible()
    await audit(reader, `${language} reader key point`, sizes)
    await rapporteur.setViewportSize(desk)
    await openNotes(rapporteur, site, 'rehearsal')
    await select(rapporteur, 'The moderator thanked', 'after')
    await site.stop()
    await rapporteur.keyboard.type(' warmly')
    await expect(rapporteur.locator('footer.status--warn, footer.status--bad')).toBeVisible()
    await audit(rapporteur, `${language} notes without a server`, sizes)
    await audit(reader, `${language} board without a server`, sizes)
    await site.serve()
  }

  // Words that the server does not take any more.
  const network = await Network.to(site)
  const context = await browser.newContext({ viewport: desk })
  const late = await site.signIn(context, 'Second Rapporteur', network.url)
  await openNotes(late, network, 'rehearsal')
  await network.cut()
  await select(late, 'eleven days late.', 'after')
  await late.keyboard.type(' Typed in the train.')
  expect((await editor.request.post(site.api('sessions/rehearsal/submit'))).ok()).toBe(true)
  await network.join()
  await expect(late.getByRole('button', { name: /download/i }).first()).toBeVisible({ timeout: 60_000 })
  await audit(late, 'words that were not taken', [small])
  await context.close()
  await network.cut()
})
