import type { Locator, Page } from '@playwright/test'
import { expect, openNotes, select, test, text, words } from './site'

/** The words that a key point is drawn over; a bar stands where the next block begins. */
async function passage(page: Page, id: string): Promise<string> {
  return text(page).locator(`:scope > [data-block]:has(mark[data-key-point-id="${id}"])`).evaluateAll((blocks, id) => blocks.map((block) =>
    [...block.querySelectorAll(`mark[data-key-point-id="${id}"]`)].map((mark) => {
      const copy = mark.cloneNode(true) as HTMLElement
      for (const flag of copy.querySelectorAll('[class*="caret"]')) flag.remove()
      return copy.textContent ?? ''
    }).join('')).join('|'), id)
}

/** Marks words and gives the key point's id. */
async function mark(page: Page, sought: string, statement: string): Promise<string> {
  await select(page, sought)
  await page.keyboard.press('Control+Alt+k')
  await page.getByRole('textbox', { name: /statement/i }).fill(statement)
  const id = await text(page).locator('mark.key-point-active').first().getAttribute('data-key-point-id')
  expect(id).not.toBeNull()
  await expect.poll(() => passage(page, id!)).toBe(sought)
  return id!
}

const said = 'learned of the last breach from the press'

test('a command takes what the screen shows as selected, before the browser has told of it', async ({ site, as }) => {
  const page = await as('Demo Rapporteur')
  await openNotes(page, site, 'rehearsal')
  await select(page, 'The moderator asked', 'before')
  const marked = page.locator('mark.key-point-active')
  await expect(marked).toHaveCount(0)
  // The selection and the key in one turn of the page, as a laptop under load hands them over.
  await page.evaluate((sought) => {
    const words = document.createTreeWalker(document.querySelector('.ProseMirror')!, NodeFilter.SHOW_TEXT)
    while (words.nextNode()) {
      const at = words.currentNode.textContent?.indexOf(sought) ?? -1
      if (at < 0) continue
      getSelection()?.setBaseAndExtent(words.currentNode, at, words.currentNode, at + sought.length)
      const key = { key: 'k', code: 'KeyK', ctrlKey: true, altKey: true, bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key))
      return
    }
  }, 'The moderator asked')
  await expect(marked).toHaveText('The moderator asked')
})

