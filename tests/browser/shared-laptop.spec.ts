import type { Page } from '@playwright/test'
import { expect, openNotes, select, test, text, words } from './site'

const anna = 'anna@demo.invalid'
const ben = 'ben@demo.invalid'

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: /Your settings/ }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

async function typeAfter(page: Page, place: string, typed: string): Promise<void> {
  await select(page, place, 'after')
  await page.keyboard.type(typed, { delay: 20 })
}

/** Whose tab it is, as its menu says. */
async function expectPerson(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: /Your settings/ }).click()
  await expect(page.getByRole('menu')).toContainText(name)
  await page.keyboard.press('Escape')
}

test('who signs in again is connected again in the window beside, without touching it; somebody else gets a tab of their own', async ({ site, as }) => {
  const other = await as('Second Rapporteur')
  await site.invite(anna, 'rapporteur', 'rehearsal')
  const one = await as(anna)
  const two = await one.context().newPage()
  await openNotes(one, site, 'rehearsal')
  await openNotes(other, site, 'rehearsal')
  await typeAfter(one, 'eleven days late.', ' Before.')
  await expect(one.getByText(/On the server: everything/)).toBeVisible()
  await two.goto(site.edition())
  await choose(two, 'Sign out')
  await two.waitForURL(/sign-in/)
  await expect(one.getByText('You are signed out').first()).toBeVisible()
  await typeAfter(one, ' Before.', ' Meanwhile.')
  await expect(one.getByText(/On this device: everything/)).toBeVisible()

  await site.invite(anna, 'rapporteur', 'rehearsal')
  await two.goto(site.link(anna))
  await two.getByRole('button', { name: 'Continue' }).click()
  await two.waitForURL(/editions/)
  await expect(one.getByText(/On the server: everything/)).toBeVisible()
  await expect(one.getByText('You are signed out')).toHaveCount(0)
  await expect.poll(async () => (await words(other)).join('\n')).toContain('eleven days late. Before. Meanwhile.')

  await choose(two, 'Sign out')
  await two.waitForURL(/sign-in/)
  await expect(one.getByText('You are signed out').first()).toBeVisible()
  await typeAfter(one, ' Meanwhile.', ' Only Anna’s.')
  await expect(one.getByText(/On this device: everything/)).toBeVisible()
  await site.invite(ben, 'rapporteur', 'rehearsal')
  await two.goto(site.link(ben))
  await two.getByRole('button', { name: 'Continue' }).click()
  await two.waitForURL(/editions/)
  await expectPerson(two, /ben/i)
  await expect(one.getByText('You are signed out')).toHaveCount(0)
  await expectPerson(one, /ben/i)
  await expect(text(one)).toContainText('Meanwhile.')
  await typeAfter(one, ' Meanwhile.', ' Ben’s.')
  await expect(one.getByText(/On the server: everything/)).toBeVisible()
  // What Anna typed was neither shown to Ben nor sent in his name.
  for (const page of [one, other]) expect((await words(page)).join('\n')).not.toContain('Only Anna’s.')
})

test('signing out while words wait says so, and asks', async ({ site, as }) => {
  await site.invite(anna, 'rapporteur', 'rehearsal')
  const one = await as(anna)
  await openNotes(one, site, 'rehearsal')
  await expect(one.getByText(/On this device: everything/)).toBeVisible()
  // The text's own connection is cut, and everything else goes on.
  await one.routeWebSocket(/\/sync/, (socket) => { void socket.close() })
  await one.reload()
  await typeAfter(one, 'eleven days late.', ' In the train.')
  await expect(one.getByText(/On this device: everything/)).toBeVisible()
  await choose(one, 'Sign out')
  const dialog = one.getByRole('dialog', { name: 'Not everything you typed is on the server' })
  await expect(dialog).toContainText('One text has words that are only on this device.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  expect((await one.request.get(`${site.url}/api/me`)).status()).toBe(200)
  await choose(one, 'Sign out')
  await dialog.getByRole('button', { name: 'Sign out anyway' }).click()
  await one.waitForURL(/sign-in/)
  expect((await one.request.get(`${site.url}/api/me`)).status()).toBe(401)
})
