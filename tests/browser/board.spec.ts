import type { Page } from '@playwright/test'
import { expect, Network, openNotes, select, type Site, test } from './site'

interface KeyPoint { id: string; statement: string; state: string; addressee: string | null; reason: string | null }

async function keyPoints(page: Page, site: Site): Promise<KeyPoint[]> {
  return (await (await page.request.get(site.api('key-points'))).json()) as KeyPoint[]
}

const row = (page: Page, point: KeyPoint) => page.locator(`[data-point="${point.id}"]`)
const group = (page: Page, state: string) => page.getByRole('region', { name: state, exact: true })
const detail = (page: Page) => page.getByRole('complementary', { name: 'Key point' })
const shown = (page: Page) => page.locator('[data-point]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-point')).sort())

test('two editors decide while the server is away and comes back: nothing typed is lost, and each board follows the other', async ({ site, as }) => {
  await site.invite('second.editor@demo.invalid', 'editor')
  const [one, two] = [await as('Demo Editor'), await as('second.editor@demo.invalid')]
  const [first, second, third] = (await keyPoints(one, site)).filter((point) => point.state === 'captured') as [KeyPoint, KeyPoint, KeyPoint]
  const away = (page: Page) => page.getByRole('status').filter({ hasText: 'The server can’t be reached' })
  for (const page of [one, two]) {
    await page.goto(site.edition('/key-points'))
    for (const point of [first, second, third]) await expect(group(page, 'Captured').locator(row(page, point))).toBeVisible()
    // A reload would lose this.
    await page.evaluate(() => { document.body.dataset['loaded'] = 'once' })
  }
  await row(two, second).click()

  await site.stop()
  for (const page of [one, two]) await expect(away(page).first()).toBeVisible()
  const failure = (point: KeyPoint) => one.getByRole('alert').filter({ hasText: 'This was not decided' }).filter({ hasText: point.statement })
  for (const point of [first, third]) {
    await row(one, point).click()
    await detail(one).getByRole('button', { name: /^Accept/ }).click()
    await expect(detail(one).getByRole('alert')).toContainText('This was not decided')
  }
  await row(one, second).click()
  for (const point of [first, third]) await expect(failure(point)).toBeVisible()
  await one.keyboard.press('s')
  const dialog = one.getByRole('dialog')
  await dialog.getByRole('textbox').fill('The room did not settle this.')
  await dialog.getByRole('button', { name: 'Set aside' }).click()
  await expect(dialog.getByRole('alert')).toContainText('This was not decided')
  // Nothing is shown as decided that is not.
  for (const page of [one, two]) for (const point of [first, second, third]) await expect(group(page, 'Captured').locator(row(page, point))).toHaveCount(1)

  await site.serve()
  for (const page of [one, two]) await expect(away(page)).toHaveCount(0)
  await expect(dialog.getByRole('textbox')).toHaveValue('The room did not settle this.')
  await dialog.getByRole('button', { name: 'Set aside' }).click()
  await expect(dialog).toHaveCount(0)
  // The other one has it open, and sees who decided and why.
  await expect(detail(two)).toContainText('The room did not settle this.')
  await expect(detail(two)).toContainText('Demo Editor')
  await expect(group(two, 'Set aside').locator(row(two, second))).toBeVisible()

  // What the other one decides meanwhile is no longer told as not decided.
  const failures = one.getByRole('alert').filter({ hasText: 'This was not decided' })
  await expect(failures).toHaveCount(2)
  await row(two, third).click()
  await two.keyboard.press('a')
  await expect(group(one, 'Accepted').locator(row(one, third))).toBeVisible()
  await expect(failures).toHaveCount(1)
  await failure(first).getByRole('link').click()
  await detail(one).getByRole('button', { name: /^Accept/ }).click()
  await expect(failures).toHaveCount(0)
  for (const page of [one, two]) {
    await expect(group(page, 'Accepted').locator(row(page, first))).toBeVisible()
    await expect(group(page, 'Captured').locator(row(page, second))).toHaveCount(0)
    await expect(page.locator('body')).toHaveAttribute('data-loaded', 'once')
  }
  const states = new Map((await keyPoints(one, site)).map((point) => [point.id, [point.state, point.reason]]))
  expect([first, second, third].map((point) => states.get(point.id))).toEqual([['accepted', null], ['set-aside', 'The room did not settle this.'], ['accepted', null]])
})

