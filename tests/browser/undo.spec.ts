import { expect, openNotes, select, test, text, words } from './site'

test('undo of a pasted list leaves what somebody else wrote into it, and redo brings the list back around it', async ({ site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await one.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url })
  for (const page of [one, two]) await openNotes(page, site, 'rehearsal')
  const before = await words(one)
  await select(one, 'The moderator thanked the interpreters.', 'after')
  await one.keyboard.press('Enter')
  await one.evaluate(() => navigator.clipboard.write([new ClipboardItem({
    'text/html': new Blob(['<ul><li>First of the list</li><li>Second of the list</li></ul>'], { type: 'text/html' }),
  })]))
  await one.keyboard.press('Control+v')
  await expect(text(two)).toContainText('Second of the list')
  await select(two, 'Second of the list', 'after')
  await two.keyboard.type(' The minister answered at length.')
  await expect(text(one)).toContainText('The minister answered at length.')

  await one.keyboard.press('Control+z')
  for (const page of [one, two]) {
    await expect(text(page)).not.toContainText('of the list')
    await expect(text(page)).toContainText('The minister answered at length.')
  }
  await one.keyboard.press('Control+y')
  for (const page of [one, two]) {
    await expect(text(page)).toContainText('First of the list')
    expect((await words(page)).join(' ').split('The minister answered at length.')).toHaveLength(2)
    expect((await words(page)).slice(0, before.length)).toEqual(before)
  }
})
