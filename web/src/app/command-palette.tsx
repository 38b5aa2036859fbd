import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import {
  Autocomplete, Dialog, Input, ListBox, ListBoxItem, Modal, ModalOverlay, SearchField, useFilter,
} from 'react-aria-components'
import { queries } from '../api/queries'
import type { Edition } from '../api/types'
import type { Key } from '../i18n/keys'
import { useTranslate } from '../i18n/translate'
import { Icon } from '../ui/icon'
import { sessionName } from '../ui/labels'
import { paths } from './paths'
import './command-palette.css'

interface Entry { id: string; text: string; hint: string; run(): void }

/** Goes to a page or a session by typing a part of its name, or to the search in the page's text. */
export function CommandPalette({ edition, tabs, onFind, onClose }: {
  edition: Edition
  tabs: readonly { id: string; label: Key; href: string }[]
  /** Null where the page holds no text to find words in. */
  onFind: (() => void) | null
  onClose(): void
}) {
  const t = useTranslate()
  const router = useRouter()
  const { contains } = useFilter({ sensitivity: 'base' })
  const { data: sessions = [] } = useQuery(queries.sessions(edition.id))
  const entries = useMemo<Entry[]>(() => {
    const go = (href: string) => () => { router.history.push(href) }
    return [
      ...tabs.map((tab) => ({ id: tab.id, text: t(tab.label), hint: t('palette-page'), run: go(tab.href) })),
      ...(onFind === null ? [] : [{ id: 'find', text: t('find-open'), hint: 'Ctrl F', run: onFind }]),
      ...sessions.map((session) => ({
        id: `session ${session.id}`, text: sessionName(t, session, sessions), hint: t(`session-kind-${session.kind}`), run: go(paths.notes(edition.id, session.id)),
      })),
    ]
  }, [t, tabs, sessions, edition.id, onFind, router])
  return (
    <ModalOverlay className="scrim dialog-scrim palette-scrim" isOpen isDismissable onOpenChange={(open) => { if (!open) onClose() }}>
      <Modal className="dialog palette">
        <Dialog aria-label={t('palette-title')} className="palette__body">
          <Autocomplete filter={contains}>
            <SearchField aria-label={t('palette-title')} className="palette__field" autoFocus>
              <Icon name="search" />
              {/* What it is: a field that chooses from the list below, which it scrolls as well. */}
              <Input className="palette__input" role="combobox" aria-expanded="true" placeholder={t('palette-placeholder')} />
            </SearchField>
            <ListBox
              className="list-box palette__list"
              aria-label={t('palette-results')}
              items={entries}
              selectionMode="none"
              onAction={(key) => {
                const entry = entries.find((each) => each.id === key)
                onClose()
                entry?.run()
              }}
              renderEmptyState={() => <p className="muted palette__none">{t('palette-none')}</p>}
            >
              {(entry) => (
                <ListBoxItem id={entry.id} textValue={entry.text} className="list-box__i">
                  <span className="grow" dir="auto">{entry.text}</span><span className="small muted">{entry.hint}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
