import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Site, test } from './site'

const hour = 3_600_000

interface Session { id: string; title: string | null; event: string | null; kind: string; place: string | null; start: string | null; keyPoints: number; notesCharacters: number }

/** Adds deadlines as whoever organises does: by importing the programme again, with times on Kyoto's clock. */
async function addDeadlines(site: Site, deadlines: readonly (readonly [label: string, opensAt: number, dueAt: number])[]): Promise<void> {
  const file = JSON.parse(readFileSync(join(__dirname, '../../demo/igf-2023.json'), 'utf8')) as Record<string, unknown>
  const local = (moment: number) => new Date(moment + 9 * hour).toISOString().slice(0, 16)
  file['deadlines'] = deadlines.map(([label, opensAt, dueAt], index) => ({ id: `deadline-${String(index)}`, label, opens: local(opensAt), due: local(dueAt) }))
  const changed = join(site.data, 'with-deadlines.json')
  writeFileSync(changed, JSON.stringify(file))
  await site.command('import', changed)
}

test('the overview shows what is missing, what is due, and leads from a number to its key points', async ({ site, as }) => {
  const page = await as('Demo Coordinator')
  await page.goto(site.edition())
  const sessions = (await (await page.request.get(site.api('sessions'))).json()) as Session[]
  const coverage = page.getByRole('region', { name: 'Coverage' })

  // Sessions without key points or notes stand out, in words as well as by looks; the others do not.
  const line = page.getByRole('region', { name: 'Sessions' })
  await expect(line.getByRole('listitem')).toHaveCount(sessions.length)
  // In the order of time, what has no time at the end of it; each with kind, place, time on its own clock, state and number.
  const titles = (await line.getByRole('listitem').locator('b').allInnerTexts()).map((title) => title.slice(0, 20))
  const inOrder = sessions.toSorted((a, b) => (a.start ?? '9').localeCompare(b.start ?? '9'))
  expect(titles).toEqual(inOrder.map((session) => (session.title ?? 'Title not published').slice(0, 20)))
  const card = (words: string) => line.getByRole('listitem').filter({ hasText: words })
  await expect(card('Digital cooperation between')).toContainText(/EuroDIG.*7 key points.*Regional.*19 June.*Main auditorium, Tampere, Finland/s)
  await expect(card('Counteracting disinformation')).toContainText(/17:00.18:30 · 10:00.*11:30 your time\s*Session 3.*Room D/s)
  await expect(card('The Role of Parliamentarians')).toContainText(/15:15.*Roundtable/s)
  for (const session of sessions) await expect(line.getByRole('listitem').filter({ has: page.locator(`a[href$="${session.id}"]`) }).getByText(/Planned|Assigned|Live|Submitted|Confirmed|Locked/)).toHaveCount(1)
  // What is over or has no date is not live.
  await expect(line.getByText('Live')).toHaveCount(0)
  const without = sessions.filter((session) => session.keyPoints === 0)
  expect(without.length).toBeGreaterThan(0)
  await expect(line.locator('.card--empty')).toHaveCount(without.length)
  await expect(line.locator('.card--empty', { hasText: /No (key point|notes) yet/ })).toHaveCount(without.length)
  const unwritten = sessions.filter((session) => session.notesCharacters === 0)
  expect(unwritten.length).toBeGreaterThan(0)
  await expect(line.getByRole('listitem').filter({ hasText: 'No notes yet' })).toHaveCount(unwritten.length)
  const [plain, marked] = await Promise.all(['.card:not(.card--empty)', '.card--empty'].map((card) =>
    line.locator(card).first().evaluate((element) => getComputedStyle(element).cssText + getComputedStyle(element).border + getComputedStyle(element).backgroundColor)))
  expect(marked).not.toBe(plain)
  const { sessionsWithoutKeyPoint } = (await (await page.request.get(site.api('coverage'))).json()) as { sessionsWithoutKeyPoint: string[] }
  expect(without.map((session) => session.id)).toEqual(expect.arrayContaining(sessionsWithoutKeyPoint))
  await expect(coverage.locator('tfoot .kpn--none')).toHaveCount(sessionsWithoutKeyPoint.length)

  // A bar for each deadline, as full as its time is gone, with what is left in words.
  const bars = page.getByRole('region', { name: 'Deadlines' }).getByRole('listitem')
  const ofTheDemo = await bars.count()
  expect(ofTheDemo).toBeGreaterThan(0)
  await expect(bars.filter({ hasText: 'Rehearsal: notes' })).toContainText('Rapporteur: Demo Rapporteur and Second Rapporteur')
  const due = [['Notes of the symposium', -20, -2], ['Zero draft', -10, 10], ['Comments', 24, 72]] as const
  await addDeadlines(site, due.map(([label, opens, ends]) => [label, Date.now() + opens * hour, Date.now() + ends * hour]))
  await page.reload()
  await expect(bars).toHaveCount(ofTheDemo + due.length)
  const own = bars.filter({ hasNotText: 'Rehearsal' })
  await expect(own).toHaveText([/Notes of the symposium\s*Overdue 2 h/, /Zero draft\s*(10 h 0|9 h 5[89]) min left/, /Comments\s*Opens in (1 day|24 h|23 h)/])
  const shares = await own.locator('.meter').evaluateAll((meters) => meters.map((meter) => (meter.firstElementChild?.getBoundingClientRect().width ?? 0) / meter.getBoundingClientRect().width))
  expect(shares.map((share) => Math.round(share * 10) / 10)).toEqual([1, 0.5, 0])

  // A cell of the table opens the board with just the key points that it counts.
  const cell = coverage.locator('tbody td:not(.cov__tot) .cov__cell').first()
  const count = Number(await cell.innerText())
  const href = new URL((await cell.getAttribute('href'))!, site.url)
  const [session, theme] = [href.searchParams.get('session'), href.searchParams.get('theme')]
  await cell.click()
  await page.waitForURL(/\/key-points\?/)
  await expect(page.locator('[data-point]')).toHaveCount(count)
  const points = (await (await page.request.get(site.api('key-points'))).json()) as { id: string; sessionId: string; themes: string[] }[]
  const expected = points.filter((point) => point.sessionId === session && point.themes.includes(theme!)).map((point) => point.id)
  expect(expected).toHaveLength(count)
  expect(await page.locator('[data-point]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-point')).sort())).toEqual(expected.sort())
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.locator('[data-point]')).toHaveCount(points.length)

  // On the day itself a line stands at the hour, on Kyoto's clock.
  await page.clock.setFixedTime(new Date('2023-10-09T06:52:00Z'))
  await page.goto(site.edition())
  await expect(line.getByText('Now 15:52')).toBeVisible()
})
