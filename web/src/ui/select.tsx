import { type ReactNode, useEffect, useRef, useState } from 'react'
import {
  Button as AriaButton, ComboBox, Input, Label, ListBox, ListBoxItem, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Header, Popover,
  Select as AriaSelect, SelectValue, Separator, useFilter,
} from 'react-aria-components'
import { Icon } from './icon'
import { isPressedFromText, keyboardAfter, type Done } from './keyboard'

interface SelectProps<T extends string> {
  label: string
  labelHidden?: boolean
  value: T | null
  choices: readonly { id: T; label: string; lang?: string }[]
  onChange(value: T): void
  placeholder?: string
  className?: string
  isDisabled?: boolean
}

/** One of many choices, in a list that opens. */
export function Select<T extends string>({ label, labelHidden = false, value, choices, onChange, placeholder, className, isDisabled = false }: SelectProps<T>) {
  return (
    <AriaSelect
      className={className ? `field ${className}` : 'field'}
      value={value}
      isDisabled={isDisabled}
      onChange={(next) => {
        const choice = choices.find((each) => each.id === next)
        if (choice) onChange(choice.id)
      }}
      {...(placeholder ? { placeholder } : {})}
    >
      <Label className={labelHidden ? 'vh' : 'label'}>{label}</Label>
      <AriaButton className="input pick">
        <SelectValue className="grow" />
        <Icon name="chevron-down" small />
      </AriaButton>
      <Popover className="pop pop--list" offset={4}>
        <ListBox className="list-box" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} className="list-box__i" textValue={choice.label}>
              {({ isSelected }) => (
                <><span className="grow" dir="auto" {...(choice.lang ? { lang: choice.lang } : {})}>{choice.label}</span>{isSelected && <Icon name="check" small />}</>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

interface AddFromProps<T extends string> {
  /** What is added, for a screen reader. */
  label: string
  placeholder: string
  choices: readonly { id: T; label: string }[]
  onAdd(id: T): void
}

/** A field that lists choices, fewer with each letter that is typed into it; the one that is chosen goes to its owner. */
export function AddFrom<T extends string>({ label, placeholder, choices, onAdd }: AddFromProps<T>) {
  const [typed, setTyped] = useState('')
  const { contains } = useFilter({ sensitivity: 'base' })
  return (
    <ComboBox
      className="add-from" aria-label={label} menuTrigger="focus" allowsEmptyCollection={false}
      items={choices.filter((choice) => contains(choice.label, typed))} inputValue={typed} onInputChange={setTyped} value={null}
      onChange={(id) => {
        const choice = choices.find((each) => each.id === id)
        if (!choice) return
        setTyped('')
        onAdd(choice.id)
      }}
    >
      <Input placeholder={placeholder} />
      <Popover className="pop pop--list" offset={4}>
        <ListBox className="list-box">
          {(choice: { id: T; label: string }) => <ListBoxItem id={choice.id} className="list-box__i" textValue={choice.label}><span className="grow" dir="auto">{choice.label}</span></ListBoxItem>}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

export interface MenuEntry {
  id: string
  text: string
  /** What is shown, where that is more than the text. */
  label?: ReactNode
  checked?: boolean
  href?: string
  bad?: boolean
  onChoose?(): void
  /** Once the menu has closed after that. */
  onClosed?(): void
  /** Where the keyboard is then; else on the menu's button. */
  after?: Done
  /** Of which key point. */
  of?: string
}

export interface MenuGroup {
  id: string
  title?: string
  entries: readonly MenuEntry[]
  /** Several can be checked at once; else one of those that can be. */
  several?: boolean
}

/** So that a screen reader tells which entries are checked. */
function selectionOf({ entries, several = false }: MenuGroup) {
  if (entries.every((entry) => entry.checked === undefined)) return {}
  const selectedKeys = entries.filter((entry) => entry.checked === true).map((entry) => entry.id)
  return { selectionMode: several ? 'multiple' as const : 'single' as const, selectedKeys, disallowEmptySelection: !several, shouldCloseOnSelect: true }
}

/** Stands in what opens, and tells when that is gone: only then does it let the focus go elsewhere than to where it was. */
export function WhenGone({ onGone }: { onGone(): void }) {
  const latest = useRef(onGone)
  useEffect(() => { latest.current = onGone })
  useEffect(() => () => { latest.current() }, [])
  return null
}

/** A button that opens a menu. */
export function MenuButton({ trigger, groups, label }: { trigger: ReactNode; groups: readonly MenuGroup[]; label: string }) {
  const shown = groups.filter((group) => group.entries.length > 0)
  const chosen = useRef<MenuEntry | null>(null)
  const fromText = useRef(false)
  return (
    <MenuTrigger onOpenChange={(open) => { if (open) fromText.current = isPressedFromText() }}>
      {trigger}
      <Popover className="pop pop--menu" offset={4} placement="bottom end">
        <AriaMenu
          aria-label={label}
          className="menu"
          onAction={(id) => {
            const entry = groups.flatMap((group) => group.entries).find((each) => each.id === id) ?? null
            chosen.current = entry
            entry?.onChoose?.()
          }}
        >
          {shown.map((group, index) => (
            <MenuSection key={group.id} aria-label={group.title ?? label} {...selectionOf(group)}>
              {index > 0 && !group.title && <Separator className="menu__sep" />}
              {group.title && <Header className="menu__h label">{group.title}</Header>}
              {group.entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.text}
                  className={entry.bad ? 'menu__i bad' : 'menu__i'}
                  {...(entry.href ? { href: entry.href } : {})}
                >
                  <span className="grow">{entry.label ?? entry.text}</span>
                  {entry.checked && <Icon name="check" small />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
        <WhenGone
          onGone={() => {
            const entry = chosen.current
            chosen.current = null
            entry?.onClosed?.()
            if (entry?.after) keyboardAfter(entry.after, entry.of)
            else if (entry === null && fromText.current) keyboardAfter('back')
          }}
        />
      </Popover>
    </MenuTrigger>
  )
}