test('a key point that says nothing yet cannot be accepted, and can as soon as it does', async ({ site, as }) => {
  const [rapporteur, editor] = [await as('Demo Rapporteur'), await as('Demo Editor')]
  await openNotes(rapporteur, site, 'rehearsal')
  await select(rapporteur, 'learned of the last breach from the press')
  await rapporteur.keyboard.press('Control+Alt+k')
  await rapporteur.getByRole('textbox', { name: /statement/i }).fill('')
  await editor.goto(site.edition('/key-points'))
  await editor.locator('[data-point]').filter({ hasText: 'learned of the last breach from the press' }).click()
  await expect(detail(editor)).toContainText('This key point has no statement yet.')
  const accept = detail(editor).getByRole('button', { name: /^Accept/ })
  await expect(accept).toHaveCount(0)
  // The card has said it: the key says no second time that nothing was decided.
  await editor.keyboard.press('a')

  await rapporteur.getByRole('textbox', { name: /statement/i }).fill('Learn of a breach before the press does.')
  await accept.click()
  await expect(group(editor, 'Accepted').getByText('Learn of a breach before the press does.')).toBeVisible()
  await expect(editor.getByRole('status').filter({ hasText: 'Accepted: “Learn of a breach before the press does.”' })).toBeVisible()

  // The decision holds for those words: who changes them and who decided see both, and the editor looks again.
  await rapporteur.getByRole('textbox', { name: /statement/i }).fill('Learn of a breach within a day.')
  await group(editor, 'Accepted').getByText('Learn of a breach within a day.').click()
  for (const page of [rapporteur, editor]) {
    await expect(page.getByText('Accepted, reworded since').first()).toBeVisible()
    const wordings = page.locator('.notice').filter({ hasText: 'Reworded since this was decided' }).getByRole('blockquote')
    await expect(wordings).toHaveText(['Learn of a breach before the press does.', 'Learn of a breach within a day.'])
  }
  await detail(editor).getByRole('button', { name: /^Accept the new words/ }).click()
  for (const page of [rapporteur, editor]) await expect(page.getByText('Reworded since this was decided')).toHaveCount(0)

  // The editor's wording stands beside the notes, which stay as they are. The keyboard goes in, saves, and is on the row again.
  const mine = 'Governments learn of a breach within a day.'
  await group(editor, 'Accepted').getByText('Learn of a breach within a day.').click()
  await editor.keyboard.press('c')
  const statement = detail(editor).getByRole('textbox', { name: 'Statement for the document' })
  await expect(statement).toBeFocused()
  await statement.fill('Half a thought')
  await editor.keyboard.press('Escape')
  await editor.getByRole('dialog').getByRole('button', { name: 'Keep writing' }).click()
  await statement.fill(mine)
  await detail(editor).getByRole('radio', { name: 'Call to action' }).check({ force: true })
  await editor.keyboard.press('Control+Enter')
  await expect(group(editor, 'Accepted').getByText(mine)).toBeVisible()
  await expect(editor.locator('[data-point]').filter({ hasText: mine })).toBeFocused()
  const noted = (page: Page) => page.locator('.notice').filter({ hasText: 'Corrected by Demo Editor' })
  await expect(noted(editor).getByRole('blockquote')).toHaveText('Learn of a breach within a day.')
  await expect(noted(rapporteur).getByRole('blockquote')).toHaveText(mine)
  await expect(rapporteur.getByRole('textbox', { name: /statement/i })).toHaveValue('Learn of a breach within a day.')

  // Reworded after that, the notes stand beside it with both their wordings, and the editor takes them.
  await rapporteur.getByRole('textbox', { name: /statement/i }).fill('Learn of a breach at once.')
  const overtaken = detail(editor).locator('.notice').filter({ hasText: 'The notes were reworded since this was corrected' })
  await expect(overtaken.getByRole('blockquote')).toHaveText(['Learn of a breach within a day.', 'Learn of a breach at once.'])
  await expect(group(editor, 'Accepted').getByText(mine)).toBeVisible()
  await overtaken.getByRole('button', { name: 'Use the words of the notes' }).click()
  await expect(group(editor, 'Accepted').getByText('Learn of a breach at once.')).toBeVisible()
  await expect(editor.getByText('Corrected by Demo Editor')).toHaveCount(0)
})

test('several are set aside by the keyboard with one reason, and one undo takes all of them back', async ({ site, as }) => {
  const editor = await as('Demo Editor')
  const captured = (await keyPoints(editor, site)).filter((point) => point.state === 'captured')
  const [first, second, third] = captured as [KeyPoint, KeyPoint, KeyPoint]
  await editor.goto(site.edition('/key-points?state=captured'))
  await row(editor, first).click()
  await editor.keyboard.press('Shift+ArrowDown')
  await editor.getByRole('checkbox', { name: third.statement }).check()
  await expect(editor.getByRole('status').filter({ hasText: '3 chosen' })).toBeVisible()
  await editor.keyboard.press('s')
  const dialog = editor.getByRole('dialog', { name: 'Set 3 key points aside?' })
  await dialog.getByRole('textbox').fill('Said twice.')
  await editor.keyboard.press('Control+Enter')
  const told = editor.getByRole('status').filter({ hasText: 'Set aside: 3 key points' })
  await expect(told).toBeVisible()
  const states = async () => {
    const points = await keyPoints(editor, site)
    return [first, second, third].map(({ id }) => points.find((point) => point.id === id)).map((point) => [point?.state, point?.reason])
  }
  expect(await states()).toEqual(Array(3).fill(['set-aside', 'Said twice.']))
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(states).toEqual(Array(3).fill(['captured', null]))
  await expect(row(editor, first)).toBeFocused()
})

