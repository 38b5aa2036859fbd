import { expect, expectWords, Network, openNotes, select, test, text } from './site'

/** Each way, in milliseconds: while the page is loaded, and then. */
const loading = 700
const delay = 2000

test('on a slow network the status line claims nothing that is not so, and does not call slow missing', async ({ site, as, browser }) => {
  test.slow()
  const network = await Network.to(site)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const slow = await site.signIn(context, 'Demo Rapporteur', network.url)
  const near = await as('Second Rapporteur')
  await openNotes(near, site, 'rehearsal')
  await slow.goto(network.edition())
  await slow.evaluate(async () => (await navigator.serviceWorker.ready).scope)
  await openNotes(slow, network, 'rehearsal')
  await expect(slow.getByText(/On the server: everything/)).toBeVisible()
  network.delay = loading
  // What the line says, from its first moment on, and when.
  await slow.addInitScript(() => {
    const said: [number, string][] = []
    Object.assign(window, { said })
    new MutationObserver(() => {
      const line = document.querySelector('footer.status')?.textContent ?? ''
      if (said.at(-1)?.[1] !== line) said.push([Date.now(), line])
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  // The text is on the device, and there before the server is reached.
  await openNotes(slow, network, 'rehearsal')
  await expect(slow.getByText(/On the server: everything/)).toBeVisible()

  network.delay = delay
  await select(slow, 'eleven days late.', 'after')
  const began = Date.now()
  // For longer than the page gives the server to confirm a letter.
  for (const word of 'Typed without a pause while each word takes its time to the server and back again.'.split(' ')) {
    await slow.keyboard.type(` ${word}`, { delay: 60 })
    await slow.waitForTimeout(350)
  }
  const ended = Date.now()
  expect(ended - began).toBeGreaterThan(8000)
  await expect(text(slow)).toContainText('and back again.')
  await expect(slow.getByText(/On the server: everything/)).toBeVisible()
  await expectWords(near, 'and back again.')

  const said = await slow.evaluate(() => Reflect.get(window, 'said') as [number, string][])
  const lines = said.map(([, line]) => line).filter((line) => line !== '')
  expect(lines.length).toBeGreaterThan(3)
  expect(lines.filter((line) => /Not saved|Nothing heard|can’t be reached|signed out|not stored/i.test(line))).toEqual([])
  // It takes one way there and one back; the line may stand for a moment as it was before the first letter.
  const early = said.filter(([at, line]) => /On the server: everything/.test(line) && at > began + 500 && at < ended + 2 * delay)
  expect(early).toEqual([])
  await context.close()
  await network.cut()
})
