import { useLayoutEffect, useRef, useState } from 'react'
import { Button as AriaButton, Toolbar as AriaToolbar } from 'react-aria-components'
import type { CaretState, DocumentKind, EditorCommands } from '../../editor/editor-api'
import { useTranslate } from '../../i18n/translate'
import { Button, IconButton } from '../button'
import { Diamond, Icon, type IconName } from '../icon'
import { MenuButton, type MenuEntry } from '../select'
import { Tip } from '../tip'
import { applyChoice, blockChoices, currentChoice } from './commands'
import './writing.css'

interface Props {
  kind: DocumentKind
  caret: CaretState
  commands: EditorCommands
  /** Absent where key points can't be marked. */
  onMarkKeyPoint?(): void
  onLink(): void
  onFind(): void
}

interface Tool { id: string; icon: IconName; label: string; shortcut?: string; pressed?: boolean; possible?: boolean; run(): unknown }

/** How many tools have room beside what always stands in the bar. */
function useRoomForTools() {
  const bar = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(Infinity)
  useLayoutEffect(() => {
    const element = bar.current
    if (element === null) return
    const always = [...element.querySelectorAll<HTMLElement>('.tools__always')]
    const around = (style: CSSStyleDeclaration, kind: 'padding' | 'margin') =>
      Number.parseFloat(style.getPropertyValue(`${kind}-inline-start`)) + Number.parseFloat(style.getPropertyValue(`${kind}-inline-end`))
    const measure = () => {
      const inner = element.clientWidth - around(getComputedStyle(element), 'padding')
      const taken = always.reduce((sum, each) => sum + each.getBoundingClientRect().width + around(getComputedStyle(each), 'margin'), 0)
      const tool = element.querySelector('.btn--icon')?.getBoundingClientRect().width ?? 44
      setRoom(Math.max(0, Math.floor((inner - taken) / tool)))
    }
    measure()
    const sizes = new ResizeObserver(measure)
    for (const each of [element, ...always]) sizes.observe(each)
    return () => { sizes.disconnect() }
  }, [])
  return { bar, room }
}