test('a key point stays on its words while two people write around and in them', async ({ site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await openNotes(one, site, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  const id = await mark(one, said, 'Learn of a breach before the press does.')
  const both = async (expected: string) => {
    for (const page of [one, two]) await expect.poll(() => passage(page, id)).toBe(expected)
  }
  await both(said)

  await select(two, 'The moderator asked', 'before')
  await two.keyboard.type('At nine ')
  await both(said)
  await select(two, 'learned of the last', 'after')
  await two.keyboard.type(' big')
  await both('learned of the last big breach from the press')
  // What is typed beside it does not become part of it.
  await select(two, 'from the press', 'after')
  await two.keyboard.type('es')
  await both('learned of the last big breach from the press')

  await select(one, 'learned of the last big', 'after')
  await one.keyboard.press('Enter')
  await both('learned of the last big| breach from the press')
  await one.keyboard.press('Control+z')
  await both('learned of the last big breach from the press')
  await one.keyboard.press('Control+y')
  await both('learned of the last big| breach from the press')
  await one.keyboard.press('Backspace')
  await both('learned of the last big breach from the press')
  expect(await words(one)).toEqual(await words(two))
  await expect(text(two)).toContainText('from the presses, eleven days late')
})

test('a key point whose words are deleted says so and keeps them; cut and paste takes it along', async ({ site, as }) => {
  const [one, editor] = [await as('Demo Rapporteur'), await as('Demo Editor')]
  await openNotes(one, site, 'rehearsal')
  const id = await mark(one, said, 'Learn of a breach before the press does.')
  const card = one.getByRole('article').filter({ has: one.getByRole('textbox', { name: /statement/i }) })

  await select(one, said)
  await one.keyboard.press('Delete')
  await expect(card).toContainText('Its passage is no longer in the notes')
  await expect(card.locator('blockquote')).toHaveText(said)
  await expect(card.getByRole('textbox', { name: /statement/i })).toHaveValue('Learn of a breach before the press does.')
  // The editor is told the same on the board.
  await editor.goto(site.edition(`/key-points?point=${id}`))
  const detail = editor.getByRole('complementary', { name: 'Key point' })
  await expect(detail).toContainText('Its passage is no longer in the notes')
  await expect(detail.locator('blockquote')).toHaveText(said)

  await text(one).focus()
  await one.keyboard.press('Control+z')
  await expect.poll(() => passage(one, id)).toBe(said)
  await expect(card).not.toContainText('Its passage is no longer in the notes')
  await expect(detail).not.toContainText('Its passage is no longer in the notes')

  await select(one, said)
  await one.keyboard.press('Control+x')
  await expect(card).toContainText('Its passage is no longer in the notes')
  await select(one, 'The moderator thanked the interpreters.', 'after')
  await one.keyboard.type(' They ')
  await one.keyboard.press('Control+v')
  await expect.poll(() => passage(one, id)).toBe(said)
  await expect(card).not.toContainText('Its passage is no longer in the notes')
  expect((await words(one)).at(-1)).toMatch(/thanked the interpreters\. They learned of the last breach from the press$/)
  await expect(detail).not.toContainText('Its passage is no longer in the notes')

  // By hand, where the quote is not found again.
  await select(one, said)
  await one.keyboard.type('heard of it')
  await expect(card).toContainText('Its passage is no longer in the notes')
  await select(one, 'heard of it')
  await card.getByRole('button', { name: 'More' }).click()
  await one.getByRole('menuitem', { name: 'Move to the selected words' }).click()
  await expect.poll(() => passage(one, id)).toBe('heard of it')
  await expect(card).not.toContainText('Its passage is no longer in the notes')
})

test('a key point whose words were corrected is back when its paragraph is deleted and that is undone, and goes along when it is cut', async ({ site, as }) => {
  const [one, two, editor] = [await as('Demo Rapporteur'), await as('Second Rapporteur'), await as('Demo Editor')]
  await openNotes(one, site, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  const quote = "Hearings should be held at least once a year in a language other than the capital's"
  const id = (await text(one).locator('mark', { hasText: quote }).first().getAttribute('data-key-point-id'))!
  await editor.goto(site.edition(`/key-points?point=${id}`))
  const detail = editor.getByRole('complementary', { name: 'Key point' })
  const gone = 'Its passage is no longer in the notes'
  const isHere = async (expected: string) => {
    for (const page of [one, two]) await expect.poll(() => passage(page, id)).toBe(expected)
    await expect(one.getByRole('complementary', { name: 'Key points' }).getByText(gone)).toHaveCount(0)
    await expect(detail.locator('blockquote')).toHaveText(quote)
    await expect(detail.getByText(gone)).toHaveCount(0)
  }
  const isGone = async () => {
    for (const page of [one, two]) await expect.poll(() => passage(page, id)).toBe('')
    await expect(detail.getByText(gone)).toBeVisible()
  }
  await isHere(quote)

  await select(one, 'at least once', 'after')
  await one.keyboard.type(' or twice')
  await select(two, 'Hearings', 'after')
  await two.keyboard.type(' abroad')
  const corrected = quote.replace('once', 'once or twice').replace('Hearings', 'Hearings abroad')
  await isHere(corrected)
  for (let times = 0; times < 2; times++) {
    await select(one, `${corrected}.`)
    await one.keyboard.press('Delete')
    await isGone()
    await one.keyboard.press('Control+z')
    await isHere(corrected)
  }
  await one.keyboard.press('Control+y')
  await isGone()
  await one.keyboard.press('Control+z')
  await isHere(corrected)

  await select(one, `${corrected}.`)
  await one.keyboard.press('Control+x')
  await isGone()
  await select(one, 'The moderator thanked the interpreters.', 'after')
  await one.keyboard.press('Control+v')
  await isHere(corrected)
  expect((await words(one)).at(-1)).toContain(`thanked the interpreters.${corrected}.`)
})

test('a sentence that is cut and pasted elsewhere takes its key point along, for everybody and once', async ({ site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await openNotes(one, site, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  const id = await mark(one, said, 'Learn of a breach before the press does.')
  const gone = (page: Page) => page.getByRole('complementary', { name: 'Key points' }).getByText('Its passage is no longer in the notes')
  for (const page of [one, two]) await expect.poll(() => passage(page, id)).toBe(said)
  const sentence = ` Two members answered that the committee ${said}, eleven days late.`
  await select(one, sentence)
  await one.keyboard.press('Control+x')
  for (const page of [one, two]) {
    await expect.poll(() => words(page)).toContain('The moderator asked what a parliament can do in the first hundred days after a data breach.')
    await expect.poll(() => passage(page, id)).toBe('')
  }
  await select(one, 'The room did not settle this.', 'after')
  await one.keyboard.press('Control+v')
  const at = async (page: Page) => (await words(page)).findIndex((line) => line.endsWith(`The room did not settle this.${sentence}`))
  for (const page of [one, two]) {
    await expect.poll(() => at(page)).toBeGreaterThan(0)
    await expect.poll(() => passage(page, id)).toBe(said)
    await expect(gone(page)).toHaveCount(0)
  }
  // A second copy is only words.
  await select(one, 'The moderator thanked the interpreters.', 'after')
  await one.keyboard.press('Control+v')
  for (const page of [one, two]) {
    await expect.poll(async () => (await words(page)).at(-1)).toMatch(/interpreters\. Two members answered .* eleven days late\.$/)
    await expect.poll(() => passage(page, id)).toBe(said)
    await expect(text(page).locator(`:scope > p:last-child mark[data-key-point-id="${id}"]`)).toHaveCount(0)
  }
})

test('a key point marked without a network appears on the board when there is one', async ({ site, as }) => {
  const [rapporteur, editor] = [await as('Demo Rapporteur'), await as('Demo Editor')]
  await openNotes(rapporteur, site, 'rehearsal')
  await editor.goto(site.edition('/key-points'))
  await expect(editor.getByText('Publish a summary of each breach within thirty days.').first()).toBeVisible()
  await site.stop()
  await expect(rapporteur.getByText(/The server can’t be reached/).first()).toBeVisible()

  const id = await mark(rapporteur, said, 'Learn of a breach before the press does.')
  const card = rapporteur.getByRole('article').filter({ has: rapporteur.getByRole('textbox', { name: /statement/i }) })
  await expect(card).toContainText('On this device only, so far')
  await card.getByRole('button', { name: /Evidence/ }).click()
  await rapporteur.getByRole('option', { name: 'Recording' }).click()
  await card.getByRole('textbox', { name: 'Time in the recording' }).fill('16:20')
  const proposal = card.getByRole('radio', { name: 'Proposal' })
  await proposal.click({ force: true })
  await expect(proposal).toBeChecked()

  await site.serve()
  const row = editor.getByText('Learn of a breach before the press does.').first()
  await expect(row).toBeVisible({ timeout: 60_000 })
  await row.click()
  const detail = editor.getByRole('complementary', { name: 'Key point' })
  await expect(detail).toContainText('Proposal')
  // The session is held under the Chatham House Rule: the board leads to no second of its recording.
  await expect(detail).not.toContainText('16:20')
  await expect(detail).toContainText('Demo Rapporteur')
  await expect(detail.locator('blockquote')).toHaveText(said)
  await expect(card).toContainText('Marked by Demo Rapporteur', { timeout: 60_000 })

  // From the board to the passage in the notes.
  await detail.getByRole('link', { name: 'Open in notes' }).click()
  await expect(text(editor).locator(`mark.key-point-active[data-key-point-id="${id}"]`).first()).toBeInViewport()
})

test('panel and text lead to each other, and the moment in the recording is noted with one press', async ({ site, as }) => {
  const page = await as('Demo Rapporteur', { viewport: { width: 1440, height: 420 } })
  // Sixteen minutes and twenty seconds into the recorded session.
  await page.clock.setFixedTime('2023-10-09T09:16:20+09:00')
  await openNotes(page, site, 'rehearsal')
  const cards = page.getByRole('complementary', { name: 'Key points' })
  const yearly = text(page).locator('mark', { hasText: 'a yearly report to parliament' }).first()
  await expect(yearly).not.toBeInViewport()
  await cards.getByRole('button', { name: /Key point \d: Present a yearly report/ }).click()
  await expect(yearly).toBeInViewport()
  await expect(yearly).toHaveClass(/key-point-active/)
  // The caret is there as well: what is typed lands in front of the passage.
  await page.keyboard.type('truly ')
  await expect(text(page)).toContainText('truly a yearly report to parliament')

  // And back: a press on a passage opens its card.
  const ministry = text(page).locator('mark', { hasText: 'every ministry report a breach' }).first()
  await ministry.scrollIntoViewIfNeeded()
  await ministry.click()
  const open = cards.getByRole('article', { name: 'Key point 1' })
  await expect(open.getByRole('textbox', { name: /statement/i })).toHaveValue(/^Require every ministry/)
  await expect(open.getByRole('textbox', { name: 'Time in the recording' })).toHaveValue('00:07:40')
  await open.getByRole('button', { name: 'Now (00:16:20)' }).click()
  await expect(open.getByRole('textbox', { name: 'Time in the recording' })).toHaveValue('00:16:20')
  // It is kept, and under the Chatham House Rule by the notes alone.
  await expect(page.getByText('On the server: everything').first()).toBeVisible()
  await page.reload()
  await text(page).locator('mark', { hasText: 'every ministry report a breach' }).first().click()
  await expect(cards.getByRole('textbox', { name: 'Time in the recording' })).toHaveValue('00:16:20')
})

test('on a phone key points are marked and read in a sheet from below', async ({ site, as }) => {
  const [phone, editor] = [await as('Demo Rapporteur', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }), await as('Demo Editor')]
  await editor.goto(site.edition('/key-points'))
  await openNotes(phone, site, 'rehearsal')
  const sheet = phone.getByRole('complementary', { name: 'Key points' })
  await expect(sheet).toHaveCount(0)
  await phone.getByRole('button', { name: /Key points/ }).tap()
  await expect(sheet).toBeInViewport()
  await sheet.getByRole('button', { name: /Key point \d: Require every ministry/ }).tap()
  const statement = sheet.getByRole('textbox', { name: /statement/i })
  await expect(statement).toHaveValue(/^Require every ministry/)
  // The sheet leaves the passage in sight.
  const above = async (passageOf: string) => {
    const [at, over] = [await text(phone).locator('mark', { hasText: passageOf }).first().boundingBox(), await sheet.boundingBox()]
    return at !== null && over !== null && at.y >= 0 && at.y < over.y
  }
  await expect.poll(() => above('every ministry report')).toBe(true)
  await sheet.getByRole('button', { name: 'Close' }).tap()
  await expect(sheet).toHaveCount(0)

  await select(phone, said)
  await phone.getByRole('button', { name: 'Mark as key point' }).tap()
  await expect(sheet).toBeInViewport()
  await expect(statement).toHaveValue(said)
  await statement.fill('Learn of a breach before the press does.')
  await expect.poll(() => above(said)).toBe(true)
  await expect(editor.getByText('Learn of a breach before the press does.').first()).toBeVisible()
  const wider = await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider).toBeLessThanOrEqual(0)
})

/** Opens the card of a key point and gives the field of its statement. */
async function openStatement(page: Page, begins: string): Promise<Locator> {
  await page.getByRole('complementary', { name: 'Key points' }).getByRole('button', { name: new RegExp(`Key point \\d: ${begins}`) }).click()
  const field = page.getByRole('textbox', { name: /statement/i })
  await expect(field).toHaveValue(new RegExp(`^${begins}`))
  return field
}

/** Puts the caret somewhere in a field. */
async function caretAt(field: Locator, at: number): Promise<void> {
  await field.focus()
  await field.evaluate((element, at) => { (element as HTMLTextAreaElement).setSelectionRange(at, at) }, at)
}

const caret = (field: Locator) => field.evaluate((element) => (element as HTMLTextAreaElement).selectionStart)

test('what is typed in the middle of a statement stays whole and in order, also on a slow device', async ({ site, as }) => {
  const page = await as('Demo Rapporteur')
  await openNotes(page, site, 'rehearsal')
  const field = await openStatement(page, 'Require every ministry')
  let expected = await field.inputValue()
  const type = async (letters: string, delay: number) => {
    await caretAt(field, 3)
    await page.keyboard.type(letters, { delay })
    expected = expected.slice(0, 3) + letters + expected.slice(3)
    await expect(field).toHaveValue(expected)
    expect(await caret(field)).toBe(3 + letters.length)
  }
  await type('12345', 120)
  await type('abcdefghij', 0)
  const device = await page.context().newCDPSession(page)
  await device.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await type('klmnopqrstuvwxyz', 30)
  await type('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 0)
  await device.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await expect.poll(async () => {
    const points = (await (await page.request.get(site.api('key-points'))).json()) as { statement: string }[]
    return points.map((point) => point.statement)
  }).toContain(expected)
  // Nothing that comes late changes it.
  await page.waitForTimeout(1500)
  await expect(field).toHaveValue(expected)
})

test('two people write in the same statement at once and both keep every letter', async ({ site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await openNotes(one, site, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  const [mine, theirs] = [await openStatement(one, 'Require every ministry'), await openStatement(two, 'Require every ministry')]
  const before = await mine.inputValue()
  await caretAt(mine, 3)
  await caretAt(theirs, before.length - 3)
  await Promise.all([one.keyboard.type('0123456789abcdefghij', { delay: 60 }), two.keyboard.type('KLMNOPQRSTUVWXYZ', { delay: 70 })])
  const both = `${before.slice(0, 3)}0123456789abcdefghij${before.slice(3, -3)}KLMNOPQRSTUVWXYZ${before.slice(-3)}`
  await expect(mine).toHaveValue(both)
  await expect(theirs).toHaveValue(both)
  expect(await caret(mine)).toBe(23)
  expect(await caret(theirs)).toBe(both.length - 3)

  // The caret is moved on by what the other one writes before it.
  await one.keyboard.type('!')
  await expect(theirs).toHaveValue(both.replace('hij', 'hij!'))
  await two.keyboard.type('?')
  for (const field of [mine, theirs]) await expect(field).toHaveValue(both.replace('hij', 'hij!').replace('XYZ', 'XYZ?'))
})

test('after a mark typing goes on behind the words, by key and by button, and no second press marks them again', async ({ site, as }) => {
  const page = await as('Demo Rapporteur')
  await openNotes(page, site, 'rehearsal')
  const cards = page.getByRole('complementary', { name: 'Key points' }).getByRole('article')
  const before = await cards.count()
  const whole = async () => (await words(page)).join('\n')
  const atFirst = await whole()

  await select(page, said)
  await page.keyboard.press('Control+Alt+k')
  await page.keyboard.press('Control+Alt+k')
  await expect(cards).toHaveCount(before + 1)
  const id = (await text(page).locator('mark.key-point-active').first().getAttribute('data-key-point-id'))!
  await page.keyboard.type(', it said')
  await page.keyboard.press('Enter')
  await expect.poll(whole).toBe(atFirst.replace(said, `${said}, it said\n`))
  await expect.poll(() => passage(page, id)).toBe(said)
  // The strokes since go first, then the mark.
  await expect(async () => {
    await page.keyboard.press('Control+z')
    expect(await whole()).toBe(atFirst)
  }).toPass()
  await expect.poll(() => passage(page, id)).toBe(said)
  await page.keyboard.press('Control+z')
  await expect(cards).toHaveCount(before)
  expect(await whole()).toBe(atFirst)

  await select(page, said)
  await page.getByRole('button', { name: 'Mark as key point' }).dblclick()
  await expect(cards).toHaveCount(before + 1)
  await expect(page.getByRole('textbox', { name: /statement/i })).toHaveValue(said)
  await page.keyboard.type('!')
  await expect.poll(whole).toBe(atFirst.replace(said, `${said}!`))
})

test('undo takes a mark away here and for the others, and redo brings it back', async ({ site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await openNotes(one, site, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  const cards = (page: Page) => page.getByRole('complementary', { name: 'Key points' }).getByRole('article')
  const before = await cards(one).count()
  await select(one, said)
  await one.keyboard.press('Control+Alt+k')
  const id = (await text(one).locator('mark.key-point-active').first().getAttribute('data-key-point-id'))!
  for (const page of [one, two]) await expect.poll(() => passage(page, id)).toBe(said)
  await expect(cards(two)).toHaveCount(before + 1)

  // What the other one writes meanwhile stays.
  await select(two, 'The moderator asked', 'before')
  await two.keyboard.type('At nine ')
  const whole = async (page: Page) => (await words(page)).join('\n')
  await expect.poll(() => whole(one)).toContain('At nine The moderator')
  await text(one).focus()
  await one.keyboard.press('Control+z')
  for (const page of [one, two]) {
    await expect(text(page).locator(`mark[data-key-point-id="${id}"]`)).toHaveCount(0)
    await expect(cards(page)).toHaveCount(before)
    expect(await whole(page)).toContain('At nine The moderator')
  }
  await one.keyboard.press('Control+y')
  for (const page of [one, two]) await expect.poll(() => passage(page, id)).toBe(said)
  await one.keyboard.press('Control+z')
  await expect(cards(two)).toHaveCount(before)
  await expect(two.getByText(/On the server: everything/)).toBeVisible()
  const board = async () => ((await (await two.request.get(site.api('key-points'))).json()) as { id: string }[]).map((point) => point.id)
  await expect.poll(board).not.toContain(id)
})
