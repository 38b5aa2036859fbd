// @vitest-environment jsdom
// Who has this tab, when somebody signs in in another one of the same browser.
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { api } from '../api/client'
import { queries } from '../api/queries'
import type { Me } from '../api/types'
import { noteSignedOut } from './offline'
import { enterAs, leave, watchSignIns } from './session'
import { closeTexts, retryTexts } from './texts'

vi.mock('./offline', async (original) => ({ ...await original<typeof import('./offline')>(), noteSignedOut: vi.fn() }))
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

afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

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

it('asks the server who came, so that the device keeps it: without that no page opens without a network', async () => {
  const asked = vi.fn((_path: string) => Promise.resolve(new Response(JSON.stringify(person('ben')))))
  vi.stubGlobal('fetch', asked)
  await enterAs(client, person('ben'))
  expect(asked.mock.calls.map(([path]) => path)).toEqual(['/api/me'])
  // And so it can be asked again whenever all of it is.
  await client.invalidateQueries({ refetchType: 'all' })
  expect(asked).toHaveBeenCalledTimes(2)
})

it('begins anew when the server names somebody else, and not for the same person or after a sign-in here', async () => {
  client.setQueryData(queries.me().queryKey, person('anna'))
  await enterAs(client, person('carla'))
  expect(beginAnew).not.toHaveBeenCalled()
  client.setQueryData(queries.me().queryKey, person('ben'))
  await vi.waitFor(() => { expect(beginAnew).toHaveBeenCalledOnce() })
})

it('takes nobody for signed in again because of an answer that was kept', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('[]', { headers: { 'x-kept-since': 'Sun, 22 Nov 2026 09:00:00 GMT' } })))
  await api.editions()
  expect(noteSignedOut).not.toHaveBeenCalled()
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('[]')))
  await api.editions()
  expect(noteSignedOut).toHaveBeenCalledWith(false)
})

it('forgets kept answers when a person leaves, and those that come late, for which who has entered asks again', async () => {
  vi.useFakeTimers()
  const forget = vi.fn(() => Promise.resolve(true))
  vi.stubGlobal('caches', { delete: forget })
  await leave(client)
  expect(forget).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(forget).toHaveBeenCalledTimes(2)
  await leave(client)
  await enterAs(client, person('ben'))
  expect(forget).toHaveBeenCalledTimes(4)
  const asked = vi.fn(() => Promise.resolve('answer'))
  await client.fetchQuery({ queryKey: ['something'], queryFn: asked, staleTime: Infinity })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(forget).toHaveBeenCalledTimes(5)
  expect(asked).toHaveBeenCalledTimes(2)
  vi.useRealTimers()
})

it('leaves to another tab what was kept there for who has signed in', async () => {
  const forget = vi.fn(() => Promise.resolve(true))
  vi.stubGlobal('caches', { delete: forget })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await leave(client)
  const other = new BroadcastChannel('rapporteur-signed-in')
  other.postMessage('ben')
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => { setImmediate(resolve) })
  other.close()
  expect(retryTexts).toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
  expect(forget).toHaveBeenCalledTimes(1)
})

it('lets the next person in also where the device never answers', async () => {
  vi.useFakeTimers()
  vi.mocked(closeTexts).mockReturnValueOnce(new Promise(() => undefined))
  const entering = enterAs(client, person('ben'))
  await vi.advanceTimersByTimeAsync(6000)
  await entering
  vi.useRealTimers()
  expect(client.getQueryData(queries.me().queryKey)).toEqual(person('ben'))
})

it('leaves and enters also where the browser forbids its store of answers', async () => {
  vi.stubGlobal('caches', { delete: () => Promise.reject(new Error('forbidden')) })
  await enterAs(client, person('ben'))
  expect(client.getQueryData(queries.me().queryKey)).toEqual(person('ben'))
})
