import type { Page } from '@playwright/test'
import { expect, Network, type Site, test, text } from './site'

interface KeyPoint { id: string; statement: string; state: string; reason: string | null }

async function keyPoints(page: Page, site: Site): Promise<KeyPoint[]> {
  return (await (await page.request.get(site.api('key-points'))).json()) as KeyPoint[]
}

const stateOf = async (page: Page, site: Site, id: string) => (await keyPoints(page, site)).find((point) => point.id === id)?.state

const away = 'The server can’t be reached'

test('the server stops in the middle of deciding: the page says so, keeps what was typed, and goes on without a reload', async ({ site, browser }) => {
  const network = await Network.to(site)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await site.signIn(context, 'Demo Editor', network.url)
  await page.goto(network.edition('/key-points'))
  const [first, second, third] = (await keyPoints(page, site)).filter((point) => point.state === 'captured')
  const row = (point: KeyPoint) => page.locator(`[data-point="${point.id}"]`)
  const detail = page.getByRole('complementary', { name: 'Key point' })
  const failure = page.getByRole('alert').filter({ hasText: 'This was not decided' })
  const notice = page.getByRole('status').filter({ hasText: away })
  // A reload would lose this.
  await page.evaluate(() => { document.body.dataset['loaded'] = 'once' })

  // Accepting fails: it is said on the point, also when somebody looks at another one meanwhile.
  await row(first!).click()
  await site.stop()
  await expect(notice.first()).toBeVisible()
  await detail.getByRole('button', { name: /^Accept/ }).click()
  await expect(detail.getByRole('alert')).toContainText('This was not decided')
  await expect(detail.getByRole('alert')).toContainText(away)
  await row(second!).click()
  await expect(failure).toContainText(first!.statement)
  await failure.getByRole('link').click()
  await expect(detail).toContainText(first!.statement)
  await expect(detail.getByRole('button', { name: /^Accept/ })).toBeVisible()

  // Setting aside fails: the reason is still there to be sent.
  await row(second!).click()
  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('The room did not settle this.')
  await dialog.getByRole('button', { name: 'Set aside' }).click()
  await expect(dialog.getByRole('alert')).toContainText(away)
  await expect(dialog.getByRole('textbox')).toHaveValue('The room did not settle this.')

  await site.serve()
  await expect(notice).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Set aside' }).click()
  await expect(dialog).toHaveCount(0)
  expect(await stateOf(page, site, second!.id)).toBe('set-aside')
  await failure.getByRole('link').click()
  await detail.getByRole('button', { name: /^Accept/ }).click()
  await expect(failure).toHaveCount(0)
  await expect.poll(() => stateOf(page, site, first!.id)).toBe('accepted')

  // The decision arrives, the answer does not: once the page hears of it again, it shows what is true.
  await row(third!).click()
  network.delay = 3000
  await detail.getByRole('button', { name: /^Accept/ }).click()
  await expect.poll(() => stateOf(page, site, third!.id)).toBe('accepted')
  await network.cut()
  await expect(failure).toBeVisible()
  network.delay = 0
  await network.join()
  await expect(failure).toHaveCount(0)
  await row(third!).click()
  await expect(detail.getByText('Accepted').first()).toBeVisible()
  await expect(page.locator('body')).toHaveAttribute('data-loaded', 'once')
  await context.close()
  await network.cut()
})

test('the server stops in the middle of compiling and of making a file: each says so, and works when it is back', async ({ site, as }) => {
  const page = await as('Demo Editor', { acceptDownloads: true })
  await page.goto(site.edition('/document'))
  const notice = page.getByRole('status').filter({ hasText: away })
  const dialog = page.getByRole('dialog')
  await page.getByRole('main').getByRole('button', { name: 'Make the zero draft' }).click()
  await expect(dialog).toContainText('accepted key points go into the draft')
  await dialog.getByText('Title, status line and preamble').click()
  await dialog.getByRole('textbox', { name: 'Status line' }).fill('A paper of the secretariat.')
  await page.evaluate(() => { document.body.dataset['loaded'] = 'once' })
  await site.stop()
  await dialog.getByRole('button', { name: 'Make the zero draft' }).click()
  await expect(dialog.getByRole('alert')).toContainText('No draft was made')
  await expect(dialog.getByRole('alert')).toContainText(away)
  await expect(dialog.getByRole('textbox', { name: 'Status line' })).toHaveValue('A paper of the secretariat.')
  await site.serve()
  await dialog.getByRole('button', { name: 'Make the zero draft' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(text(page)).toContainText('A paper of the secretariat.')

  await page.getByRole('link', { name: 'Export' }).last().click()
  const first = page.getByRole('img', { name: /^Page 1 of/ })
  const drawn = () => first.evaluate((image: HTMLImageElement) => (image.complete && image.naturalWidth > 0 ? image.src : ''))
  await expect.poll(drawn).not.toBe('')
  // Caught in the middle of typesetting: the answer never comes.
  await page.route('**/exports', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await site.stop()
    return route.continue()
  })
  const make = page.getByRole('button', { name: /^Download PDF$/ })
  await make.click()
  await expect(page.getByRole('alert')).toContainText('The PDF file was not made')
  await expect(page.getByRole('alert')).toContainText(away)
  await expect(notice.first()).toBeVisible()
  await expect(page.getByText('Files are made on the server, which can’t be reached now.')).toBeVisible()
  // The pages shown are those of before; what another paper would need is missing, in words.
  expect(await drawn()).not.toBe('')
  await page.getByText('US Letter').click()
  await expect(page.getByText('The pages can’t be shown').or(page.getByText(/these are the pages of before/i)).first()).toBeVisible()

  await page.unroute('**/exports')
  await site.serve()
  await expect(notice).toHaveCount(0)
  const shape = () => first.evaluate((image: HTMLImageElement) => (image.complete && image.naturalWidth > 0 ? Math.round((1000 * image.naturalWidth) / image.naturalHeight) : 0))
  await expect.poll(shape).toBe(773)
  const download = page.waitForEvent('download')
  await make.click()
  expect((await download).suggestedFilename()).toBe('igf-2023-main-en.pdf')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.locator('body')).toHaveAttribute('data-loaded', 'once')
})
