import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, Network, openNotes, type Person, select, type Site, test, text } from './site'

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit notes …' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click()
}

async function downloadedFile(page: Page): Promise<{ name: string; text: string }> {
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download what you typed' }).click()
  const download = await started
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

async function downloaded(page: Page): Promise<string> {
  return (await downloadedFile(page)).text
}

const refused = 'The server refused what you typed: you may no longer be allowed to write here'

test('when notes are handed in, whoever has them open reads on and writes no more', async ({ site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await openNotes(one, site, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  await expect(one.getByRole('button', { name: 'Mark as key point' })).toBeVisible()
  await select(one, 'eleven days late.', 'after')
  await one.keyboard.type(' Halfway through')
  await submit(two)
  await expect(two.getByText('Submitted').first()).toBeVisible()
  await expect(text(one)).toHaveAttribute('contenteditable', 'false', { timeout: 2000 })
  // It is said where one types, and keys that were meant as words scroll nothing.
  const said = one.getByRole('alert').filter({ hasText: 'You can no longer write here' })
  await expect(said).toContainText('These notes have been submitted. To write on, ask')
  const scrolled = () => one.locator('.text').evaluate((pane) => pane.scrollTop)
  const before = await scrolled()
  await one.keyboard.type(' a sentence of mine', { delay: 20 })
  expect(await scrolled()).toBe(before)
  await expect(two.getByRole('alert')).toHaveCount(0)
  await expect(one.getByText('Submitted').first()).toBeVisible()
  await expect(one.getByRole('button', { name: 'Mark as key point' })).toHaveCount(0)
  // Nothing is lost, so nothing is said to be.
  await expect(one.getByText(refused)).toHaveCount(0)

  const editor = await as('Demo Editor')
  expect((await editor.request.post(site.api('sessions/rehearsal/reopen'))).ok()).toBe(true)
  await expect(text(one)).toHaveAttribute('contenteditable', 'true', { timeout: 2000 })
  await expect(said).toHaveCount(0)
  await select(one, 'eleven days late.', 'after')
  await one.keyboard.type(' Again.')
  await expect(text(two)).toContainText('Again.')
})

test('notes are handed in only with all that their writer typed, also what was typed without a network', async ({ site, as, browser }) => {
  const network = await Network.to(site)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const one = await site.signIn(context, 'Demo Rapporteur', network.url)
  const two = await as('Second Rapporteur')
  await openNotes(one, network, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  await expect(one.getByText(/On the server: everything/)).toBeVisible()
  await network.cut()
  await select(one, 'eleven days late.', 'after')
  await one.keyboard.type(' Typed in the train.')
  await one.getByRole('button', { name: 'Submit notes …' }).click()
  const dialog = one.getByRole('dialog')
  const submitNow = dialog.getByRole('button', { name: 'Submit', exact: true })
  await expect(dialog).toContainText(/\d+ changes are not on the server yet, and the server can’t be reached/)
  await expect(submitNow).toHaveAttribute('aria-disabled', 'true')

  network.delay = 300
  await network.join()
  await submitNow.click({ timeout: 60_000 })
  await expect(two.getByText('Submitted').first()).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await expect(text(two)).toContainText('eleven days late. Typed in the train.')
  await expect(text(one)).toHaveAttribute('contenteditable', 'false')
  await expect(one.getByText(refused)).toHaveCount(0)
  await context.close()
  await network.cut()
})

test('a page that has not heard that the right ended cannot write through its open socket', async ({ site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  // As behind a proxy that keeps streams of events back.
  await one.route('**/events', (route) => route.abort())
  await openNotes(one, site, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  await select(one, 'eleven days late.', 'after')
  await one.keyboard.type(' In time.')
  await expect(text(two)).toContainText('In time.')
  await submit(two)
  await expect(two.getByText('Submitted').first()).toBeVisible()
  await one.keyboard.type(' Too late.')
  await expect(text(one)).toContainText('In time. Too late.')
  await expect(one.getByText(/On the server: (everything|all up to)|Not saved on the server/).first()).not.toContainText('everything')

  await one.unroute('**/events')
  await one.reload()
  await expect(one.getByText(refused).first()).toBeVisible()
  await expect(text(one)).toContainText('Too late.')
  await expect(text(two)).not.toContainText('Too late.')
  expect(await downloaded(one)).toContain('In time. Too late.')
})

test('words typed without a network after the right ended stay on the device and can be handed over', async ({ site, as, browser }) => {
  const network = await Network.to(site)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const one = await site.signIn(context, 'Demo Rapporteur', network.url)
  const [two, editor] = [await as('Second Rapporteur'), await as('Demo Editor')]
  await openNotes(one, network, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  await expect(one.getByText(/On the server: everything/)).toBeVisible()

  await network.cut()
  await select(one, 'eleven days late.', 'after')
  await one.keyboard.type(' Typed in the train.')
  await expect(one.getByText(/waiting/)).toBeVisible()
  await expect(one.getByText(/On this device: everything/)).toBeVisible()
  await submit(two)
  await expect(two.getByText('Submitted').first()).toBeVisible()

  await network.join()
  await expect(one.getByText(refused).first()).toBeVisible({ timeout: 60_000 })
  await expect(text(one)).toHaveAttribute('contenteditable', 'false')
  expect(await downloaded(one)).toContain('eleven days late. Typed in the train.')
  await expect(text(two)).not.toContainText('Typed in the train.')
  // It is still there and still said after the page was loaded again.
  await openNotes(one, network, 'rehearsal')
  await expect(text(one)).toContainText('Typed in the train.')
  await expect(one.getByText(refused).first()).toBeVisible()
  expect(await downloaded(one)).toContain('Typed in the train.')

  // Opened again, the notes take it in.
  expect((await editor.request.post(site.api('sessions/rehearsal/reopen'))).ok()).toBe(true)
  await expect(text(two)).toContainText('Typed in the train.')
  await expect(one.getByText(/On the server: everything/)).toBeVisible()
  await context.close()
  await network.cut()
})

test('a paragraph, a footnote and a key point that were typed after the right ended are all in the file', async ({ site, as, browser }) => {
  const network = await Network.to(site)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const one = await site.signIn(context, 'Demo Rapporteur', network.url)
  const two = await as('Second Rapporteur')
  await openNotes(one, network, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  await expect(one.getByText(/On the server: everything/)).toBeVisible()
  await network.cut()
  await submit(two)
  await expect(two.getByText('Submitted').first()).toBeVisible()

  await select(one, 'eleven days late.', 'after')
  await one.keyboard.press('Enter')
  await one.keyboard.type('Typed in the train.')
  await one.keyboard.press('Control+Alt+f')
  await expect(one.getByRole('dialog', { name: 'Footnote' }).getByRole('textbox')).toBeFocused()
  await one.keyboard.type('Told on the platform.')
  await one.keyboard.press('Escape')
  await expect(text(one)).toBeFocused()
  await select(one, 'Typed in the train.')
  await one.keyboard.press('Control+Alt+k')
  await one.getByRole('textbox', { name: /statement/i }).fill('Trains carry notes.')
  await expect(one.getByText(/On this device: everything/)).toBeVisible()

  await network.join()
  await expect(one.getByText(refused).first()).toBeVisible({ timeout: 60_000 })
  for (const again of [false, true]) {
    if (again) await openNotes(one, network, 'rehearsal')
    const { name, text: said } = await downloadedFile(one)
    expect(name).toMatch(/^Notes - Rehearsal.* - \d{4}-\d\d-\d\d\.txt$/)
    expect(said).toMatch(/^\uFEFFNotes: Rehearsal/)
    expect(said).toMatch(/eleven days late\.\n\nTyped in the train\.\[\d+\]/)
    expect(said).toMatch(/\nFootnotes\n=+\n[^]*\[\d+\] Told on the platform\.\n/)
    expect(said).toMatch(/\nKey points\n=+\n[^]*\d+\. Trains carry notes\.\n {3}Quote: Typed in the train\.\n/)
  }
  await context.close()
  await network.cut()
})

test('signing out in one tab ends the right of the other, which keeps what is typed', async ({ site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  const other = await one.context().newPage()
  await openNotes(one, site, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  await other.goto(site.edition())
  await other.getByRole('button', { name: /Your settings/ }).click()
  await other.getByRole('menuitem', { name: 'Sign out' }).click()
  await other.waitForURL(/sign-in/)

  await expect(one.getByText('You are signed out').first()).toBeVisible()
  await select(one, 'eleven days late.', 'after')
  await one.keyboard.type(' Nobody’s.')
  await expect(one.getByText(/On this device: everything/)).toBeVisible()
  await expect(one.getByText(/On the server: everything/)).toHaveCount(0)

  await site.stop()
  await site.serve()
  await other.goto(site.link('Demo Rapporteur'))
  await expect(text(two)).not.toContainText('Nobody’s.')
  await other.getByRole('button', { name: /continue/i }).click()
  await other.waitForURL(/\/editions\//)
  // The tab beside hears of it.
  await expect(text(two)).toContainText('Nobody’s.')
})

test('a role that is taken away ends what its holder is sent and may send', async ({ site, as }) => {
  // No command or page takes a role away yet; an operator does it in the database.
  const database = (sql: string) => execFileSync('sqlite3', [join(site.data, 'rapporteur.sqlite'), `pragma busy_timeout = 5000; ${sql}`])
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await openNotes(one, site, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  await select(two, 'eleven days late.', 'after')
  await two.keyboard.type(' Said to all.')
  await expect(text(one)).toContainText('Said to all.')

  database("delete from grants where person_id = (select id from people where email = 'rapporteur@demo.invalid')")
  await expect.poll(async () => (await one.request.get(site.api('sessions'))).status(), { timeout: 10_000 }).toBe(404)
  await select(one, 'The moderator asked', 'before')
  await one.keyboard.type('Afterwards. ')
  await expect(one.getByText(refused).first()).toBeVisible()
  // The server is there; it is the right that is not.
  await expect(one.getByText('You no longer have access to this edition')).toBeVisible()
  await expect(one.getByText('The server can’t be reached')).toHaveCount(0)
  expect(await downloaded(one)).toContain('Afterwards. The moderator asked')
  await two.keyboard.type(' Said to some.')
  await expect(two.getByText(/On the server: everything/)).toBeVisible()
  // Words come back by the same road that those before did not take.
  const reader = await as('Demo Reader')
  await openNotes(reader, site, 'rehearsal')
  await expect(text(reader)).toContainText('Said to some.')
  await expect(text(reader)).not.toContainText('Afterwards.')
  await expect(text(two)).not.toContainText('Afterwards.')
  await expect(text(one)).not.toContainText('Said to some.')

  // After a reload the notes are not there any more; the words still are.
  await one.reload()
  await expect(one.getByText('This page isn’t there')).toBeVisible()
  await expect(one.getByText('This device has words that are not on the server')).toBeVisible()
  const file = await downloadedFile(one)
  expect(file.text).toContain('Afterwards. The moderator asked')
  expect(file.name).toMatch(/^Notes - rehearsal.* - \d{4}-\d\d-\d\d\.txt$/i)
  // Whoever has the same laptop gets nothing of it.
  await two.goto(site.edition('/sessions/no-such-session'))
  await expect(two.getByText('This page isn’t there')).toBeVisible()
  await expect(two.getByText('This device holds words')).toHaveCount(0)
})

interface Offer { path: string; body?: object; status: number }

async function expectAnswers(site: Site, page: Page, who: string, offers: Offer[]): Promise<void> {
  for (const { path, body, status } of offers) {
    const answer = await page.request.post(site.api(path), { data: body ?? {} })
    expect(answer.status(), `${who}: ${path}`).toBe(status)
  }
}

/** What the socket says to somebody who asks for a document, as bytes read as letters. */
async function askSocket(page: Page, documentId: string): Promise<string> {
  return page.evaluate(async (documentId) => {
    // CBOR, as far as it is needed: short texts, lists and maps of them, short bytes.
    const encode = (value: unknown): number[] => {
      const head = (kind: number, length: number) => (length < 24 ? [kind + length] : [kind + 24, length])
      if (typeof value === 'string') return [...head(0x60, new TextEncoder().encode(value).length), ...new TextEncoder().encode(value)]
      if (value instanceof Uint8Array) return [...head(0x40, value.length), ...value]
      if (Array.isArray(value)) return [...head(0x80, value.length), ...value.flatMap(encode)]
      const entries = Object.entries(value as object)
      return [...head(0xa0, entries.length), ...entries.flatMap(([name, each]) => [...encode(name), ...encode(each)])]
    }
    const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/sync`)
    socket.binaryType = 'arraybuffer'
    const heard = () => new Promise<string>((resolve, reject) => {
      socket.addEventListener('message', (event) => { resolve(new TextDecoder('latin1').decode(event.data as ArrayBuffer)) }, { once: true })
      socket.addEventListener('close', () => { reject(new Error('closed')) }, { once: true })
    })
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true })
      socket.addEventListener('error', reject, { once: true })
    })
    const greeted = heard()
    socket.send(new Uint8Array(encode({ type: 'join', senderId: 'somebody', peerMetadata: {}, supportedProtocolVersions: ['1'] })))
    const server = /server-[0-9a-f]+/.exec(await greeted)?.[0] ?? ''
    const answered = heard()
    // The first message of the sync protocol of somebody who has nothing.
    socket.send(new Uint8Array(encode({ type: 'request', senderId: 'somebody', targetId: server, documentId, data: new Uint8Array([0x42, 0, 0, 0, 0]) })))
    const answer = await answered
    socket.close()
    return answer
  }, documentId)
}

test('each role is offered what it may do, and refused the rest by page, server and socket', async ({ site, as }) => {
  const people = { moderator: 'moderator@demo.invalid', reviewer: 'reviewer@demo.invalid' } as const satisfies Record<string, Person>
  await site.invite(people.moderator, 'moderator', 'rehearsal')
  await site.invite(people.reviewer, 'reviewer')
  const editor = await as('Demo Editor')
  expect((await editor.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
  const points = (await (await editor.request.get(site.api('key-points'))).json()) as { id: string; state: string }[]
  const sessions = (await (await editor.request.get(site.api('sessions'))).json()) as { id: string; documentId: string }[]
  const point = points.find((each) => each.state === 'captured')!.id
  const notes = sessions.find((each) => each.id === 'rehearsal')!.documentId
  const decisions: Offer[] = [
    { path: `key-points/${point}/accept`, status: 403 }, { path: `key-points/${point}/set-aside`, body: { reason: 'No.' }, status: 403 },
    { path: 'key-points/accept-confirmed', status: 403 }, { path: 'compile', status: 403 },
    { path: `key-points/${point}/as-noted`, status: 403 }, { path: 'key-points/decide', body: { decision: 'accept', keyPoints: [] }, status: 403 },
    { path: 'output-documents/main/insert', body: { keyPointId: point }, status: 403 },
  ]

  const rapporteur = await as('Demo Rapporteur')
  await expectAnswers(site, rapporteur, 'rapporteur', [
    ...decisions, { path: 'output-documents/main/exports', body: { format: 'md' }, status: 403 },
    { path: 'sessions/pt23-1/submit', status: 403 }, { path: 'sessions/rehearsal/confirm', status: 403 }, { path: 'sessions/rehearsal/reopen', status: 403 },
  ])
  await openNotes(rapporteur, site, 'pt23-1')
  await expect(rapporteur.getByRole('button', { name: 'Submit notes …' })).toHaveCount(0)
  await rapporteur.goto(site.edition('/document'))
  await expect(text(rapporteur)).toHaveAttribute('contenteditable', 'false')
  for (const name of ['New draft …', 'Export']) await expect(rapporteur.getByRole('button', { name }).or(rapporteur.getByRole('link', { name }))).toHaveCount(0)
  await rapporteur.goto(site.edition(`/key-points?point=${point}`))
  const detail = rapporteur.getByRole('complementary', { name: 'Key point' })
  await expect(detail).toContainText('Source in the notes')
  await expect(detail.getByRole('button', { name: /Accept|Confirm|Set aside|Correct|Reopen/ })).toHaveCount(0)
  await expect(rapporteur.getByRole('button', { name: /^Accept (all )?\d/ })).toHaveCount(0)
  await editor.goto(site.edition(`/key-points?point=${point}`))
  await expect(editor.getByRole('complementary', { name: 'Key point' }).getByRole('button', { name: /Accept|Confirm|Set aside/ })).toHaveCount(3)
  await expect(editor.getByRole('button', { name: /^Accept (all )?\d/ })).toHaveCount(1)

  const staff = await as('Demo Staff')
  await expectAnswers(site, staff, 'staff', [
    ...decisions, { path: 'sessions/rehearsal/submit', status: 403 }, { path: 'output-documents/main/exports', body: { format: 'md' }, status: 200 },
  ])
  await staff.goto(site.edition('/document'))
  await expect(text(staff)).toHaveAttribute('contenteditable', 'false')
  await expect(staff.getByRole('button', { name: 'New draft …' })).toHaveCount(0)
  await expect(staff.getByRole('link', { name: 'Export' }).first()).toBeVisible()

  // A moderator confirms the key points of the own session once it is handed in, and writes and decides nothing.
  const moderator = await as(people.moderator)
  await expectAnswers(site, moderator, 'moderator', [...decisions, { path: 'sessions/pt23-rt/confirm', status: 403 }])
  await openNotes(moderator, site, 'rehearsal')
  await expect(text(moderator)).toHaveAttribute('contenteditable', 'false')
  await expect(moderator.getByRole('button', { name: 'Confirm key points …' })).toHaveCount(0)
  expect((await rapporteur.request.post(site.api('sessions/rehearsal/submit'))).ok()).toBe(true)
  await moderator.getByRole('button', { name: 'Confirm key points …' }).click()
  await moderator.getByRole('dialog').getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(moderator.getByText('Confirmed').first()).toBeVisible()

  // A reviewer is told of nothing that is still being written, as if it did not exist.
  const reviewer = await as(people.reviewer)
  for (const path of ['sessions', 'output-documents', 'key-points']) {
    expect(await (await reviewer.request.get(site.api(path))).json(), path).toEqual([])
  }
  expect((await reviewer.request.post(site.api('sessions/rehearsal/submit'))).status()).toBe(404)
  expect((await reviewer.request.get(site.api('output-documents/main/preview'))).status()).toBe(404)
  await reviewer.goto(site.edition('/sessions/rehearsal'))
  await expect(reviewer.getByRole('heading', { name: 'This page isn’t there' })).toBeVisible()
  expect(await askSocket(reviewer, notes)).toContain('doc-unavailable')
  expect(await askSocket(staff, notes)).toMatch(/sync/)
  expect(await askSocket(staff, notes)).not.toContain('doc-unavailable')
})
