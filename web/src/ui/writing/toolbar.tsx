import { Button as AriaButton, Toolbar as AriaToolbar, Tooltip, TooltipTrigger } from 'react-aria-components'
import type { CaretState, DocumentKind, EditorCommands } from '../../editor/editor-api'
import { useTranslate } from '../../i18n/translate'
import { Button, IconButton } from '../button'
import { Diamond, Icon, type IconName } from '../icon'
import { MenuButton, type MenuEntry } from '../select'
import { applyChoice, blockChoices, currentChoice } from './commands'
import './writing.css'

interface Props {
  kind: DocumentKind
  caret: CaretState
  commands: EditorCommands
  /** Absent where key points can't be marked. */
  onMarkKeyPoint?(): void
  onLink(): void
  /** Puts the caret back into the text. */
  onFocusText(): void
}

interface Tool { id: string; icon: IconName; label: string; shortcut?: string; pressed?: boolean; possible?: boolean; rare: boolean; run(): unknown }

/** The tools of the text. Pressing one leaves the caret where it is; what has no room stands under "More". */
export function Toolbar({ kind, caret, commands, onMarkKeyPoint, onLink, onFocusText }: Props) {
  const t = useTranslate()
  const type = caret.block.type
  const list = type === 'unordered-list-item' || type === 'ordered-list-item'
  const tools: Tool[] = [
    { id: 'strong', icon: 'bold', label: t('writing-bold'), shortcut: 'Ctrl+B', pressed: caret.strong, rare: false, run: () => commands.toggleStrong() },
    { id: 'em', icon: 'italic', label: t('writing-italic'), shortcut: 'Ctrl+I', pressed: caret.em, rare: true, run: () => commands.toggleEm() },
    { id: 'bullets', icon: 'bullets', label: t('writing-bullets'), pressed: type === 'unordered-list-item', rare: true, run: () => commands.toggleList('unordered-list-item') },
    { id: 'numbers', icon: 'numbers', label: t('writing-numbers'), pressed: type === 'ordered-list-item', rare: true, run: () => commands.toggleList('ordered-list-item') },
    ...(list ? [
      { id: 'outdent', icon: 'outdent', label: t('writing-outdent'), shortcut: 'Shift+Tab', possible: caret.canOutdent, rare: true, run: () => commands.outdent() },
      { id: 'indent', icon: 'indent', label: t('writing-indent'), shortcut: 'Tab', possible: caret.canIndent, rare: true, run: () => commands.indent() },
    ] as const : []),
    { id: 'link', icon: 'link', label: t('writing-link'), shortcut: 'Ctrl+K', pressed: caret.link !== null, possible: !caret.selectionEmpty || caret.link !== null, rare: true, run: onLink },
    { id: 'footnote', icon: 'footnote', label: t('writing-footnote'), shortcut: 'Ctrl+Alt+F', rare: true, run: () => commands.insertFootnote() },
  ]
  const entries: MenuEntry[] = tools.filter((tool) => tool.possible !== false).map((tool) => ({
    id: tool.id, label: <span className="row"><Icon name={tool.icon} />{tool.label}</span>, text: tool.label, ...(tool.pressed === undefined ? {} : { checked: tool.pressed }),
    onChoose: () => {
      tool.run()
      if (tool.id !== 'link' && tool.id !== 'footnote') onFocusText()
    },
  }))
  const current = currentChoice(kind, caret)
  const blocks: MenuEntry[] = blockChoices(kind).map((choice) => ({
    id: choice.id, label: t(choice.label), text: t(choice.label), checked: choice.id === current?.id,
    onChoose: () => {
      applyChoice(commands, choice)
      onFocusText()
    },
  }))
  return (
    <AriaToolbar className={list ? `tools tools--${kind} tools--many` : `tools tools--${kind}`} aria-label={t('writing-toolbar')}>
      <IconButton icon="undo" label={t('writing-undo')} shortcut="Ctrl+Z" preventFocusOnPress unavailable={!caret.canUndo} onPress={() => { commands.undo() }} />
      <IconButton icon="redo" label={t('writing-redo')} shortcut="Ctrl+Y" className="tools__rare tools__least" preventFocusOnPress unavailable={!caret.canRedo} onPress={() => { commands.redo() }} />
      <span className="sep" />
      <MenuButton
        label={t('writing-block')}
        trigger={(
          <AriaButton className="btn tools__style" aria-label={t('writing-block-now', { block: current ? t(current.label) : t('writing-block-paragraph') })}>
            <span className="grow">{current ? t(current.label) : t('writing-block-paragraph')}</span><Icon name="chevron-down" small />
          </AriaButton>
        )}
        groups={[{ id: 'blocks', entries: blocks }]}
      />
      <span className="sep tools__rare" />
      {tools.map((tool) => (
        <IconButton
          key={tool.id} icon={tool.icon} label={tool.label} {...(tool.shortcut ? { shortcut: tool.shortcut } : {})}
          {...(tool.pressed === undefined ? {} : { pressed: tool.pressed })} className={tool.id === 'link' || tool.id === 'footnote' ? 'tools__rare tools__least' : tool.rare ? 'tools__rare' : 'tools__often'}
          preventFocusOnPress unavailable={tool.possible === false} onPress={() => { tool.run() }}
        />
      ))}
      <span className="tools__more">
        <MenuButton
          label={t('writing-more')}
          trigger={<AriaButton className="btn btn--icon" aria-label={t('writing-more')}><Icon name="more" /></AriaButton>}
          groups={[{ id: 'tools', entries: [...entries, ...(caret.canRedo ? [{ id: 'redo', label: <span className="row"><Icon name="redo" />{t('writing-redo')}</span>, text: t('writing-redo'), onChoose: () => { commands.redo() } }] : [])] }]}
        />
      </span>
      <span className="grow" />
      {onMarkKeyPoint && (
        <TooltipTrigger delay={400}>
          <Button look="key" className="tools__mark" preventFocusOnPress unavailable={caret.selectionEmpty} aria-keyshortcuts="Control+Alt+K" onPress={onMarkKeyPoint}>
            <Diamond hollow /><span>{t('writing-mark-key-point')}</span>
          </Button>
          <Tooltip className="tooltip" offset={6}>{caret.selectionEmpty ? t('writing-nothing-selected') : t('writing-mark-key-point')}<kbd>Ctrl+Alt+K</kbd></Tooltip>
        </TooltipTrigger>
      )}
    </AriaToolbar>
  )
}
