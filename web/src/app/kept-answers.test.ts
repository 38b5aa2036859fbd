// What the service worker answered in the server's place is told, and asked for again, until the server has answered.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { api, onAnswer } from '../api/client'
import { AGAIN, KeptAnswers } from './kept-answers'

afterEach(() => { vi.unstubAllGlobals() })

/** A page of which the server answers some paths, and the device the others. */
function page() {
  const waiting: (() => void)[] = []
  const asked: string[] = ['/a', '/b']
  const byDevice = new Map([['/a', 1000], ['/b', 2000]])
  let answered = true
  const kept: KeptAnswers = new KeptAnswers(
    () => {
      for (const path of asked) kept.note(path, byDevice.get(path) ?? null)
      return Promise.resolve(answered)
    },
    (milliseconds, run) => {
      expect(milliseconds).toBe(AGAIN)
      waiting.push(run)
    },
  )
  const again = async () => {
    expect(waiting).toHaveLength(1)
    waiting.pop()?.()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { kept, asked, byDevice, waiting, again, fail() { answered = false } }
}

describe('kept answers', () => {
  it('are old until the server has given each of them', async () => {
    const { kept, byDevice, waiting, again } = page()
    expect(kept.oldest()).toBeNull()
    kept.note('/b', 2000)
    kept.note('/a', 1000)
    expect(kept.oldest()).toBe(1000)
    byDevice.delete('/a')
    await again()
    expect(kept.oldest()).toBe(2000)
    byDevice.delete('/b')
    await again()
    expect(kept.oldest()).toBeNull()
    expect(waiting).toEqual([])
  })

  it('that nobody shows any more are forgotten, unless the server could not be asked', async () => {
    const first = page()
    first.kept.note('/gone', 500)
    await first.again()
    expect(first.kept.oldest()).toBe(1000)

    const second = page()
    second.kept.note('/gone', 500)
    second.fail()
    await second.again()
    expect(second.kept.oldest()).toBe(500)
  })

  it('are known by what the service worker writes on them', async () => {
    const heard: unknown[] = []
    const stop = onAnswer((path, since) => heard.push([path, since]))
    const answer = (headers: Record<string, string>) => {
      vi.stubGlobal('fetch', () => Promise.resolve(new Response('[]', { headers })))
      return api.editions()
    }
    await answer({})
    await answer({ 'x-kept-since': 'Sun, 06 Nov 1994 08:49:37 GMT' })
    await answer({ 'x-kept-since': '' })
    stop()
    expect(heard).toEqual([['/api/editions', null], ['/api/editions', 784_111_777_000], ['/api/editions', 0]])
  })
})
