import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { expect, expectWords, Network, openNotes, select, test, text, typeAtEnd, words } from './site'

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

interface Session { id: string; notesUrl: string; may: { write: boolean } }

/** The documents in this browser's own database, and the answers of the server that its service worker keeps. */
async function onDevice(page: Page): Promise<{ documents: string[]; answers: string[] }> {
  return page.evaluate(async () => {
    const documents = new Set<string>()
    for (const { name } of await indexedDB.databases()) {
      const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '')
        opening.onerror = () => { reject(new Error('the database could not be opened')) }
        opening.onsuccess = () => {
          const database = opening.result
          if (!database.objectStoreNames.contains('documents')) return resolve([])
          const asking = database.transaction('documents').objectStore('documents').getAllKeys()
          asking.onsuccess = () => {
            database.close()
            resolve(asking.result)
          }
        }
      })
      for (const key of keys) documents.add(`automerge:${String((key as string[])[0])}`)
    }
    const answers = await (await caches.open('api')).keys()
    return { documents: [...documents], answers: answers.map((request) => new URL(request.url).pathname) }
  })
}

test('documents that were never opened here can be read and written without a network, also after a reload', async ({ site, as, browser }) => {
  const network = await Network.to(site)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const one = await site.signIn(context, 'Demo Rapporteur', network.url)
  const [two, editor] = [await as('Second Rapporteur'), await as('Demo Editor')]
  expect((await editor.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
  const ask = async <T>(what: string) => (await (await one.request.get(`${network.url}/api/editions/igf-2023/${what}`)).json()) as T
  const sessions = await ask<Session[]>('sessions')
  const [output] = await ask<{ documentUrl: string }[]>('output-documents')
  const mine = sessions.filter((session) => session.may.write).map((session) => session.id)
  expect(mine).toEqual(expect.arrayContaining(['rehearsal', 'pt23-rt']))
  expect(mine.length).toBeLessThan(sessions.length)
  await openNotes(two, site, 'rehearsal')

  // Only the overview is looked at.
  await one.goto(network.edition())
  await one.evaluate(async () => (await navigator.serviceWorker.ready).scope)
  await expect.poll(() => onDevice(one)).toEqual({
    documents: expect.arrayContaining([...sessions.map((session) => session.notesUrl), output!.documentUrl]) as string[],
    answers: expect.arrayContaining(['sessions', 'key-points', 'output-documents', 'coverage'].map((what) => `/api/editions/igf-2023/${what}`)) as string[],
  })

  await network.cut()
  await context.setOffline(true)
  await one.reload()
  await expect(one.getByRole('status').filter({ hasText: 'No network' }).first()).toBeVisible()
  await select(two, 'eleven days late.', 'after')
  await two.keyboard.type(' From the hall.')

  // Nothing was typed, so nothing waits and nothing was refused.
  const status = one.getByRole('contentinfo', { name: 'State of what you wrote' })
  for (const { id } of sessions) {
    await openNotes(one, network, id)
    await expect(text(one)).toHaveAttribute('contenteditable', String(mine.includes(id)))
    await expect(status).toContainText('Nothing heard from the server since')
    await expect(status).toContainText(mine.includes(id) ? /On the server: all up to \d/ : 'As it was on the server at')
    await expect(status).not.toContainText(/did not take|waiting|Download/)
  }
  await one.goto(network.edition('/document'))
  await expect(text(one)).toContainText('Hold hearings at least once a year')
  await expect(text(one)).toHaveAttribute('contenteditable', 'false')
  await one.goto(network.edition('/key-points'))
  await expect(one.locator('[data-point]').first()).toBeVisible()

  await openNotes(one, network, 'rehearsal')
  await select(one, 'The moderator asked', 'before')
  await one.keyboard.type('In the train. ')
  await openNotes(one, network, 'pt23-rt')
  await typeAtEnd(one, 0, 'In the tunnel.')
  await expect(one.getByText(/On this device: everything/)).toBeVisible()
  await one.reload()
  await expectWords(one, 'In the tunnel.')
  await openNotes(one, network, 'rehearsal')
  await expectWords(one, 'In the train. The moderator asked')
  await expect(text(one)).not.toContainText('From the hall.')
  await expect(text(two)).not.toContainText('In the train.')

  await network.join()
  await context.setOffline(false)
  for (const page of [one, two]) {
    await expectWords(page, 'In the train. The moderator asked')
    await expectWords(page, 'eleven days late. From the hall.')
  }
  await expect(one.getByText(/On the server: everything/)).toBeVisible()
  expect(await words(one)).toEqual(await words(two))
  // What was typed in notes that are not open now is sent too.
  await openNotes(two, site, 'pt23-rt')
  await expectWords(two, 'In the tunnel.')
  await context.close()
  await network.cut()
})
