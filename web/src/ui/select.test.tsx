// @vitest-environment jsdom
/** Choosing by typing: what is listed is what the letters say. */
import english from '@locales/en.ftl?raw'
import { act } from 'react'
import { expect, it, vi } from 'vitest'
import { readCatalog, translateWith } from '../i18n/translate'
import { AddFrom } from './select'
import { drawing } from './testing/drawing'

const { place, draw } = drawing(translateWith('en', [readCatalog('en', english)]))
const choices = [{ id: 'ai', label: 'AI & Emerging Technologies' }, { id: 'trust', label: 'Data Governance & Trust' }, { id: 'rights', label: 'Human Rights & Freedoms' }]
const listed = () => [...document.querySelectorAll('[role=option]')].map((each) => each.textContent)
const key = (name: string) => act(async () => {
  for (const type of ['keydown', 'keyup']) document.activeElement?.dispatchEvent(new KeyboardEvent(type, { key: name, bubbles: true, cancelable: true }))
  await Promise.resolve()
})

it('lists what the typed letters are in, takes what is chosen by key, and is empty again', async () => {
  const added = vi.fn()
  await draw(<AddFrom label="Add a theme" placeholder="Add …" choices={choices} onAdd={added} />)
  const field = place().querySelector('input')
  act(() => { field?.focus() })
  expect(listed()).toEqual(choices.map((choice) => choice.label))
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'data')
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect(listed()).toEqual(['Data Governance & Trust'])
  await key('ArrowDown')
  await key('Enter')
  expect(added.mock.calls).toEqual([['trust']])
  expect(field?.value).toBe('')
})
