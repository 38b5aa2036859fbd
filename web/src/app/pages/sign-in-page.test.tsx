// @vitest-environment jsdom
// A laptop is shared: whoever enters gets a tab in which nothing is left of who had it before.
import english from '@locales/en.ftl?raw'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { act } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { queries } from '../../api/queries'
import { readCatalog, translateWith } from '../../i18n/translate'
import { drawing, until } from '../../ui/testing/drawing'
import { AppearanceContext } from '../appearance'
import { forgetKeptAnswers } from '../offline'
import { makeRouter } from '../routes'
import { fetchAhead } from '../texts'

const close = vi.hoisted(() => vi.fn(() => Promise.resolve()))
vi.mock('../../sync/repo', () => ({ openDocuments: () => ({ close, fetchAhead: () => Promise.resolve() }) }))
vi.mock('../offline', async (original) => ({ ...await original<typeof import('../offline')>(), forgetKeptAnswers: vi.fn(() => Promise.resolve()) }))

const t = translateWith('en', [readCatalog('en', english)])
const person = (name: string) => ({ person: { id: name, name, email: '', language: 'en' }, grants: [] })
const answer = (value: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(value), { status }))
const { place, draw } = drawing(t)

beforeEach(() => {
  vi.clearAllMocks()
})

afterEach(() => { window.location.hash = '' })

/** The sign-in page in a tab that was Anna's; her notes are open in it. */
async function annasTab(server: (path: string) => Promise<Response>): Promise<{ client: QueryClient; me(): unknown }> {
  vi.stubGlobal('fetch', server)
  const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false, staleTime: 10_000 } } })
  client.setQueryData(queries.me().queryKey, person('anna') as never)
  client.setQueryData(queries.editions().queryKey, [{ id: 'igf', title: 'What only Anna may see' }] as never)
  await fetchAhead('anna', [])
  const router = makeRouter(client)
  router.update({ ...router.options, history: createMemoryHistory({ initialEntries: ['/sign-in'] }) } as never)
  const appearance = { theme: 'light', setTheme: () => undefined, density: 'compact', setDensity: () => undefined, setLanguage: () => Promise.resolve() } as const
  await draw(
    <QueryClientProvider client={client}>
      <AppearanceContext value={appearance}><RouterProvider router={router} /></AppearanceContext>
    </QueryClientProvider>,
  )
  await until(() => { expect(place().querySelector('main button')).not.toBeNull() })
  return { client, me: () => router.state.matches.map(({ context }) => (context as { me?: unknown }).me).find((me) => me !== undefined) }
}

async function press(words: string): Promise<void> {
  await until(() => { expect(place().textContent).toContain(words) })
  act(() => { [...place().querySelectorAll('button')].find((button) => button.textContent.includes(words))?.click() })
  await until(() => { expect(place().textContent).not.toContain(words) })
}

it('gives the tab to the person who goes on, with nothing in it of the one before', async () => {
  // Ben has signed in in another tab. The server knows nobody else.
  const { client, me } = await annasTab((path) => answer(path.endsWith('/api/me') ? person('ben') : []))
  await press(t('sign-in-enter'))
  // Whose name stands above, and whose texts on this device are opened.
  expect(me()).toEqual(person('ben'))
  expect(client.getQueryData(queries.editions().queryKey)).toEqual([])
  expect(close).toHaveBeenCalledOnce()
  expect(forgetKeptAnswers).toHaveBeenCalled()
})

it('makes the texts’ connections anew for who signs in again', async () => {
  window.location.hash = '#token'
  const account = { name: 'Anna', email: 'anna@example.org' }
  const { me } = await annasTab((path) => (
    path.endsWith('/redeem') ? answer(person('anna')) : path.endsWith('/account') ? answer(account) : path.endsWith('/api/me') ? answer({}, 401) : answer([])
  ))
  // Whoever follows somebody else's link sees it before anything is done in that name.
  await until(() => { expect(place().textContent).toContain(t('sign-in-link-account', account)) })
  await press(t('sign-in-link-continue'))
  expect(me()).toEqual(person('anna'))
  // The old ones had stopped for the sign-in.
  expect(close).toHaveBeenCalledOnce()
})

it('says at once that a link was used, without a button that would only fail', async () => {
  window.location.hash = '#token'
  await annasTab((path) => (path.endsWith('/account') ? answer({ error: { code: 'sign-in-link-used', detail: {} } }, 409) : answer({}, 401)))
  await until(() => { expect(place().textContent).toContain(t('error-sign-in-link-used')) })
  expect(place().textContent).not.toContain(t('sign-in-link-continue'))
})
