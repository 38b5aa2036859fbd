// What people expect of a phone.
import { expect, openNotes, test } from './site'

test('going back closes what lies over the text, also where the page was opened by its address', async ({ site, as }) => {
  const page = await as('Demo Rapporteur', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await openNotes(page, site, 'rehearsal')
  const address = page.url()
  const sheet = page.getByRole('complementary', { name: 'Key points' })
  const open = async () => {
    await page.locator('.panels').getByRole('button', { name: /Key points/ }).tap()
    await expect(sheet).toBeVisible()
  }
  for (let time = 0; time < 2; time += 1) {
    await open()
    await page.goBack()
    await expect(sheet).toHaveCount(0)
    expect(page.url()).toBe(address)
  }
  // Closed otherwise, it leaves nothing behind that one would have to go back from.
  await open()
  await page.getByRole('button', { name: 'Close' }).first().tap()
  await expect(sheet).toHaveCount(0)
  await expect(page.locator('.panels').getByRole('button', { name: /Key points/ })).toBeVisible()
  await page.goBack()
  expect(page.url()).toBe('about:blank')
})
