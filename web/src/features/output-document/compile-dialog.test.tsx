// @vitest-environment jsdom
import english from '@locales/en.ftl?raw'
import { expect, it } from 'vitest'
import type { Edition } from '../../api/types'
import { readCatalog, translateWith } from '../../i18n/translate'
import { drawing } from '../../ui/testing/drawing'
import { CompileDialog } from './compile-dialog'

const t = translateWith('en', [readCatalog('en', english)])
const { draw } = drawing(t)
const nothing = () => undefined
const edition = { originalLanguage: 'en' } as Edition

const show = (hasText: boolean) => draw(
  <CompileDialog
    edition={edition} keyPoints={[]} sessions={[]} scope={{ messagesOf: null, group: 'addressee' }} outlineFailure={null} busy={false} failure={null}
    outline={{ groups: [], diagnostics: [], keyPoints: 2, hasText } as never} onScope={nothing} onCompile={nothing} onClose={nothing}
  />,
)
const dialog = () => document.querySelector('[role="dialog"]')
const asked = () => [...dialog()?.querySelectorAll('summary, footer button, input[type="text"], .btn') ?? []].map((each) => each.textContent)

it('asks how the draft is to be only where one can be made', async () => {
  await show(true)
  expect(dialog()?.textContent).toContain(t('compile-has-text'))
  expect(dialog()?.textContent).not.toContain(t('compile-group'))
  expect(dialog()?.querySelectorAll('summary')).toHaveLength(0)
  expect(asked()).not.toContain(t('output-compile'))
})

it('asks how the draft is to be where nobody has written', async () => {
  await show(false)
  expect(dialog()?.textContent).toContain(t('compile-group'))
  expect(asked()).toContain(t('output-compile'))
})
