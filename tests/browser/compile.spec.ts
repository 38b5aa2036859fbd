import type { Page } from '@playwright/test'
import { blocks, expect, select, type Site, test, text, words } from './site'

interface KeyPoint { id: string; sessionId: string; statement: string; state: string; themes: string[] }

async function keyPoints(page: Page, site: Site): Promise<KeyPoint[]> {
  return (await (await page.request.get(site.api('key-points'))).json()) as KeyPoint[]
}

const accepted = async (page: Page, site: Site, session?: string) =>
  (await keyPoints(page, site)).filter((point) => point.state === 'accepted' && (session === undefined || point.sessionId === session))

const wordsOf = async (page: Page, ...types: string[]) => (await blocks(page)).filter((block) => types.includes(block.type)).map((block) => block.text)

test('a zero draft by theme, in a voice of its own, has all its parts', async ({ site, as }) => {
  const editor = await as('Demo Editor')
  const said = (await accepted(editor, site)).map((point) => point.statement)
  await editor.goto(site.edition('/document'))
  await editor.getByRole('main').getByRole('button', { name: 'Make the zero draft' }).click()
  const dialog = editor.getByRole('dialog')
  await expect(dialog).toContainText(`${String(said.length)} accepted key points go into the draft.`)
  await dialog.getByRole('radiogroup', { name: 'Group the paragraphs by' }).getByText('Theme').click()
  await dialog.getByRole('radiogroup', { name: 'Who speaks' }).getByText('Own words').click()
  await dialog.getByRole('textbox', { name: 'Opening words' }).fill('The Assembly of parliamentarians in Kyoto,')
  await dialog.getByRole('button', { name: 'Make the zero draft' }).click()
  await expect(text(editor)).toContainText('The Assembly of parliamentarians in Kyoto,')

  // In this order, and nothing between.
  const order = (await blocks(editor)).map((block) => block.type).filter((type, index, all) => type !== all[index - 1])
  expect(order.slice(0, 6)).toEqual(['title', 'subtitle', 'fact', 'voice', 'preambular', 'voice'])
  expect(await wordsOf(editor, 'title', 'subtitle')).toEqual(['Output document: IGF Parliamentary Track', 'Shaping Digital Trust for the Internet We Want'])
  const facts = await wordsOf(editor, 'fact')
  expect(facts[0]?.replaceAll(/\s/g, ' ')).toBe('Kyoto, Japan, 8 and 9 October 2023')
  expect(facts).toContain('Inter-Parliamentary Union')
  expect(facts.at(-1)).toMatch(/^Not a negotiated document\. /)
  expect(await wordsOf(editor, 'voice')).toEqual(['The Assembly of parliamentarians in Kyoto,', 'have brought together the following points.'])
  await expect(text(editor).locator('[data-block=preambular] em')).toHaveText(['Having met', 'Recalling', 'Noting with appreciation'])

  // The groups stand as the edition lists its themes; the one of which nobody spoke is not there.
  expect(await wordsOf(editor, 'heading')).toEqual([
    'AI & Emerging Technologies', 'Avoiding Internet Fragmentation', 'Cybersecurity, Cybercrime & Online Safety', 'Data Governance & Trust',
    'Digital Divides & Inclusion', 'Global Digital Governance & Cooperation', 'Human Rights & Freedoms',
  ])
  expect((await wordsOf(editor, 'operative')).sort()).toEqual([...said].sort())

  // Numbered through all groups.
  const outline = editor.getByRole('navigation', { name: 'Outline' })
  await expect(outline.locator('.outline__n')).toHaveText(said.map((_, index) => String(index + 1)))
  await expect(outline).toContainText('G. Human Rights & Freedoms')
  for (const annex of ['Annex I: Programme', 'Annex II: Participants', 'Annex III: Sources']) await expect(outline).toContainText(annex)
  await expect(editor.getByRole('contentinfo', { name: 'State of what you wrote' })).toContainText(`${String(said.length)} paragraphs`)
})

