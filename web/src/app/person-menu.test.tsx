// @vitest-environment jsdom
// Signing out while words wait that are only on this device.
import english from '@locales/en.ftl?raw'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { act } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Me } from '../api/types'
import { readCatalog, translateWith } from '../i18n/translate'
import { drawing, until } from '../ui/testing/drawing'
import { AppearanceContext } from './appearance'
import { PersonMenu } from './person-menu'

const t = translateWith('en', [readCatalog('en', english)])
const me = { person: { id: 'anna', name: 'Anna', language: 'en' }, email: '', isAdministrator: false, grants: [] } as unknown as Me
const appearance = { theme: 'light', setTheme: () => undefined, density: 'compact', setDensity: () => undefined, setLanguage: () => Promise.resolve() } as const
const server = vi.fn((_path: string) => Promise.resolve(new Response(null, { status: 204 })))
const { draw } = drawing(t)

beforeEach(async () => {
  server.mockClear()
  vi.stubGlobal('fetch', server)
  const router = createRouter({ routeTree: createRootRoute({ component: () => <PersonMenu me={me} /> }), history: createMemoryHistory() })
  await draw(
    <QueryClientProvider client={new QueryClient()}>
      <AppearanceContext value={appearance}><RouterProvider router={router as never} /></AppearanceContext>
    </QueryClientProvider>,
  )
})

afterEach(() => { localStorage.clear() })

async function press(words: string): Promise<void> {
  const find = () => [...document.querySelectorAll<HTMLElement>('button, [role=menuitem], [role=menuitemradio]')].find((each) => each.textContent.includes(words))
  await until(() => { expect(find()).toBeDefined() })
  act(() => { find()?.click() })
}

const isSignedOut = () => server.mock.calls.some(([path]) => path.endsWith('/sign-out'))

it('signs out at once where everything is on the server', async () => {
  await press(t('person-menu'))
  await press(t('person-sign-out'))
  await until(() => { expect(isSignedOut()).toBe(true) })
  expect(document.body.textContent).not.toContain(t('sign-out-unsent'))
})

it('says what is only on this device, and signs out only when that is wanted', async () => {
  localStorage.setItem('rapporteur-unsent:anna:one', '')
  localStorage.setItem('rapporteur-unsent:anna:two', '')
  localStorage.setItem('rapporteur-unsent:ben:three', '')
  await press(t('person-menu'))
  await press(t('person-sign-out'))
  await until(() => { expect(document.body.textContent).toContain(t('sign-out-unsent-text', { count: 2 })) })
  expect(isSignedOut()).toBe(false)
  await press(t('common-cancel'))
  await until(() => { expect(document.body.textContent).not.toContain(t('sign-out-unsent')) })
  expect(isSignedOut()).toBe(false)
  await press(t('person-menu'))
  await press(t('person-sign-out'))
  await press(t('sign-out-anyway'))
  await until(() => { expect(isSignedOut()).toBe(true) })
})

it('follows what reaches the server while it asks', async () => {
  localStorage.setItem('rapporteur-unsent:anna:one', '')
  localStorage.setItem('rapporteur-unsent:anna:two', '')
  await press(t('person-menu'))
  await press(t('person-sign-out'))
  const says = (words: string) => until(() => { expect(document.querySelector('[role=dialog]')?.textContent).toContain(words) })
  await says(t('sign-out-unsent-text', { count: 2 }))
  localStorage.removeItem('rapporteur-unsent:anna:two')
  await says(t('sign-out-unsent-text', { count: 1 }))
  localStorage.removeItem('rapporteur-unsent:anna:one')
  await says(t('sign-out-sent'))
  expect(document.body.textContent).not.toContain(t('sign-out-unsent'))
  expect(isSignedOut()).toBe(false)
  await press(t('person-sign-out'))
  await until(() => { expect(isSignedOut()).toBe(true) })
})
