import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { expect, openNotes, test, text, typeAtEnd } from './site'

test('browsers closed and opened again without a server keep what was typed, and all of it arrives', async ({ site }, info) => {
  test.slow()
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'browser-')))
  const open = async (folder: string) =>
    chromium.launchPersistentContext(folder, { ...info.project.use.launchOptions, viewport: { width: 1440, height: 900 } })
  let contexts = await Promise.all(folders.map(open))
  const pages = await Promise.all([
    site.signIn(contexts[0]!, 'Demo Rapporteur'),
    site.signIn(contexts[1]!, 'Second Rapporteur'),
  ])
  for (const page of pages) {
    // What the first page fetched is kept once the service worker has taken over.
    await page.goto(site.edition())
    await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)
    await openNotes(page, site, 'pt23-rt')
    await expect(page.getByText(/On the server: everything/)).toBeVisible()
    await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)
  }

  await site.stop()
  await typeAtEnd(pages[0], 0, ' First.')
  await typeAtEnd(pages[1], 1, ' Second.')
  // Closed in the middle of a word, as it were: nothing is waited for.
  for (const context of contexts) await context.close()

  contexts = await Promise.all(folders.map(open))
  const again = await Promise.all(contexts.map((context) => context.newPage()))
  for (const page of again) await openNotes(page, site, 'pt23-rt')
  await expect(text(again[0]!)).toContainText('First.')
  await expect(text(again[1]!)).toContainText('Second.')
  await typeAtEnd(again[0]!, 0, ' Third.')
  await again[0]!.reload()
  await expect(text(again[0]!)).toContainText('Third.')

  await site.serve()
  for (const page of again) {
    for (const word of ['First.', 'Second.', 'Third.']) {
      await expect(text(page)).toContainText(word, { timeout: 40_000 })
      expect((await text(page).innerText()).split(word)).toHaveLength(2)
    }
  }
  for (const context of contexts) await context.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
