// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import type { Editor } from '../editor/editor-api'
import { closeRestingTexts, RESTING, restText, wakeText, type HeldText } from './resting-texts'

const text = (key: string) => {
  const [rest, close] = [vi.fn(), vi.fn()]
  const place = document.body.appendChild(document.createElement('div'))
  return { key, place, top: 0, wasIn: true, editor: { rest, close } as unknown as Editor, rest, close } satisfies HeldText & Record<string, unknown>
}

afterEach(() => {
  closeRestingTexts()
  vi.useRealTimers()
})

it('gives a text back as it was left, once', () => {
  const one = text('one')
  restText(one)
  expect(one.rest).toHaveBeenCalledOnce()
  expect(one.place.isConnected).toBe(false)
  expect(wakeText('two')).toBeNull()
  expect(wakeText('one')).toBe(one)
  expect(wakeText('one')).toBeNull()
  expect(one.close).not.toHaveBeenCalled()
})

it('holds only the latest few, and closes the others', () => {
  const all = Array.from({ length: RESTING.most + 2 }, (_, index) => text(String(index)))
  all.forEach(restText)
  expect(all.map((each) => each.close.mock.calls.length)).toEqual([1, 1, ...Array.from({ length: RESTING.most }, () => 0)])
  closeRestingTexts()
  expect(all.map((each) => each.close.mock.calls.length)).toEqual(all.map(() => 1))
})

it('closes what nobody comes back to', () => {
  vi.useFakeTimers()
  const one = text('one')
  restText(one)
  vi.advanceTimersByTime(RESTING.long - 1)
  expect(one.close).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(one.close).toHaveBeenCalledOnce()
  expect(wakeText('one')).toBeNull()
})
