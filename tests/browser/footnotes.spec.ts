import type { Page } from '@playwright/test'
import { expect, expectWords, openNotes, select, test, text } from './site'

const field = (page: Page) => page.getByRole('dialog', { name: 'Footnote' }).getByRole('textbox')
const caret = (page: Page) => field(page).evaluate((element) => (element as HTMLTextAreaElement).selectionStart)

async function caretAt(page: Page, at: number): Promise<void> {
  await field(page).evaluate((element, at) => { (element as HTMLTextAreaElement).setSelectionRange(at, at) }, at)
}

test('two people write in the same footnote at once: every letter arrives and both carets stay', async ({ site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await openNotes(one, site, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  await select(one, 'eleven days late.', 'after')
  await one.keyboard.press('Control+Alt+f')
  await expect(field(one)).toBeFocused()
  await one.keyboard.type('Told by the moderator.')
  await text(two).locator('.footnote').first().click()
  await expect(field(two)).toHaveValue('Told by the moderator.')
  await expect(field(two)).toBeFocused()

  // The second one writes before the first one's caret.
  await caretAt(one, 'Told by the moderator'.length)
  await caretAt(two, 'Told '.length)
  await Promise.all([one.keyboard.type(', in the hall, at nine', { delay: 60 }), two.keyboard.type('to all of us ', { delay: 70 })])
  const both = 'Told to all of us by the moderator, in the hall, at nine.'
  for (const page of [one, two]) await expect(field(page)).toHaveValue(both)
  expect(await caret(one)).toBe(both.length - 1)
  expect(await caret(two)).toBe('Told to all of us '.length)
  // What is typed next lands there.
  await one.keyboard.type(' sharp')
  await two.keyboard.type('twice ')
  const last = 'Told to all of us twice by the moderator, in the hall, at nine sharp.'
  for (const page of [one, two]) await expect(field(page)).toHaveValue(last)

  // Escape closes it; the caret is back in the text behind the mark, and the words are kept.
  await one.keyboard.press('Escape')
  await expect(text(one)).toBeFocused()
  await one.keyboard.type(' Next.')
  await expect(text(two)).toContainText('Next.')
  await expect(field(two)).toHaveValue(last)
  await one.reload()
  await text(one).locator('.footnote').first().click()
  await expect(field(one)).toHaveValue(last)

  // Who only read it types on behind its number, and the note stays: after Escape as after Done.
  await one.keyboard.press('Escape')
  await expect(text(one)).toBeFocused()
  await one.keyboard.type(' One.')
  await expectWords(two, 'late. One. Next.')
  await two.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(text(two)).toBeFocused()
  await two.keyboard.type(' Two.')
  for (const page of [one, two]) {
    await expectWords(page, 'late. Two. One. Next.')
    await expect(text(page).locator('p', { hasText: 'eleven days late.' }).locator('.footnote')).toHaveCount(1)
  }
})
