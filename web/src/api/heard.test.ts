// @vitest-environment jsdom
// Which answers are the server's own.
import { afterEach, expect, it, vi } from 'vitest'
import { api } from './client'
import { onHeard } from './heard'

afterEach(() => { vi.unstubAllGlobals() })

it('hears the server in its answers, not in those of a proxy or of this device', async () => {
  let answer = Response.json([])
  vi.stubGlobal('fetch', () => Promise.resolve(answer))
  const heard = vi.fn()
  const stop = onHeard(heard)
  await api.editions()
  expect(heard).toHaveBeenCalledTimes(1)
  answer = Response.json({ error: { code: 'forbidden' } }, { status: 403 })
  await api.editions().catch(() => undefined)
  expect(heard).toHaveBeenCalledTimes(2)
  answer = Response.json([], { headers: { 'x-kept-since': '' } })
  await api.editions()
  answer = new Response('', { status: 502 })
  await api.editions().catch(() => undefined)
  expect(heard).toHaveBeenCalledTimes(2)
  stop()
  // Who begins to listen is told of what was heard before.
  const late = vi.fn()
  onHeard(late)()
  expect(late).toHaveBeenCalledExactlyOnceWith(heard.mock.lastCall?.[0])
})