/** The tools of the text. Pressing one leaves the caret where it is; what has no room stands under "More". */
export function Toolbar({ kind, caret, commands, onMarkKeyPoint, onLink, onFind }: Props) {
  const t = useTranslate()
  const { bar, room } = useRoomForTools()
  const type = caret.block.type
  // What is used most comes first: the last ones go under "More" first. Always the same ones, so that none moves away from the finger.
  const tools: Tool[] = [
    { id: 'strong', icon: 'bold', label: t('writing-bold'), shortcut: 'Ctrl+B', pressed: caret.strong, run: () => commands.toggleStrong() },
    { id: 'em', icon: 'italic', label: t('writing-italic'), shortcut: 'Ctrl+I', pressed: caret.em, run: () => commands.toggleEm() },
    { id: 'bullets', icon: 'bullets', label: t('writing-bullets'), pressed: type === 'unordered-list-item', run: () => commands.toggleList('unordered-list-item') },
    { id: 'numbers', icon: 'numbers', label: t('writing-numbers'), pressed: type === 'ordered-list-item', run: () => commands.toggleList('ordered-list-item') },
    { id: 'link', icon: 'link', label: t('writing-link'), shortcut: 'Ctrl+Shift+K', pressed: caret.link !== null, possible: !caret.selectionEmpty || caret.link !== null, run: onLink },
    { id: 'footnote', icon: 'footnote', label: t('writing-footnote'), shortcut: 'Ctrl+Alt+F', run: () => commands.insertFootnote() },
    { id: 'outdent', icon: 'outdent', label: t('writing-outdent'), shortcut: 'Shift+Tab', possible: caret.canOutdent, run: () => commands.outdent() },
    { id: 'indent', icon: 'indent', label: t('writing-indent'), shortcut: 'Tab', possible: caret.canIndent, run: () => commands.indent() },
    { id: 'find', icon: 'search', label: t('find-open'), shortcut: 'Ctrl+F', run: onFind },
  ]
  const moves: Tool[] = [
    { id: 'up', icon: 'chevron-up', label: t('writing-move-up'), shortcut: 'Alt+↑', run: () => commands.move(-1) },
    { id: 'down', icon: 'chevron-down', label: t('writing-move-down'), shortcut: 'Alt+↓', run: () => commands.move(1) },
  ]
  const shown = tools.slice(0, Math.max(0, room - 1))
  const entries: MenuEntry[] = [...tools.slice(shown.length), ...moves].filter((tool) => tool.possible !== false).map((tool) => ({
    id: tool.id, text: tool.label, ...(tool.pressed === undefined ? {} : { checked: tool.pressed }),
    label: <span className="row"><Icon name={tool.icon} /><span className="grow">{tool.label}</span>{tool.shortcut && <kbd dir="ltr">{tool.shortcut}</kbd>}</span>,
    // The field of the search takes the focus, which an open menu would not let go.
    ...(tool.id === 'find' ? { onClosed: onFind } : { onChoose: () => { tool.run() } }),
    ...(tool.id === 'link' || tool.id === 'footnote' || tool.id === 'find' ? {} : { after: 'tools' }),
  }))
  const current = currentChoice(kind, caret)
  const blocks: MenuEntry[] = blockChoices(kind).map((choice) => ({
    id: choice.id, text: t(choice.label), checked: choice.id === current?.id, after: 'tools', onChoose: () => { applyChoice(commands, choice) },
  }))
  const button = (tool: Tool) => (
    <IconButton
      key={tool.id} icon={tool.icon} label={tool.label} {...(tool.shortcut ? { shortcut: tool.shortcut } : {})}
      {...(tool.pressed === undefined ? {} : { pressed: tool.pressed })}
      preventFocusOnPress unavailable={tool.possible === false} onPress={() => { tool.run() }}
    />
  )
  return (
    <AriaToolbar ref={bar} className={shown.length === 0 ? 'tools tools--tight' : 'tools'} aria-label={t('writing-toolbar')}>
      <IconButton className="tools__always" icon="undo" label={t('writing-undo')} shortcut="Ctrl+Z" preventFocusOnPress unavailable={!caret.canUndo} onPress={() => { commands.undo() }} />
      <IconButton className="tools__always" icon="redo" label={t('writing-redo')} shortcut="Ctrl+Y" preventFocusOnPress unavailable={!caret.canRedo} onPress={() => { commands.redo() }} />
      <span className="sep tools__always" />
      <MenuButton
        label={t('writing-block')}
        trigger={(
          <AriaButton className="btn tools__style tools__always" aria-label={t('writing-block-now', { block: current ? t(current.label) : t('writing-block-paragraph') })}>
            {/* As wide as the longest name, so that the tools stay where they are while the caret moves. */}
            <span className="tools__names">
              <span>{current ? t(current.label) : t('writing-block-paragraph')}</span>
              {blocks.map((block) => <span key={block.id} aria-hidden="true">{block.text}</span>)}
            </span>
            <Icon name="chevron-down" small />
          </AriaButton>
        )}
        groups={[{ id: 'blocks', entries: blocks }]}
      />
      <span className="sep tools__always" />
      {shown.map(button)}
      <MenuButton
        label={t('writing-more')}
        trigger={<AriaButton className="btn btn--icon" aria-label={t('writing-more')}><Icon name="more" /></AriaButton>}
        groups={[
          { id: 'styles', entries: entries.filter((entry) => entry.checked !== undefined), several: true },
          { id: 'tools', entries: entries.filter((entry) => entry.checked === undefined) },
        ]}
      />
      <span className="grow" />
      {onMarkKeyPoint && (
        <Tip delay={400} words={<>{caret.selectionEmpty ? t('writing-nothing-selected') : t('writing-mark-key-point')}<kbd>Ctrl+Alt+K</kbd></>}>
          <Button look="key" className="tools__mark tools__always" preventFocusOnPress unavailable={caret.selectionEmpty} aria-keyshortcuts="Control+Alt+K" onPress={onMarkKeyPoint}>
            <Diamond hollow /><span>{t('writing-mark-key-point')}</span>
          </Button>
        </Tip>
      )}
    </AriaToolbar>
  )
}
