// What people expect of a phone, and of paper.
import type { Page } from '@playwright/test'
import { expect, openNotes, test, text } from './site'

const touch = { hasTouch: true, isMobile: true } as const
const phone = { viewport: { width: 390, height: 844 }, ...touch } as const

/** Controls in sight that a finger has less than 44 pixels for, what lies invisibly around them included. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>('button, a[href], input, textarea, [role="button"]')].flatMap((control) => {
    if (control.closest('.ProseMirror, p, .vh, .skip, dd') !== null || !control.checkVisibility({ visibilityProperty: true })) return []
    const field = control.matches('input') ? control.closest('label') ?? control : control
    const { width, height } = field.getBoundingClientRect()
    if (width < 2) return []
    const around = (side: string) => {
      const style = getComputedStyle(field, '::after')
      return style.content === 'none' || style.position !== 'absolute' ? 0 : Math.max(0, -Number.parseFloat(style.getPropertyValue(side)) || 0)
    }
    const [wide, high] = [width + around('left') + around('right'), height + around('top') + around('bottom')]
    return wide < 43.5 || high < 43.5 ? [`${control.className || control.tagName} “${control.getAttribute('aria-label') ?? control.textContent}” ${String(Math.round(wide))} × ${String(Math.round(high))}`] : []
  }))
}

test('going back closes what lies over the text, also where the page was opened by its address', async ({ site, as }) => {
  const page = await as('Demo Rapporteur', phone)
  await openNotes(page, site, 'rehearsal')
  const address = page.url()
  const sheet = page.getByRole('complementary', { name: 'Key points' })
  const open = async () => {
    await page.locator('.panels').getByRole('button', { name: /Key points/ }).tap()
    await expect(sheet).toBeVisible()
  }
  for (let time = 0; time < 2; time += 1) {
    await open()
    await page.goBack()
    await expect(sheet).toHaveCount(0)
    expect(page.url()).toBe(address)
  }
  // Closed otherwise, it leaves nothing behind that one would have to go back from.
  await open()
  await page.getByRole('button', { name: 'Close' }).first().tap()
  await expect(sheet).toHaveCount(0)
  await expect(page.locator('.panels').getByRole('button', { name: /Key points/ })).toBeVisible()
  await page.goBack()
  expect(page.url()).toBe('about:blank')
})

test('with a keyboard on the screen, and zoomed far in, the text stays in sight while one types', async ({ site, as }) => {
  const page = await as('Demo Rapporteur', { viewport: { width: 844, height: 190 }, ...touch })
  for (const [width, height, lines] of [[844, 390, 6], [844, 190, 3], [390, 430, 3], [320, 256, 3]] as const) {
    await page.setViewportSize({ width, height })
    await openNotes(page, site, 'rehearsal')
    await text(page).locator('p').first().tap()
    await page.keyboard.press('End')
    await page.keyboard.type(' Typed here.')
    const seen = await page.locator('.text').evaluate((element) => {
      const [area, caret] = [element.getBoundingClientRect(), getSelection()!.getRangeAt(0).getBoundingClientRect()]
      const [top, bottom] = [Math.max(area.top, 0), Math.min(area.bottom, window.innerHeight)]
      return { lines: (bottom - top) / 32, caret: caret.top >= top && caret.bottom <= bottom }
    })
    expect(seen.lines, `lines at ${String(width)} × ${String(height)}`).toBeGreaterThan(lines)
    expect(seen.caret, `the caret at ${String(width)} × ${String(height)}`).toBe(true)
    await expect(page.getByRole('contentinfo')).toBeInViewport()
  }
})

test('on a phone the tools stay where they are, what one is there for is in sight, and no keys are named', async ({ site, as }) => {
  const page = await as('Demo Rapporteur', phone)
  await openNotes(page, site, 'rehearsal')
  await text(page).locator('p').first().tap()
  const tools = page.getByRole('toolbar')
  const places = tools.evaluate((bar) => new Promise<number[]>((resolve) => {
    const seen = new Set<number>()
    const until = performance.now() + 1500
    const look = () => {
      seen.add(bar.getBoundingClientRect().top)
      if (performance.now() < until) requestAnimationFrame(look)
      else resolve([...seen])
    }
    look()
  }))
  await page.keyboard.type('What is typed goes up letter by letter.', { delay: 25 })
  expect(await places).toHaveLength(1)
  await expect(page.getByRole('button', { name: 'Submit' })).toBeInViewport()
  await expect(page.locator('kbd:visible')).toHaveCount(0)
  // What the page is called is told, also where its buttons have less room.
  await page.setViewportSize({ width: 320, height: 640 })
  const title = page.getByRole('heading', { level: 1 })
  await expect.poll(() => title.evaluate((element) => element.clientWidth)).toBeGreaterThan(200)
  await expect(page.getByRole('button', { name: 'Submit' })).toBeInViewport({ ratio: 1 })
  // Nor are there others where there is room for them, once the caret is in a list.
  await page.setViewportSize({ width: 1300, height: 900 })
  const names = () => tools.getByRole('button').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')?.replace(/:.*/, '')))
  const before = await names()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- an item')
  await expect(text(page).locator('.unordered-list-item', { hasText: 'an item' })).toBeVisible()
  expect(await names()).toEqual(before)

  const editor = await as('Demo Editor', phone)
  expect((await editor.request.post(site.api('compile'), { data: {} })).ok()).toBe(true)
  await editor.goto(site.edition('/document'))
  await expect(editor.locator('.pagebar').getByRole('link', { name: 'Export' })).toBeInViewport()
  // Fingers: 44 pixels each way, also where less is drawn.
  for (const path of ['', '/sessions', '/sessions/rehearsal', '/key-points', '/document', '/export']) {
    await editor.goto(site.edition(path))
    await expect(editor.locator('.wait')).toHaveCount(0)
    await expect(editor.getByRole('main')).toBeVisible()
    expect(await tooSmall(editor), `targets on ${path}`).toEqual([])
  }
})

test('printed, overview and board are lists without controls', async ({ site, as }) => {
  const page = await as('Demo Editor')
  for (const path of ['', '/key-points']) {
    await page.goto(site.edition(path))
    await expect(page.locator('a.card, [data-point]').first()).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button').and(page.locator(':visible:not([data-point], [data-point] *)'))).toHaveCount(0)
    await expect(page.getByRole('textbox')).toHaveCount(0)
    // All of it, not what a screen shows.
    expect(await page.locator('main, .board__list').evaluateAll((lists) => lists.every((list) => list.scrollHeight <= list.clientHeight + 1))).toBe(true)
    await page.emulateMedia({ media: 'screen' })
  }
})