test('the dialog counts what goes in and names what stays out as the server will have it', async ({ site, as }) => {
  const editor = await as('Demo Editor')
  const before = (await accepted(editor, site)).length
  const points = (await (await editor.request.get(site.api('key-points'))).json()) as (KeyPoint & { basis: string })[]
  const concept = points.filter((point) => point.basis === 'concept')
  expect(concept.length).toBeGreaterThan(0)
  for (const point of concept) expect((await editor.request.post(site.api(`key-points/${point.id}/accept`))).ok()).toBe(true)
  await editor.goto(site.edition('/document'))
  await editor.getByRole('main').getByRole('button', { name: 'Make the zero draft' }).click()
  const dialog = editor.getByRole('dialog')
  await expect(dialog).toContainText(`${String(before)} accepted key points go into the draft.`)
  await expect(dialog).toContainText(`${String(concept.length)} accepted key points from concept notes stay out`)
  await dialog.getByText('Left out, or worth a look').click()
  await expect(dialog.getByRole('article').first()).toContainText('nobody is recorded as having said it')

  // The groups are counted as they will stand, and a heading given here is the one in the draft.
  await dialog.getByRole('radiogroup', { name: 'Group the paragraphs by' }).getByText('Theme').click()
  await dialog.getByText('Order and headings of the groups').click()
  const headings = dialog.getByRole('listitem').getByRole('textbox')
  await expect(headings).toHaveCount(7)
  const counts = (await dialog.getByRole('listitem').allInnerTexts()).map((line) => Number.parseInt(/\d+/.exec(line)?.[0] ?? '0', 10))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(before)
  await dialog.getByRole('button', { name: 'Move “Avoiding Internet Fragmentation” up' }).click()
  await headings.first().fill('A net without seams')
  await dialog.getByRole('button', { name: 'Make the zero draft' }).click()
  await expect(text(editor)).toContainText('A net without seams')
  expect((await wordsOf(editor, 'heading')).slice(0, 2)).toEqual(['A net without seams', 'AI & Emerging Technologies'])
  expect(await wordsOf(editor, 'operative')).toHaveLength(before)
})

test('a zero draft by session, and beside it the messages of one session', async ({ site, as }) => {
  const editor = await as('Demo Editor')
  await editor.goto(site.edition('/document'))
  await editor.getByRole('main').getByRole('button', { name: 'Make the zero draft' }).click()
  const dialog = editor.getByRole('dialog')
  await dialog.getByRole('radiogroup', { name: 'Group the paragraphs by' }).getByText('Session').click()
  await dialog.getByText('Title, status line and preamble').click()
  await dialog.getByRole('textbox', { name: 'Status line' }).fill('A paper of the secretariat.')
  await dialog.getByRole('radiogroup', { name: 'Preamble' }).getByText('Own sentences').click()
  await dialog.getByRole('textbox', { name: 'Sentences, one per line' }).fill('*Recalling* what was promised,\n*Noting* what was done,')
  await dialog.getByRole('button', { name: 'Make the zero draft' }).click()
  await expect(text(editor)).toContainText('A paper of the secretariat.')
  expect(await wordsOf(editor, 'preambular')).toEqual(['Recalling what was promised,', 'Noting what was done,'])
  await expect(text(editor).locator('[data-block=preambular] em')).toHaveText(['Recalling', 'Noting'])
  expect(await wordsOf(editor, 'heading')).toEqual([
    'Digital cooperation between African and European parliamentarians',
    'Parliamentarian Symposium',
    'Governing Data: What Can Parliamentarians Do To Support A Trustworthy Online Space?',
    'Rehearsal (invented): The first hundred days after a breach',
    'The Role of Parliamentarians in Shaping a Trusted Internet Empowering All People',
  ])

  const main = await blocks(editor)
  const said = (await keyPoints(editor, site)).filter((point) => point.sessionId === 'rehearsal' && point.state === 'used').map((point) => point.statement)
  expect(said.length).toBeGreaterThan(1)
  await editor.getByRole('button', { name: 'New draft …' }).click()
  await dialog.getByRole('radiogroup', { name: 'Document' }).getByText('Messages of one session').click()
  await dialog.getByRole('button', { name: /Session$/ }).click()
  await editor.getByRole('option', { name: /Rehearsal/ }).click()
  await dialog.getByRole('button', { name: 'Make the zero draft' }).click()
  await expect(text(editor)).toContainText('Messages: Rehearsal (invented)')
  expect((await wordsOf(editor, 'unordered-list-item')).sort()).toEqual([...said].sort())
  // Who wrote the notes is named, who spoke is not: the session is held under the Chatham House Rule.
  expect(await wordsOf(editor, 'fact')).toEqual(expect.arrayContaining(['Demo Rapporteur', 'Second Rapporteur', expect.stringMatching(/^Not a negotiated document\./)]))
  await expect(text(editor)).not.toContainText('Invented Person')
  expect(await wordsOf(editor, 'operative', 'annex', 'preambular')).toEqual([])

  // The document of the track stands as it stood.
  await editor.getByRole('button', { name: /Document$/ }).click()
  await editor.getByRole('option', { name: 'Output document: IGF Parliamentary Track' }).click()
  await expect(text(editor)).toContainText('A paper of the secretariat.')
  expect(await blocks(editor)).toEqual(main)
})

