import type { Page } from '@playwright/test'
import { expect, openNotes, select, test, words } from './site'

/** How often words stand in the text of a page. */
const count = async (page: Page, sought: string) => (await words(page)).join('\n').split(sought).length - 1

/** Each page has each of these once. */
async function once(pages: readonly Page[], ...typed: string[]): Promise<void> {
  for (const page of pages) for (const sought of typed) await expect.poll(() => count(page, sought), { message: sought }).toBe(1)
}

/** Types in front of some words, letter by letter. */
async function typeBefore(page: Page, place: string, typed: string): Promise<void> {
  await select(page, place, 'before')
  await page.keyboard.type(typed, { delay: 20 })
}

test('a person types in two tabs at once, with and without a network: everything arrives once in both and at somebody else’s', async ({ site, as }) => {
  const [one, other] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  const device = one.context()
  const two = await device.newPage()
  for (const page of [one, two, other]) await openNotes(page, site, 'rehearsal')

  await Promise.all([
    typeBefore(one, 'The moderator asked', 'First online. '),
    typeBefore(two, 'The moderator asked', 'Again online. '),
    typeBefore(other, 'One member proposed', 'Other online. '),
  ])
  await once([one, two, other], 'Other online. One member proposed')
  // Two carets at the same place: whatever the order of the letters, each is there once, and everybody sees the same.
  const crossed = async (page: Page) => (await words(page)).join('\n').split('Opening\n')[1]?.split('The moderator asked')[0] ?? ''
  for (const page of [one, two, other]) await expect.poll(async () => [...await crossed(page)].sort().join('')).toBe([...'First online. Again online. '].sort().join(''))
  for (const page of [two, other]) expect(await crossed(page)).toBe(await crossed(one))

  await device.setOffline(true)
  for (const tab of [one, two]) await expect(tab.getByText('No network').first()).toBeVisible()
  await Promise.all([
    typeBefore(one, 'Two members answered', 'First offline. '),
    typeBefore(two, 'A second member', 'Again offline. '),
    typeBefore(other, 'Transcripts should', 'Other offline. '),
  ])
  const [first, again, others] = ['First offline. Two members', 'Again offline. A second member', 'Other offline. Transcripts should']
  // The tabs of a device have each other without a network; nobody else has heard of it.
  await once([one, two], first, again)
  expect([await count(other, first), await count(other, again), await count(one, others), await count(two, others)]).toEqual([0, 0, 0, 0])
  // Closed in the middle of a word, as it were: nothing is waited for.
  await two.keyboard.type('Then closed. ')
  await two.close()
  const closed = 'Again offline. Then closed. A second member'
  await once([one], first, closed)
  await expect(one.getByText(/waiting/)).toBeVisible()
  await expect(one.getByText(/On this device: everything/)).toBeVisible()

  await device.setOffline(false)
  await once([one, other], first, closed, others)
  await expect(one.getByText(/On the server: everything/)).toBeVisible()
  await one.reload()
  await once([one], first, closed, others)
  await expect.poll(() => words(one)).toEqual(await words(other))
})
