import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, type Site, test } from './site'

const pages = ['', '/sessions', '/sessions/rehearsal', '/key-points', '/document', '/export']

async function audit(page: Page, site: Site, about: string): Promise<void> {
  for (const path of pages) {
    await page.goto(site.edition(path))
    await expect(page.getByRole('main')).toBeVisible()
    if (path.startsWith('/sessions/')) await expect(page.locator('.ProseMirror p').first()).toBeVisible({ timeout: 40_000 })
    await page.waitForLoadState('networkidle').catch(() => undefined)
    const { violations } = await new AxeBuilder({ page }).analyze()
    const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`)
    expect(found, `${about} ${path}`).toEqual([])
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wider, `${about} ${path} scrolls sideways`).toBeLessThanOrEqual(0)
  }
}

test('every page stands the audit in light and dark', async ({ site, as }) => {
  test.slow()
  const page = await as('Demo Editor')
  await audit(page, site, 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await audit(page, site, 'dark')
})

test('every page stands the audit at 320 px', async ({ site, as }) => {
  test.slow()
  await audit(await as('Demo Editor', { viewport: { width: 320, height: 640 } }), site, '320 px')
})

test('every page stands the audit in Arabic, from right to left', async ({ site, as }) => {
  test.slow()
  const page = await as('Demo Editor')
  await page.goto(site.edition())
  await page.getByRole('button', { name: /Your settings/ }).click()
  await page.getByText('العربية').click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await audit(page, site, 'Arabic')
})
