import { readFileSync } from 'node:fs'
import { expect, openNotes, test, text } from './site'

test('from marked words to a downloaded file', async ({ site, as }) => {
  const [rapporteur, editor] = [await as('Demo Rapporteur'), await as('Demo Editor', { acceptDownloads: true })]
  await editor.goto(site.edition('/key-points'))
  await expect(editor.getByText('Publish a summary of each breach within thirty days.').first()).toBeVisible()

  await openNotes(rapporteur, site, 'rehearsal')
  await text(rapporteur).locator('p').nth(1).click({ clickCount: 3 })
  await rapporteur.keyboard.press('Control+Alt+k')
  const statement = rapporteur.getByRole('textbox', { name: /statement/i })
  await statement.fill('Tell parliament first.')

  // The board follows by itself.
  const row = editor.getByText('Tell parliament first.').first()
  await expect(row).toBeVisible({ timeout: 40_000 })
  await row.click()
  await editor.getByRole('button', { name: /^accept( a)?$/i }).click()

  await expect(editor.getByText('Tell parliament first.').first()).toBeVisible()

  await editor.goto(site.edition('/document'))
  await editor.getByRole('button', { name: /zero draft/i }).first().click()
  await editor.getByRole('dialog').getByRole('button').last().click()
  await expect(text(editor)).toContainText('Tell parliament first.', { timeout: 40_000 })
  await expect(text(editor)).toContainText('Having met')
  // What nobody said stays out.
  await expect(text(editor)).not.toContainText('Purely national data-localisation')

  await text(editor).getByText('Tell parliament first.').click()
  await expect(editor.getByRole('complementary').last()).toContainText('The moderator asked what a parliament can do')

  await editor.goto(site.edition('/export'))
  await expect(editor.getByText(/Page.*1.*of/)).toBeVisible({ timeout: 60_000 })
  for (const [choice, signature] of [['PDF', '%PDF-'], ['Word (DOCX)', 'PK']] as const) {
    await editor.getByText(choice, { exact: true }).click()
    const download = editor.waitForEvent('download')
    await editor.getByRole('button', { name: /download/i }).click()
    const file = await (await download).path()
    expect(readFileSync(file).subarray(0, signature.length).toString()).toBe(signature)
  }
})

test('a key point accepted later is put into its group without touching what people wrote', async ({ site, as }) => {
  const editor = await as('Demo Editor')
  await editor.goto(site.edition('/document'))
  await editor.getByRole('button', { name: /zero draft/i }).first().click()
  await editor.getByRole('dialog').getByRole('button').last().click()
  await expect(text(editor)).toContainText('Having met', { timeout: 40_000 })
  await text(editor).getByText('Having met').click()
  await editor.keyboard.press('End')
  await editor.keyboard.type(' people wrote this')

  await editor.goto(site.edition('/key-points'))
  await editor.getByText('Publish a summary of each breach within thirty days.').first().click()
  await editor.keyboard.press('a')
  await expect(editor.getByText(/ready for the document/).first()).toBeVisible()

  await editor.goto(site.edition('/document'))
  await expect(text(editor)).toContainText('people wrote this', { timeout: 40_000 })
  await editor.getByRole('button', { name: /not used yet|not yet placed/i }).first().click()
  await editor.getByRole('button', { name: /insert/i }).first().click()
  const inserted = 'Publish a summary of each breach within thirty days.'
  await expect(text(editor)).toContainText(inserted)
  await expect(text(editor)).toContainText('people wrote this')

  // It is a step of the person's own: undo takes it out, the key point is unused again; redo puts both back.
  const state = async () => {
    const points = (await (await editor.request.get(site.api('key-points'))).json()) as { statement: string; state: string }[]
    return points.find(({ statement }) => statement === inserted)?.state
  }
  await expect.poll(state).toBe('used')
  await expect(text(editor)).toBeFocused()
  await editor.keyboard.press('Control+z')
  await expect(text(editor)).not.toContainText(inserted)
  await expect(text(editor)).toContainText('people wrote this')
  await expect.poll(state).toBe('accepted')
  await editor.getByRole('button', { name: 'Redo' }).click()
  await expect(text(editor)).toContainText(inserted)
  await expect.poll(state).toBe('used')
})

test('setting a key point aside needs a reason', async ({ site, as }) => {
  const editor = await as('Demo Editor')
  await editor.goto(site.edition('/key-points'))
  await editor.getByText('Publish a summary of each breach within thirty days.').first().click()
  await editor.keyboard.press('s')
  const dialog = editor.getByRole('dialog')
  await dialog.getByRole('textbox').fill('The room did not settle this.')
  await dialog.getByRole('button', { name: /set aside/i }).click()
  await editor.getByRole('region', { name: 'Set aside' }).getByText('Publish a summary of each breach').click()
  await expect(editor.getByText('The room did not settle this.').first()).toBeVisible()
})
