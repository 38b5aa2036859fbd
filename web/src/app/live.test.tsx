// @vitest-environment jsdom
// What the stream of an edition's events tells the page beside what has changed.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onHeard } from '../api/heard'
import { useLiveEdition } from './live'

/** jsdom has none. */
class Stream extends EventTarget {
  static readonly CLOSED = 2
  static last: Stream
  readyState = 1
  constructor(readonly url: string) {
    super()
    Stream.last = this
  }
  close(): void {
    this.readyState = Stream.CLOSED
  }
}

const heard = vi.fn()
let stop: () => void
let client: QueryClient

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('EventSource', Stream)
  client = new QueryClient()
  const stopHearing = onHeard(heard)
  const root = createRoot(document.createElement('div'))
  const Page = () => {
    useLiveEdition('igf')
    return null
  }
  act(() => { root.render(<QueryClientProvider client={client}><Page /></QueryClientProvider>) })
  heard.mockClear()
  stop = () => {
    stopHearing()
    act(() => { root.unmount() })
  }
})

afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

it('hears the server in each word of the stream, also where nothing has changed', () => {
  const words = [new Event('open'), new MessageEvent('alive', { data: '{}' }), new MessageEvent('changed', { data: '{"what":"sessions"}' })]
  for (const [index, word] of words.entries()) {
    Stream.last.dispatchEvent(word)
    expect(heard).toHaveBeenCalledTimes(index + 1)
  }
})

it('asks anew as soon as the network is back: the browser may never have noticed that the stream was cut', () => {
  Stream.last.dispatchEvent(new Event('open'))
  const [cut, asked] = [Stream.last, vi.spyOn(client, 'invalidateQueries')]
  window.dispatchEvent(new Event('online'))
  expect(cut.readyState).toBe(Stream.CLOSED)
  expect(Stream.last).not.toBe(cut)
  Stream.last.dispatchEvent(new Event('open'))
  expect(asked).toHaveBeenCalledWith({ queryKey: ['edition', 'igf', 'sessions'] })
})