test('a decision that a colleague took meanwhile is told, and the typed reason is kept', async ({ site, as }) => {
  await site.invite('second.editor@demo.invalid', 'editor')
  const [one, two] = [await as('Demo Editor'), await as('second.editor@demo.invalid')]
  const point = (await keyPoints(one, site)).find((each) => each.state === 'captured')!
  for (const page of [one, two]) await page.goto(site.edition(`/key-points?point=${point.id}`))
  await detail(two).getByRole('button', { name: /^Set aside/ }).click()
  const dialog = two.getByRole('dialog')
  await dialog.getByRole('textbox').fill('The room did not settle this.')
  await detail(one).getByRole('button', { name: /^Accept/ }).click()
  await expect(group(one, 'Accepted').locator(row(one, point))).toBeVisible()
  await expect(dialog.getByRole('alert')).toContainText('Demo Editor has decided on this in the meantime. It is now: Accepted.')
  await expect(dialog.getByRole('textbox')).toHaveValue('The room did not settle this.')
  const state = async () => (await keyPoints(one, site)).find((each) => each.id === point.id)?.state
  expect(await state()).toBe('accepted')
  // Whoever sets it aside now knows what they overturn.
  await expect(async () => {
    if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Set aside' }).click({ timeout: 2_000 })
    expect(await state()).toBe('set-aside')
  }).toPass()
  await expect(detail(one)).not.toContainText('This was not decided')
})

test('who decides and leaves the page at once has decided, also on a slow network', async ({ site, as, browser }) => {
  const network = await Network.to(site)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const editor = await site.signIn(context, 'Demo Editor', network.url)
  const other = await as('Demo Reader')
  const point = (await keyPoints(other, site)).find((each) => each.state === 'captured')!
  await editor.goto(network.edition('/key-points'))
  await row(editor, point).click()
  network.delay = 800
  await detail(editor).getByRole('button', { name: /^Accept/ }).click()
  await editor.goto('about:blank')
  await expect.poll(async () => (await keyPoints(other, site)).find((each) => each.id === point.id)?.state).toBe('accepted')
  network.delay = 0
  await context.close()
  await network.cut()
})

test('the board shows the key points to one addressee, with a state too, and its address keeps both', async ({ site, as }) => {
  const page = await as('Demo Editor')
  const points = await keyPoints(page, site)
  const to = (addressee: string, state?: string) => points.filter((point) => point.addressee === addressee && (state === undefined || point.state === state)).map((point) => point.id).sort()
  for (const addressee of ['parliaments', 'global']) expect(to(addressee).length % points.length).not.toBe(0)
  const asked = () => Object.fromEntries(new URL(page.url()).searchParams)
  const pick = page.getByRole('button', { name: /Addressee$/ })
  const choose = async (choice: string) => {
    await pick.click()
    await page.getByRole('option', { name: choice, exact: true }).click()
    await expect(pick).toContainText(choice)
  }
  const tab = (state: string) => page.getByRole('navigation', { name: 'State' }).getByRole('button', { name: new RegExp(`^${state}`) })

  await page.goto(site.edition('/key-points'))
  await expect(page.locator('[data-point]')).toHaveCount(points.length)
  await choose('Global cooperation')
  await expect.poll(() => shown(page)).toEqual(to('global'))
  await choose('Parliaments')
  await expect.poll(() => shown(page)).toEqual(to('parliaments'))
  expect(asked()).toEqual({ addressee: 'parliaments' })
  for (const addressee of await page.locator('[data-point] .board__addressee').allTextContents()) expect(addressee).toBe('Parliaments')
  await expect(tab('All')).toHaveText(`All${String(to('parliaments').length)}`)

  await tab('Captured').click()
  await expect.poll(() => shown(page)).toEqual(to('parliaments', 'captured'))
  expect(to('parliaments', 'captured').length % to('parliaments').length).not.toBe(0)
  expect(asked()).toEqual({ addressee: 'parliaments', state: 'captured' })

  await page.reload()
  await expect(pick).toContainText('Parliaments')
  await expect(tab('Captured')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => shown(page)).toEqual(to('parliaments', 'captured'))
  // Whoever is sent the address sees the same.
  const other = await as('Demo Reader')
  await other.goto(page.url())
  await expect.poll(() => shown(other)).toEqual(to('parliaments', 'captured'))

  await tab('All').click()
  await choose('All addressees')
  await expect.poll(() => shown(page)).toHaveLength(points.length)
  expect(asked()).toEqual({})
})
