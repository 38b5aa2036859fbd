import type { Locator, Page } from '@playwright/test'
import { expect, openNotes, select, test, text } from './site'

/** Opens something by keyboard, closes it by Escape, and expects the focus where it was. */
async function comesBack(page: Page, from: Locator, open: () => Promise<void>, opened: Locator): Promise<void> {
  await from.focus()
  await open()
  await expect(opened).toBeVisible()
  await expect.poll(() => opened.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Escape')
  await expect(opened).toHaveCount(0)
  await expect(from).toBeFocused()
}

test('after a menu or a dialog was closed by Escape the focus is where it was', async ({ site, as }) => {
  const page = await as('Demo Rapporteur')
  const [menu, dialog] = [page.getByRole('menu'), page.getByRole('dialog')]
  const press = (key: string) => () => page.keyboard.press(key)
  await openNotes(page, site, 'rehearsal')

  await page.getByRole('complementary', { name: 'Key points' }).getByRole('button', { name: /^Key point 1/ }).click()
  await comesBack(page, page.getByRole('article', { name: 'Key point 1' }).getByRole('button', { name: 'More' }), press('Enter'), menu)
  await comesBack(page, page.getByRole('button', { name: /Your settings/ }), press('Enter'), menu)
  await comesBack(page, page.getByRole('button', { name: 'Submit notes …' }), press('Enter'), dialog)
  await comesBack(page, page.getByRole('button', { name: 'Find', exact: true }), press('Enter'), dialog)
  // The palette opens by keys from anywhere, and gives the focus back to there.
  await comesBack(page, page.getByRole('link', { name: 'Document', exact: true }), press('Control+k'), dialog)

  // In the text too; Ctrl+Shift+K makes a link there. The selection is kept.
  await select(page, 'eleven days late.')
  for (const [keys, name] of [['Control+k', 'Go to'], ['Control+Shift+k', 'Add a link']] as const) {
    await comesBack(page, text(page), press(keys), page.getByRole('dialog', { name }))
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('eleven days late.')
  }
  await select(page, 'eleven days late.', 'after')
  await comesBack(page, text(page), press('Control+Alt+f'), dialog)
  await page.keyboard.type('Here')
  await expect(text(page)).toContainText('Here')

  // Where the panel lies over the text, and on a phone.
  await page.setViewportSize({ width: 700, height: 800 })
  await comesBack(page, page.locator('.panels').getByRole('button', { name: /Key points/ }), press('Enter'), page.getByRole('dialog', { name: 'Key points' }))
  await page.setViewportSize({ width: 390, height: 800 })
  await comesBack(page, page.getByRole('toolbar').getByRole('button', { name: 'More formatting' }), press('Enter'), menu)
  const panel = page.locator('.panels').getByRole('button', { name: /Key points/ })
  await panel.focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('complementary', { name: 'Key points' })
  await expect(sheet).toBeVisible()
  await sheet.getByRole('button', { name: /^Key point 2/ }).focus()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(panel).toBeFocused()
})

test('the keyboard leads out of a list: Escape, then Tab', async ({ site, as }) => {
  const page = await as('Demo Rapporteur')
  await openNotes(page, site, 'rehearsal')
  await select(page, 'eleven days late.', 'after')
  await page.keyboard.press('Control+Shift+8')
  const item = text(page).locator('[data-block="unordered-list-item"]', { hasText: 'eleven days late.' })
  await expect(item).toHaveCount(1)
  await page.keyboard.press('Tab')
  await expect(text(page)).toBeFocused()
  await expect(item).toHaveAttribute('data-indent', '1')
  for (const key of ['Tab', 'Shift+Tab']) {
    await text(page).focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press(key)
    await expect(text(page)).not.toBeFocused()
    await expect(item).toHaveAttribute('data-indent', '1')
  }
  await expect(text(page)).toHaveAccessibleDescription(/press Escape, then Tab/)
})

test('Tab stays in the text, also where there is no list level to go to, and Escape then Tab leads out', async ({ site, as }) => {
  const page = await as('Demo Rapporteur')
  await openNotes(page, site, 'rehearsal')
  const cards = page.getByRole('complementary', { name: 'Key points' }).getByRole('article')
  const hint = page.locator('.leaving')
  await select(page, 'eleven days late.', 'after')
  const before = await cards.allInnerTexts()
  await expect(hint).toBeHidden()
  for (const key of ['Tab', 'Shift+Tab']) {
    await page.keyboard.press(key)
    await expect(text(page)).toBeFocused()
    await expect(hint).toBeInViewport()
    await page.keyboard.type(' On ')
    await expect(hint).toBeHidden()
  }
  await expect(text(page)).toContainText('eleven days late. On  On ')
  await page.keyboard.press('Control+Shift+8')
  const item = text(page).locator('[data-block="unordered-list-item"]', { hasText: 'eleven days late.' })
  for (const level of ['1', '2', '3', '4', '4']) {
    await page.keyboard.press('Tab')
    await expect(item).toHaveAttribute('data-indent', level)
  }
  await expect(text(page)).toBeFocused()
  expect(await cards.allInnerTexts()).toEqual(before)

  await select(page, 'The moderator thanked', 'after')
  for (const key of ['Tab', 'Shift+Tab']) {
    await text(page).focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press(key)
    await expect(text(page)).not.toBeFocused()
    await expect(hint).toBeHidden()
  }
  // A footnote's field is left as any other.
  await select(page, 'The moderator thanked', 'after')
  await page.keyboard.press('Control+Alt+f')
  const field = page.getByRole('dialog', { name: 'Footnote' }).getByRole('textbox')
  await expect(field).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(field).not.toBeFocused()
})

test('on a phone, going back closes what lies over the text first', async ({ site, as }) => {
  const page = await as('Demo Rapporteur')
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(site.edition('/sessions'))
  await page.locator('a[href$="/sessions/rehearsal"]').first().click()
  await expect(text(page).locator('p').first()).toBeVisible()
  const [sheet, panel] = [page.getByRole('complementary', { name: 'Key points' }), page.locator('.panels').getByRole('button', { name: /Key points/ })]
  for (const _ of [1, 2]) {
    await panel.click()
    await expect(sheet).toBeVisible()
    await page.evaluate(() => { history.back() })
    await expect(sheet).toHaveCount(0)
    await expect(text(page)).toBeVisible()
    expect(page.url()).toMatch(/\/sessions\/rehearsal$/)
  }
  await page.evaluate(() => { history.back() })
  await page.waitForURL(/\/sessions$/)
})

test('on the board too', async ({ site, as }) => {
  const page = await as('Demo Editor')
  await page.goto(site.edition('/key-points'))
  const row = page.locator('[data-point]').first()
  await row.click()
  const aside = page.getByRole('complementary', { name: 'Key point' }).getByRole('button', { name: /^Set aside/ })
  await comesBack(page, aside, () => page.keyboard.press('Enter'), page.getByRole('dialog'))
  await comesBack(page, row, () => page.keyboard.press('s'), page.getByRole('dialog'))
  // After a decision the next one has it.
  const chosen = page.locator('.board__row--current')
  for (const what of ['a', 's']) {
    const before = await chosen.getAttribute('data-point')
    await page.keyboard.press(what)
    if (what === 's') {
      await page.getByRole('dialog').getByRole('textbox').fill('Said twice.')
      await page.getByRole('dialog').getByRole('button', { name: 'Set aside' }).click()
    }
    await expect(chosen).not.toHaveAttribute('data-point', before ?? '')
    await expect(chosen).toBeFocused()
  }
})

test('one types on where one was, after each dialog, menu and command of the notes', async ({ site, as }) => {
  const page = await as('Demo Rapporteur')
  await openNotes(page, site, 'rehearsal')
  const menu = page.getByRole('menu')
  let count = 0
  /** Types on, and says where that went. */
  const typesOn = async (into: 'text' | 'field') => {
    const mark = `q${'x'.repeat(++count)}q`
    await page.keyboard.type(mark)
    if (into === 'text') await expect(text(page)).toContainText(mark)
    else await expect(page.getByRole('textbox', { name: /statement/i })).toHaveValue(new RegExp(mark))
  }
  const open = page.locator('.point--open')
  const choose = async (name: string) => {
    await open.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  const behind = () => select(page, 'The moderator thanked', 'after')

  await select(page, 'eleven days late')
  await page.keyboard.press('Control+Shift+k')
  await page.getByRole('dialog').getByRole('textbox').fill('example.org')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await typesOn('text')
  // A menu that is called off, and one that is not.
  await behind()
  for (const chosen of [false, true]) {
    await page.locator('.tools__style').click()
    if (chosen) await menu.getByRole('menuitemradio', { name: 'Quote' }).click()
    else await page.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
    await typesOn('text')
  }
  await page.keyboard.press('Control+f')
  await page.keyboard.type('breach')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await typesOn('text')

  // A mark: one types on behind it; Escape and Tab lead to its fields, and Escape back.
  await select(page, 'learned of the last')
  await page.keyboard.press('Control+Alt+k')
  await typesOn('text')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await typesOn('field')
  await page.keyboard.press('Escape')
  await typesOn('text')
  // The card that Enter opens has the keyboard, and gives it back folded up.
  const id = await page.locator('[data-card]').first().getAttribute('data-card')
  const card = page.locator(`[data-card="${id ?? ''}"]`)
  await card.focus()
  await page.keyboard.press('Enter')
  await typesOn('field')
  await page.keyboard.press('Escape')
  await expect(card).toBeFocused()
  await page.keyboard.press('Enter')
  await choose('Show in the text')
  await typesOn('text')
  await select(page, 'interpreters')
  await choose('Move to the selected words')
  await typesOn('text')
  await expect(text(page)).toContainText('interpreters')

  // Removing asks nothing, and is taken back in its turn.
  const cards = page.getByRole('complementary', { name: 'Key points' }).getByRole('article')
  const before = await cards.count()
  await cards.getByRole('button', { name: /learned of the last/ }).click()
  await choose('Remove this key point')
  await expect(cards).toHaveCount(before - 1)
  await expect(page.getByRole('status').filter({ hasText: 'Key point removed' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(cards).toHaveCount(before)
  await expect(page.getByRole('status').filter({ hasText: 'Key point removed' })).toHaveCount(0)
  await typesOn('text')
})

test('who follows a source into the notes and comes back finds caret, place and undo as they were', async ({ site, as }) => {
  const [page, reader] = [await as('Demo Rapporteur', { viewport: { width: 1100, height: 480 } }), await as('Demo Reader', { viewport: { width: 1100, height: 480 } })]
  await openNotes(page, site, 'rehearsal')
  const last = 'The moderator thanked the interpreters.'
  await select(page, last, 'after')
  await page.keyboard.type(' Typed before.')
  const scrolled = () => page.locator('.text').evaluate((element) => element.scrollTop)
  await expect.poll(scrolled).toBeGreaterThan(0)
  const place = await scrolled()
  await page.locator('.tabs-menu').click()
  await page.getByRole('menuitem', { name: 'Key points' }).click()
  await expect(page.locator('[data-point]').first()).toBeVisible()
  await page.goBack()
  await expect(text(page)).toBeFocused()
  expect(await scrolled()).toBe(place)
  await page.keyboard.type(' Typed after.')
  await expect(text(page)).toContainText(`${last} Typed before. Typed after.`)
  await expect(async () => {
    await page.keyboard.press('Control+z')
    await expect(text(page)).not.toContainText('Typed', { timeout: 100 })
  }).toPass()
  await expect(text(page)).toContainText(last)

  // A jump's target stands clear of what lies around the text, for readers as well.
  await reader.goto(site.edition('/key-points'))
  const row = reader.locator('[data-point]').filter({ hasText: 'yearly report' }).first()
  await row.click()
  await reader.getByRole('link', { name: 'Open in notes' }).click()
  const mark = text(reader).locator('mark.key-point-active').first()
  await expect.poll(() => mark.evaluate((element) => {
    const [passage, around] = [element.getBoundingClientRect(), element.closest('.text')?.getBoundingClientRect()]
    return around !== undefined && passage.top >= around.top + 20 && passage.bottom <= around.bottom - 20
  })).toBe(true)
})
