// The text of a page with its tools: toolbar, slash menu, links, footnotes. Notes and output documents share it.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState, useSyncExternalStore, type CSSProperties } from 'react'
import type { DocumentKind, FootnoteActions } from '../editor/editor-api'
import { directionOf } from '../i18n/direction'
import { useTranslate } from '../i18n/translate'
import { Button, IconButton } from '../ui/button'
import { Icon } from '../ui/icon'
import { keyboardAfter, offerText } from '../ui/keyboard'
import { Notice } from '../ui/notice'
import { hasKeys } from '../ui/width'
import { applyChoice } from '../ui/writing/commands'
import { FindBar } from '../ui/writing/find-bar'
import { FootnotePopover, LinkDialog } from '../ui/writing/popovers'
import { KeyPointTicks } from '../ui/writing/ticks'
import { SlashMenu } from '../ui/writing/slash-menu'
import { Toolbar } from '../ui/writing/toolbar'
import { useFind } from './find-in-text'
import { KeptTexts } from './kept-texts'
import { useShownPresence } from './presence'
import type { Text } from './use-text'

interface Props {
  text: Text
  kind: DocumentKind
  editable: boolean
  /** Said in place of the tools where the person only reads. */
  readingHint: string
  /** That the person can't write any more was their own step. */
  ownStep?: boolean
  onMarkKeyPoint?(): void
  /** Key points whose numbers stand in the margin. */
  ticks?: { points: readonly { id: string; hollow: boolean }[]; onOpen(id: string): void }
  style?: CSSProperties
  /** The text's own language: its margins lie as that is written. */
  language: string
}

export function TextDesk({ text, kind, editable, readingHint, ownStep = false, onMarkKeyPoint, ticks, style, language }: Props) {
  const t = useTranslate()
  const { editor, caret, place, slashKeys } = text
  const [scroll, setScroll] = useState<HTMLElement | null>(null)
  const find = useFind(editor)
  useShownPresence(text.others)
  const [wrote, setWrote] = useState(editable)
  if (editable && !wrote) setWrote(true)
  const ended = wrote && !editable && !ownStep
  useEffect(() => {
    if (editor === null) return
    // The page was come to for its text. A keyboard on the screen would cover half of it.
    if (document.activeElement?.id === 'main' && hasKeys()) editor.focus()
    return offerText(() => { editor.focus() })
  }, [editor])
  return (
    <>
      {editable && editor && caret
        ? (
          <Toolbar
            kind={kind} caret={caret} commands={editor.commands} {...(onMarkKeyPoint ? { onMarkKeyPoint } : {})}
            onLink={() => { text.askLink({ href: caret.link, text: caret.selectedText }) }} onFind={find.start}
          />
        )
        : (
          <div className="tools tools--reading small muted">
            <Icon name="lock" small /><p className="tools__hint">{text.opening !== 'open' || editable ? t('writing-opening') : ended ? null : readingHint}</p>
            {editor && <IconButton icon="search" label={t('find-open')} shortcut="Ctrl+F" onPress={find.start} />}
          </div>
        )}
      {find.isOpen && (
        <FindBar
          field={find.field} words={find.words} onWords={find.setWords} found={find.found} onStep={find.step}
          onOpenFootnote={find.openFootnote} onClose={find.close}
        />
      )}
      {text.imagesDropped > 0 && (
        <Notice
          tone="warn" title={t('writing-images-dropped', { count: text.imagesDropped })}
          onClose={() => {
            text.forgetImages()
            keyboardAfter('notice')
          }}
        />
      )}
      {text.opening === 'open' && <WritingEnded text={text} ended={ended} reason={readingHint} />}
      {(text.opening === 'missing' || text.opening === 'failed' || text.opening === 'no-access') && (
        <div className="text__instead">
          <Notice tone={text.opening === 'missing' ? 'warn' : 'bad'} title={t(`writing-${text.opening}-title`)} urgent={text.opening !== 'missing'}>
            <p>{t(text.opening === 'failed' ? 'failure-crash-text' : `writing-${text.opening}-text`)}</p>
          </Notice>
          {text.opening === 'no-access' && <KeptTexts />}
        </div>
      )}
      <div className={`text text--${kind}`} ref={setScroll} style={style} dir={directionOf(language)}>
        <div className="text__place" ref={place} />
        {ticks && editor && <KeyPointTicks scroll={scroll} points={ticks.points} version={text.version} onOpen={ticks.onOpen} />}
      </div>
      {text.slash && editor && (
        <SlashMenu
          ref={slashKeys} kind={kind} opened={text.slash} text={editor.view.dom} onClose={text.closeSlash}
          onChoose={(choice) => {
            editor.commands.fromSlashMenu((commands) => (choice === 'footnote' ? commands.insertFootnote() : applyChoice(commands, choice)))
            text.closeSlash()
          }}
        />
      )}
      {text.link && editor && (
        <LinkDialog
          {...text.link}
          onClose={() => { text.askLink(null) }}
          onSet={(href) => {
            editor.commands.setLink(href)
            text.askLink(null)
          }}
        />
      )}
      {text.footnote && editor && (
        <OpenFootnote
          key={text.footnote.id} id={text.footnote.id} footnotes={editor.footnotes} rectangle={text.footnote.rectangle} editable={editable}
          onClose={() => {
            text.closeFootnote()
            keyboardAfter('footnote')
          }}
        />
      )}
    </>
  )
}

/** Where one types, since nobody who types looks elsewhere: that no more words are taken, why, and what to do about those that were not. */
function WritingEnded({ text: { status, keep }, ended, reason }: { text: Text; ended: boolean; reason: string }) {
  const t = useTranslate()
  const client = useQueryClient()
  const state = useSyncExternalStore(status.subscribe, () => status.current()?.server.state)
  const unconfirmed = state === 'not-saved'
  // The right to write may have ended, and nobody have told this page.
  useEffect(() => { if (unconfirmed) void client.invalidateQueries() }, [client, unconfirmed])
  if (!ended && !unconfirmed && state !== 'refused') return null
  return (
    <Notice tone={unconfirmed || state === 'refused' ? 'bad' : 'warn'} title={t(unconfirmed ? 'status-server-not-saved' : 'writing-ended')} urgent>
      {!unconfirmed && <p>{reason}</p>}
      {(unconfirmed || state === 'refused') && (
        <>
          <p>{t(unconfirmed ? 'writing-not-confirmed' : 'writing-not-taken')}</p>
          <Button icon="download" onPress={keep}>{t('status-download')}</Button>
        </>
      )}
    </Notice>
  )
}

interface OpenFootnoteProps { id: string; footnotes: FootnoteActions; rectangle: DOMRect; editable: boolean; onClose(): void }

/** The footnote as it stands in the document while it is open. */
function OpenFootnote({ id, footnotes, ...rest }: OpenFootnoteProps) {
  const text = useSyncExternalStore(useCallback((listener) => footnotes.onChange(listener), [footnotes]), () => footnotes.text(id))
  return <FootnotePopover {...rest} text={text} onText={(words, before) => footnotes.setText(id, words, before)} />
}
