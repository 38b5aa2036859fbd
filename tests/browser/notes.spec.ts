import { expect, openNotes, select, test, text, typeAtEnd, words } from './site'

test('two rapporteurs write in the same notes, also while the server is away', async ({ site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await openNotes(one, site, 'rehearsal')
  await openNotes(two, site, 'rehearsal')

  await Promise.all([typeAtEnd(one, 0, ' Alpha.'), typeAtEnd(two, 3, ' Beta.')])
  for (const page of [one, two]) {
    await expect(text(page)).toContainText('Alpha.')
    await expect(text(page)).toContainText('Beta.')
  }
  await expect(one.getByText(/On the server: everything/)).toBeVisible()

  await site.stop()
  await Promise.all([typeAtEnd(one, 0, ' Gamma.'), typeAtEnd(two, 3, ' Delta.')])
  await expect(one.getByText(/waiting/)).toBeVisible()
  await expect(one.getByText(/On this device: everything/)).toBeVisible()

  await site.serve()
  for (const page of [one, two]) {
    await expect(text(page)).toContainText('Gamma.', { timeout: 60_000 })
    await expect(text(page)).toContainText('Delta.', { timeout: 60_000 })
    await expect(page.getByText(/On the server: everything/)).toBeVisible({ timeout: 60_000 })
  }
  expect(await words(one)).toEqual(await words(two))

  await one.reload()
  await expect(text(one)).toContainText('Delta.')
})

test('a reader sees the words as they are typed and cannot write', async ({ site, as }) => {
  const [writer, reader] = [await as('Demo Rapporteur'), await as('Demo Reader')]
  await openNotes(writer, site, 'rehearsal')
  await openNotes(reader, site, 'rehearsal')
  await typeAtEnd(writer, 0, ' Live words.')
  await expect(text(reader)).toContainText('Live words.')
  await expect(text(reader)).toHaveAttribute('contenteditable', 'false')
  await expect(reader.getByRole('button', { name: 'Mark as key point' })).toHaveCount(0)
})

test('undo takes back one’s own words only', async ({ site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await openNotes(one, site, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  await typeAtEnd(one, 0, ' Mine.')
  await expect(text(two)).toContainText('Mine.')
  await typeAtEnd(two, 3, ' Theirs.')
  await expect(text(one)).toContainText('Theirs.')
  await text(one).locator('p').first().click()
  await one.keyboard.press('Control+z')
  await expect(text(one)).not.toContainText('Mine.')
  await expect(text(two)).not.toContainText('Mine.')
  await expect(text(one)).toContainText('Theirs.')
})

test('each sees who else is there and where they write, until they go', async ({ site, as }) => {
  const [one, two, reader] = [await as('Demo Rapporteur'), await as('Second Rapporteur'), await as('Demo Reader')]
  for (const page of [one, two, reader]) await openNotes(page, site, 'rehearsal')
  await select(two, 'The moderator thanked', 'after')
  await select(one, 'eleven days late.')
  for (const [page, name] of [[one, 'Second Rapporteur'], [two, 'Demo Rapporteur']] as const) {
    await expect(text(page).locator('.remote-flag')).toHaveText([name])
    await expect(page.getByRole('banner').locator(`.face[title="${name}"]`)).toBeVisible()
  }
  await expect(text(two).locator('.remote-selection')).toHaveText('eleven days late.')
  await expect(text(reader).locator('.remote-flag')).toHaveCount(2)
  // The caret goes along with what is typed, and stays in its place when others write before it.
  const before = () => text(one).evaluate((root) => {
    const caret = root.querySelector('.remote-caret')
    return caret?.previousSibling?.textContent ?? ''
  })
  await expect.poll(before).toMatch(/The moderator thanked$/)
  await two.keyboard.type(' warmly')
  await expect.poll(before).toMatch(/The moderator thanked warmly$/)
  // The name stands in the gap between two lines, goes after a moment, and is shown where one points at the caret.
  const flag = text(one).locator('.remote-flag')
  await expect(flag).toBeVisible()
  expect(await flag.evaluate((element) => {
    const [name, caret] = [element.getBoundingClientRect(), element.parentElement!.getBoundingClientRect()]
    const { fontSize, lineHeight } = getComputedStyle(element.parentElement!)
    const [size, line] = [Number.parseFloat(fontSize), Number.parseFloat(lineHeight)]
    return { above: name.top - caret.top >= 1.31 * size - line - 1, below: name.bottom - caret.top <= 0.3 * size + 1 }
  })).toEqual({ above: true, below: true })
  await expect(flag).toBeHidden()
  await text(one).locator('.remote-caret').hover({ force: true })
  await expect(flag).toBeVisible()
  await select(one, 'The moderator thanked', 'before')
  await one.keyboard.type('At the end ')
  await expect.poll(before).toMatch(/At the end The moderator thanked warmly$/)

  // Whichever way they go it is seen at once, not when their last word has become old; and they are seen when they come back.
  const flags = text(one).locator('.remote-flag')
  const face = one.getByRole('banner').locator('.face[title="Second Rapporteur"]')
  const gone = async () => {
    await expect(flags).toHaveCount(0, { timeout: 5000 })
    await expect(face).toHaveCount(0)
  }
  const back = async () => {
    await expect(flags).toHaveText(['Second Rapporteur'])
    await expect(face).toBeVisible()
  }
  await two.getByRole('navigation').getByRole('link', { name: 'Sessions' }).click()
  await gone()
  await two.goBack()
  await back()
  await two.goto('about:blank')
  await gone()
  await two.goBack()
  await back()
  await two.close({ runBeforeUnload: true })
  await gone()
})
