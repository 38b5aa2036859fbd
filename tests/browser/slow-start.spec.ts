import type { Page } from '@playwright/test'
import { expect, expectWords, openNotes, select, test, text, words } from './site'

/** Makes the page's machine six times slower. */
async function slowly(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 })
}

const typed = ' The quick brown fox jumps over the lazy dog, twice.'

test('on a slow device letters typed at once land where the caret is', async ({ site, as }) => {
  const [slow, other] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await openNotes(other, site, 'rehearsal')
  const before = await words(other)

  // Opened for the first time: the text comes from the server.
  await slowly(slow)
  await slow.goto(site.edition('/sessions/rehearsal'))
  await text(slow).locator('p').last().click()
  await slow.keyboard.press('Control+End')
  await slow.keyboard.type(typed)
  const expected = before.with(-1, before.at(-1)! + typed)
  await expect.poll(() => words(slow)).toEqual(expected)
  await expect.poll(() => words(other)).toEqual(expected)
})

test('on a slow device letters land in their place while what others wrote meanwhile comes in', async ({ site, as }) => {
  const [slow, other] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await openNotes(other, site, 'rehearsal')
  // The text is on the device; what the other writes then is not.
  await openNotes(slow, site, 'rehearsal')
  await expect(slow.getByText(/On the server: everything/)).toBeVisible()
  await slow.goto('about:blank')
  await select(other, 'The names, the statements and the times are made up.', 'after')
  for (let line = 0; line < 12; line++) {
    await other.keyboard.press('Enter')
    await other.keyboard.insertText(`A line that was written meanwhile, number ${String(line)}.`)
  }
  await expect(other.getByText(/On the server: everything/)).toBeVisible()

  await slowly(slow)
  await slow.goto(site.edition('/sessions/rehearsal'))
  // The caret goes to the words, wherever they stand when it is put there.
  await select(slow, 'eleven days late.', 'after')
  const more = other.keyboard.type(' And more and more.', { delay: 30 })
  await slow.keyboard.type(typed)
  await more
  for (const page of [slow, other]) {
    await expectWords(page, `eleven days late.${typed}`)
    await expectWords(page, 'number 11. And more and more.')
  }
  await expect.poll(async () => JSON.stringify(await words(slow)) === JSON.stringify(await words(other))).toBe(true)
  expect((await text(slow).innerText()).split('quick brown fox')).toHaveLength(2)
})
