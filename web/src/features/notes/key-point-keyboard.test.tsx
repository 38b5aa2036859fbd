// @vitest-environment jsdom
/** Where the keyboard is after what is done with the cards of key points. */
import english from '@locales/en.ftl?raw'
import { act, useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '../../api/types'
import type { KeyPoint } from '../../editor/editor-api'
import { readCatalog, translateWith } from '../../i18n/translate'
import { offerText } from '../../ui/keyboard'
import { drawing } from '../../ui/testing/drawing'
import { listedPoint } from '../../ui/testing/key-point'
import { KeyPointPanel, type KeyPointPanelProps } from './key-point-panel'

const t = translateWith('en', [readCatalog('en', english)])
const { draw } = drawing(t)
const nothing = () => undefined
let text: HTMLElement
let stop: () => void

beforeEach(() => {
  Element.prototype.scrollIntoView = nothing
  text = document.body.appendChild(document.createElement('div'))
  text.className = 'ProseMirror'
  text.tabIndex = 0
  stop = offerText(() => { text.focus() })
})
afterEach(() => {
  stop()
  text.remove()
})

const point = (id: string, gone = false): KeyPoint => ({
  id, statement: `Statement ${id}`, quote: id, lang: 'en', themes: [], addressee: null, kind: null, stance: null, basis: 'reported', source: null, speaker: null, gone,
})
const recorded = new Map([['b', listedPoint({ id: 'b', state: 'accepted', statement: 'Statement b' })]])

function Page(props: Partial<KeyPointPanelProps>) {
  const [active, setActive] = useState<string | null>(null)
  const [points, setPoints] = useState([point('a'), point('b'), point('c', true)])
  return (
    <KeyPointPanel
      points={points} recorded={recorded} sent removed={false} active={active} editable themes={[]} addressees={[]}
      session={{ attribution: 'none', people: [], recordings: [] } as unknown as Session} sessions={[]}
      onActive={setActive} onStatement={nothing} onUndo={nothing} onMoveToSelection={nothing}
      onFields={(id, { themes = [] }) => { setPoints((all) => all.map((each) => (each.id === id ? { ...each, themes } : each))) }}
      onRemove={(id) => { setPoints((all) => all.filter((each) => each.id !== id)) }}
      onShow={(id) => { if (id !== 'c') text.focus() }} {...props}
    />
  )
}

const frames = () => act(() => new Promise<void>((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(() => { setTimeout(resolve) }) }) }))
/** A press by pointer; by keyboard, `detail` is 0. */
const press = async (element: Element | null | undefined, detail = 1) => {
  expect(element).not.toBeNull()
  act(() => {
    if (element instanceof HTMLElement) element.focus()
    element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }))
  })
  await frames()
}
const card = (id: string) => document.querySelector(`[data-card="${id}"]`)
const fields = () => document.querySelector('.point--open textarea')
const choose = async (name: string) => {
  await press(document.querySelector('button[aria-label="More"]'), 0)
  await press([...document.querySelectorAll('[role=menuitem]')].find((item) => item.textContent === name), 0)
}
const escape = async () => {
  act(() => { document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })) })
  await frames()
}

it('goes along into the card that Enter opens, and by Escape back to where the card was chosen', async () => {
  await draw(<Page />)
  await press(card('b'), 0)
  expect(document.activeElement).toBe(fields())
  await escape()
  expect(fields()).toBeNull()
  expect(document.activeElement).toBe(card('b'))
})

it('is in the text at the passage after a press on a card, and by Escape in the card there again', async () => {
  await draw(<Page />)
  await press(card('a'))
  expect(document.activeElement).toBe(text)
  act(() => { document.querySelector<HTMLElement>('.point--open textarea')?.focus() })
  await escape()
  expect(fields()).not.toBeNull()
  expect(document.activeElement).toBe(text)
})

it('is in the fields of a card whose passage is gone', async () => {
  await draw(<Page />)
  await press(card('c'))
  expect(document.activeElement).toBe(fields())
})

it.each(['points-show', 'points-move', 'points-remove'] as const)('is in the text after “%s”', async (command) => {
  const onMoveToSelection = vi.fn()
  await draw(<Page onMoveToSelection={onMoveToSelection} />)
  await press(card('a'), 0)
  await choose(t(command))
  expect(document.activeElement).toBe(text)
  expect(onMoveToSelection).toHaveBeenCalledTimes(command === 'points-move' ? 1 : 0)
  expect(document.querySelectorAll('article')).toHaveLength(command === 'points-remove' ? 2 : 3)
})

it('is in the field that adds a theme after one was taken away', async () => {
  await draw(<Page themes={[{ id: 'x', label: { en: 'Access' } }]} />)
  await press(card('a'), 0)
  act(() => { document.querySelector<HTMLElement>('.add-from input')?.focus() })
  for (const key of ['ArrowDown', 'Enter']) act(() => { document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })) })
  await frames()
  expect(document.activeElement).toBe(document.querySelector('.chip .x'))
  await press(document.querySelector('.chip .x'), 0)
  expect(document.querySelector('.chip')).toBeNull()
  expect(document.activeElement).toBe(document.querySelector('.add-from input'))
})

it('is on the card that was folded up', async () => {
  await draw(<Page />)
  await press(card('a'), 0)
  await choose(t('points-fold'))
  expect(document.activeElement).toBe(card('a'))
})

it('is in the text after the question whether to remove, and where it was when that is called off', async () => {
  await draw(<Page />)
  await press(card('b'), 0)
  const button = (name: string) => [...document.querySelectorAll('[role=dialog] button')].find((each) => each.textContent === name)
  await choose(t('points-remove'))
  await press(button(t('common-cancel')), 0)
  expect(document.activeElement).toBe(document.querySelector('button[aria-label="More"]'))
  await choose(t('points-remove'))
  await press(button(t('points-remove-do')), 0)
  expect(document.activeElement).toBe(text)
})