test('what one document uses is not used yet in the other, whichever was made first', async ({ site, as }) => {
  const editor = await as('Demo Editor')
  const ofSession = (await keyPoints(editor, site)).filter((point) => point.sessionId === 'rehearsal' && point.state === 'accepted')
  expect(ofSession.length).toBeGreaterThan(1)
  const answer = await editor.request.post(site.api('compile'), { data: { messagesOf: 'rehearsal' } })
  expect(answer.status()).toBe(200)
  await editor.goto(site.edition('/document?document=messages-rehearsal'))
  await expect(text(editor)).toContainText('Messages: Rehearsal (invented)')
  await expect(editor.getByRole('button', { name: /Not used yet/ })).toHaveCount(0)

  // The document of the track takes what the messages use already, and both take what is accepted later.
  expect((await editor.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
  const late = (await keyPoints(editor, site)).find((point) => point.statement.startsWith('Ouvrir chaque consultation'))!
  expect((await editor.request.post(site.api(`key-points/${late.id}/accept`))).ok()).toBe(true)
  await editor.reload()
  const documents = editor.getByRole('button', { name: /Document$/ })
  for (const [title, words] of [['Output document: IGF Parliamentary Track', 'Hold hearings'], [/^Messages:/, 'Messages: Rehearsal (invented)']] as const) {
    await documents.click()
    await editor.getByRole('option', { name: title }).click()
    await expect(text(editor)).toContainText(words)
    await expect(editor.getByRole('button', { name: /Not used yet/ })).toContainText('1 accepted key point')
    await editor.getByRole('button', { name: /Not used yet/ }).click()
    await editor.getByRole('button', { name: 'Insert into its group' }).click()
    await expect(text(editor)).toContainText(late.statement)
    await expect(editor.getByRole('button', { name: /Not used yet/ })).toHaveCount(0)
  }
})

test('what is not used yet is told in the first screen of the outline, however long that is', async ({ site, as }) => {
  const editor = await as('Demo Editor')
  expect((await editor.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
  const late = (await keyPoints(editor, site)).find((point) => point.statement.startsWith('Ouvrir chaque consultation'))!
  expect((await editor.request.post(site.api(`key-points/${late.id}/accept`))).ok()).toBe(true)
  const outline = editor.getByRole('navigation', { name: 'Outline' })
  const tray = editor.getByRole('button', { name: /Not used yet/ })
  for (const [width, height] of [[1440, 900], [390, 844]] as const) {
    await editor.setViewportSize({ width, height })
    await editor.goto(site.edition('/document'))
    await expect(text(editor)).toContainText('Hold hearings')
    if (width < 600) await editor.getByRole('button', { name: 'Outline' }).click()
    await expect(outline.getByText('Annex III')).not.toBeInViewport()
    await expect(tray).toBeInViewport({ ratio: 1 })
    // The last part of the outline can still be brought above it.
    await outline.getByText('Annex III').scrollIntoViewIfNeeded()
    await outline.getByText('Annex III').click({ trial: true })
    await expect(tray).toBeInViewport({ ratio: 1 })
  }
})

test('the dialog counts and accepts the confirmed key points of the session that it is about', async ({ site, as }) => {
  const editor = await as('Demo Editor')
  const confirmed = (await keyPoints(editor, site)).filter((point) => point.state === 'confirmed')
  expect(confirmed).toHaveLength(1)
  const [point] = confirmed
  await editor.goto(site.edition('/document'))
  await editor.getByRole('main').getByRole('button', { name: 'Make the zero draft' }).click()
  const dialog = editor.getByRole('dialog')
  const accept = dialog.getByRole('button', { name: 'Accept 1 confirmed' })
  await expect(accept).toBeVisible()
  await dialog.getByRole('radiogroup', { name: 'Document' }).getByText('Messages of one session').click()
  const choose = async (name: RegExp) => {
    await dialog.getByRole('button', { name: /Session$/ }).click()
    await editor.getByRole('option', { name }).click()
  }
  expect(point!.sessionId).toBe('rehearsal')
  await choose(/Parliamentarian Symposium/)
  await expect(accept).toHaveCount(0)
  await choose(/Rehearsal/)
  await accept.click()
  await expect(accept).toHaveCount(0)
  expect((await keyPoints(editor, site)).find((each) => each.id === point!.id)?.state).toBe('accepted')

  // Title and buttons stay in sight, whatever its contents are scrolled to.
  await dialog.getByRole('radiogroup', { name: 'Document' }).getByText('Messages of one session').press('ArrowLeft')
  for (const [width, height] of [[1440, 900], [390, 844], [844, 190]] as const) {
    await editor.setViewportSize({ width, height })
    for (const fold of await dialog.locator('details').all()) await fold.evaluate((each: HTMLDetailsElement) => { each.open = true })
    await dialog.getByRole('textbox').last().focus()
    await dialog.getByRole('textbox').last().scrollIntoViewIfNeeded()
    await editor.locator('.dialog-scrim').evaluate((element) => { element.scrollTop = 10_000 })
    await expect(dialog.getByRole('heading', { name: /draft/ })).toBeInViewport({ ratio: 1 })
    await expect(dialog.getByRole('button', { name: 'Make the zero draft' })).toBeInViewport({ ratio: 1 })
    await expect(dialog.getByRole('textbox').last()).toBeInViewport()
  }
})

test('a key point accepted later goes into its group while another editor writes on', async ({ site, as }) => {
  await site.invite('second.editor@demo.invalid', 'editor')
  const [one, two] = [await as('Demo Editor'), await as('second.editor@demo.invalid')]
  const late = (await keyPoints(one, site)).find((point) => point.statement.startsWith('Ouvrir chaque consultation'))!
  expect((await one.request.post(site.api('compile'), { data: { group: 'theme' } })).ok()).toBe(true)
  for (const page of [one, two]) {
    await page.goto(site.edition('/document'))
    await expect(text(page)).toContainText('Hold hearings')
    await expect(page.getByRole('button', { name: /Not used yet/ })).toHaveCount(0)
  }
  // In the very group that the paragraph will be put into.
  await select(two, 'in a language other than that of the capital.', 'after')
  await two.keyboard.type(' Let')
  await expect(text(one)).toContainText('of the capital. Let')

  expect((await one.request.post(site.api(`key-points/${late.id}/accept`))).ok()).toBe(true)
  for (const page of [one, two]) await expect(page.getByRole('button', { name: /Not used yet/ })).toContainText('1 accepted key point')
  await one.getByRole('button', { name: /Not used yet/ }).click()
  const typed = two.keyboard.type(' people be heard.', { delay: 40 })
  await one.getByRole('button', { name: 'Insert into its group' }).click()
  await typed

  for (const page of [one, two]) {
    await expect.poll(() => words(page)).toEqual(expect.arrayContaining([
      'Hold hearings at least once a year in a language other than that of the capital. Let people be heard.', late.statement,
    ]))
    await expect(page.getByRole('button', { name: /Not used yet/ })).toHaveCount(0)
    const all = await blocks(page)
    const at = all.findIndex((block) => block.text === late.statement)
    // The last of its group.
    expect(all.slice(0, at).findLast((block) => block.type === 'heading')?.text).toBe('Digital Divides & Inclusion')
    expect(all[at + 1]).toMatchObject({ type: 'heading', text: 'Global Digital Governance & Cooperation' })
    expect(all.filter((block) => block.text === late.statement)).toHaveLength(1)
  }
  expect(await blocks(one)).toEqual(await blocks(two))
  expect((await keyPoints(one, site)).find((point) => point.id === late.id)?.state).toBe('used')
})
