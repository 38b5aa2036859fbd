import { expect, openNotes, test, text } from './site'

test('a link signs in once', async ({ site, browser }) => {
  const link = site.link('Demo Reader')
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  // Whose it is stands there before it is used.
  await expect(page.getByText('Demo Reader')).toBeVisible()
  await expect(page.getByText('reader@demo.invalid')).toBeVisible()
  await page.getByRole('button', { name: /continue/i }).click()
  await page.waitForURL(/\/editions\//)
  const other = await (await browser.newContext()).newPage()
  await other.goto(link)
  await expect(other.getByText(/used/i).first()).toBeVisible()
  expect(other.url()).toContain('/sign-in')
  await expect(other.getByText('You are not signed in.', { exact: false })).toBeVisible()
  // A fresh link pasted into the same tab is another try.
  await other.goto(site.link('Demo Editor'))
  await other.getByRole('button', { name: /continue/i }).click()
  await other.waitForURL(/\/editions\//)

  // Who clicks it once more where it signed in is told so, and goes on.
  await page.goto('about:blank')
  await page.goto(link)
  await expect(page.getByText('This link has already been used')).toBeVisible()
  await expect(page.getByText('You are signed in as Demo Reader.')).toBeVisible()
  await expect(page.getByText('You are not signed in.', { exact: false })).toHaveCount(0)
  await page.getByRole('button', { name: 'Open the workspace' }).click()
  await page.waitForURL(/\/editions\//)
  await page.goto(`${site.url}/sign-in`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed in as Demo Reader.')
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click()
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toBeVisible()
})

test('a sign-in link that was broken on its way is called that', async ({ site, page }) => {
  await page.goto(`${site.url}/sign-in#%`)
  await expect(page.getByText('This link does not work')).toBeVisible()
  await page.getByRole('button', { name: 'Ask for a new link' }).click()
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toBeVisible()
})

test('what a role may not do is not offered, and the server refuses it', async ({ site, as }) => {
  const reader = await as('Demo Reader')
  await reader.goto(site.edition('/key-points'))
  await reader.getByText('Publish a summary of each breach within thirty days.').first().click()
  await expect(reader.getByRole('button', { name: /^accept( a)?$/i })).toHaveCount(0)
  await expect(reader.getByRole('link', { name: 'Export' })).toHaveCount(0)
  for (const [path, body] of [['key-points/accept-confirmed', {}], ['compile', {}], ['sessions/rehearsal/submit', {}], ['output-documents/main/exports', { format: 'pdf' }]] as const) {
    const answer = await reader.request.post(site.url + '/api/editions/igf-2023/' + path, { data: body })
    expect(answer.status(), path).toBe(403)
  }
})

test('a rapporteur writes the assigned sessions only', async ({ site, as }) => {
  const rapporteur = await as('Demo Rapporteur')
  await openNotes(rapporteur, site, 'pt23-1')
  await expect(text(rapporteur)).toHaveAttribute('contenteditable', 'false')
  await openNotes(rapporteur, site, 'pt23-rt')
  await expect(text(rapporteur)).toHaveAttribute('contenteditable', 'true')
})

test('nothing is told to somebody who is not signed in', async ({ site, request }) => {
  for (const path of ['me', 'editions', 'editions/igf-2023', 'editions/igf-2023/key-points']) {
    expect((await request.get(`${site.url}/api/${path}`)).status()).toBe(401)
  }
})

test('signing out without a network says that it did not happen', async ({ site, as }) => {
  const reader = await as('Demo Reader')
  await reader.goto(site.edition())
  const signOut = async () => {
    await reader.getByRole('button', { name: /Your settings/ }).click()
    await reader.getByRole('menuitem', { name: 'Sign out' }).click()
  }
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(/IGF 2023/)
  await expect(reader.getByRole('button', { name: /Your settings/ })).toBeVisible()
  await reader.context().setOffline(true)
  await signOut()
  const dialog = reader.getByRole('alertdialog').or(reader.getByRole('dialog'))
  await expect(dialog).toContainText('You are still signed in')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(dialog).toHaveCount(0)
  expect(reader.url()).toContain('/editions/')
  await reader.context().setOffline(false)
  await signOut()
  await reader.waitForURL(/sign-in/)
  expect((await reader.request.get(`${site.url}/api/me`)).status()).toBe(401)
})
