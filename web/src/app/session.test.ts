// @vitest-environment jsdom
// Who has this tab, when somebody signs in in another one of the same browser.
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { queries } from '../api/queries'
import type { Me } from '../api/types'
import { enterAs, watchSignIns } from './session'
import { closeTexts, retryTexts } from './texts'

vi.mock('./texts', () => ({ closeTexts: vi.fn(() => Promise.resolve()), retryTexts: vi.fn() }))

const person = (id: string) => ({ person: { id, name: id }, email: '', language: 'en', isAdministrator: false, grants: [] }) as unknown as Me
let stop: () => void
const beginAnew = vi.fn()
const client = new QueryClient()

beforeEach(async () => {
  vi.clearAllMocks()
  stop = watchSignIns(client, beginAnew)
  await enterAs(client, person('anna'))
  vi.clearAllMocks()
})

afterEach(() => { stop() })

/** As from another tab of this browser. */
function tell(id: string): void {
  const other = new BroadcastChannel('rapporteur-signed-in')
  other.postMessage(id)
  setTimeout(() => { other.close() }, 1000)
}

it('connects the texts again when the same person has signed in in another tab', async () => {
  tell('anna')
  await vi.waitFor(() => { expect(retryTexts).toHaveBeenCalledOnce() })
  expect(closeTexts).not.toHaveBeenCalled()
  expect(beginAnew).not.toHaveBeenCalled()
})

it('closes the texts and begins anew when somebody else has signed in in another tab', async () => {
  tell('ben')
  await vi.waitFor(() => { expect(beginAnew).toHaveBeenCalledOnce() })
  expect(closeTexts).toHaveBeenCalledOnce()
  expect(retryTexts).not.toHaveBeenCalled()
})

it('begins anew when the server names somebody else, and not for the same person or after a sign-in here', async () => {
  client.setQueryData(queries.me().queryKey, person('anna'))
  await enterAs(client, person('carla'))
  expect(beginAnew).not.toHaveBeenCalled()
  client.setQueryData(queries.me().queryKey, person('ben'))
  await vi.waitFor(() => { expect(beginAnew).toHaveBeenCalledOnce() })
})
