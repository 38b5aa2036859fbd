import { afterEach, expect, test, vi } from 'vitest'
import { listedPoint } from '../ui/testing/key-point'
import { api } from './client'

afterEach(() => { vi.unstubAllGlobals() })

test('control characters in pasted words are sent as spaces, line breaks as they are', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body))
    return Promise.resolve(new Response('{}'))
  })
  await api.setAside('igf-2023', listedPoint(), 'Said\u0002 twice\u000b\r\nand “não”\u0000')
  await api.compile('igf-2023', { group: 'theme', title: 'A\u001Fslide', preamble: ['One\u0007two'] })
  expect(sent).toEqual([
    { reason: 'Said  twice \nand “não” ' },
    { group: 'theme', title: 'A slide', preamble: ['One two'] },
  ])
})
