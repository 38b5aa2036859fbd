// @vitest-environment node
// What the line under a text says of the server, and up to when.
import english from '@locales/en.ftl?raw'
import french from '@locales/fr.ftl?raw'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Language } from '../../i18n/direction'
import { readCatalog, TranslateContext, translateWith } from '../../i18n/translate'
import type { DocumentStatus } from '../../sync/connection-status'
import { StatusLine } from './status-line'

const now = new Date(2026, 10, 22, 15, 30).getTime()
const morning = new Date(2026, 10, 22, 9, 5).getTime()
const yesterday = new Date(2026, 10, 21, 9, 5).getTime()
const catalogs: Partial<Record<Language, string>> = { en: english, fr: french }

function line(server: Partial<DocumentStatus['server']>, readOnly: boolean, language: Language = 'en'): string {
  const status: DocumentStatus = {
    device: { saved: true, failed: false },
    server: { state: 'up-to-date', connected: true, heard: true, signedOut: false, crowded: false, upTo: null, waitingChanges: 0, wentBack: null, offlineSince: null, nextTryAt: null, ...server },
  }
  const t = translateWith(language, [readCatalog(language, catalogs[language] ?? '')])
  const html = renderToString(<TranslateContext value={t}><StatusLine status={status} readOnly={readOnly} now={now} /></TranslateContext>)
  return html.replaceAll(/<[^>]*>|[\u2066-\u2069]/g, ' ').replaceAll(/\s+/g, ' ')
}

it('tells a reader who opens a kept text without a network of when it is', () => {
  expect(line({ connected: false, heard: false, upTo: morning, offlineSince: now }, true)).toContain('As it was on the server at 09:05')
})

it('tells a reader that the text is as on the server only when the server has spoken', () => {
  expect(line({ upTo: now }, true)).toContain('As it is on the server')
  expect(line({ connected: false, heard: false, upTo: morning }, true)).toContain('As it was on the server at 09:05')
  expect(line({ heard: false, upTo: morning }, true)).toContain('As it was on the server at 09:05')
  expect(line({ connected: false, heard: false, state: 'waiting' }, true)).toContain('The server has not answered yet')
})

it('gives a time of another day its date', () => {
  const offline = { connected: false, heard: false, upTo: yesterday, offlineSince: yesterday } as const
  expect(line(offline, true)).toContain('As it was on the server on 21 November at 09:05')
  expect(line({ ...offline, state: 'waiting', waitingChanges: 2 }, false)).toContain('On the server: all up to 21 November at 09:05')
  expect(line(offline, false)).toContain('Nothing heard from the server since 21 November at 09:05.')
  expect(line({ ...offline, offlineSince: morning }, false)).toContain('Nothing heard from the server since 09:05.')
  expect(line(offline, true, 'fr')).toContain('le 21 novembre à 09:05')
  expect(line({ ...offline, upTo: morning }, true, 'fr')).toContain('à 09:05')
})

it('tells who opened too many pages what to do', () => {
  expect(line({ connected: false, crowded: true, offlineSince: now }, false)).toContain('Close pages that you do not need')
})

it('tells who writes that the server had gone back to an older state', () => {
  const behind = { state: 'waiting', waitingChanges: 3, wentBack: 'catching-up' } as const
  expect(line(behind, false)).toContain('The server went back to an older state.')
  expect(line({ wentBack: 'caught-up' }, false, 'fr')).toContain('il est de nouveau à jour')
  expect(line(behind, true)).not.toContain('older state')
})
