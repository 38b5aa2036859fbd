import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, Link as AriaLink, type ButtonProps } from 'react-aria-components'
import { Icon, type IconName } from './icon'
import { Tip } from './tip'

export type Look = 'plain' | 'primary' | 'key' | 'quiet' | 'bad'

const classOf = (look: Look, extra?: string) => ['btn', look !== 'plain' && `btn--${look}`, extra].filter(Boolean).join(' ')

interface Props extends Omit<ButtonProps, 'className' | 'children' | 'isDisabled' | 'style'> {
  look?: Look
  icon?: IconName
  className?: string
  /** Why it is not possible now: the button stays focusable, and the reason should stand beside it. */
  unavailable?: boolean
  children?: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export function Button({ look = 'plain', icon, className, unavailable = false, children, onPress, ...rest }: Props) {
  return (
    <AriaButton
      {...rest}
      className={classOf(look, className)}
      {...(unavailable ? { 'aria-disabled': true } : onPress ? { onPress } : {})}
    >
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}

interface IconButtonProps extends Omit<Props, 'children' | 'look' | 'aria-label'> {
  icon: IconName
  label: string
  /** A key that does the same, shown in the tooltip. */
  shortcut?: string
  pressed?: boolean
}

/** A button that shows only an icon; its name stands in a tooltip and for screen readers. */
export function IconButton({ icon, label, shortcut, pressed, className, unavailable = false, onPress, ...rest }: IconButtonProps) {
  return (
    <Tip delay={600} words={<>{label}{shortcut && <kbd>{shortcut}</kbd>}</>}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={['btn btn--icon', className].filter(Boolean).join(' ')}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        {...(unavailable ? { 'aria-disabled': true } : onPress ? { onPress } : {})}
      >
        <Icon name={icon} />
      </AriaButton>
    </Tip>
  )
}

interface LinkButtonProps {
  href: string
  look?: Look
  icon?: IconName
  className?: string
  label?: string
  download?: string
  children?: ReactNode
}

/** A link that looks like a button. */
export function LinkButton({ href, look = 'plain', icon, className, label, download, children }: LinkButtonProps) {
  return (
    <AriaLink
      href={href}
      className={classOf(look, [children === undefined && 'btn--icon', className].filter(Boolean).join(' '))}
      {...(label ? { 'aria-label': label } : {})}
      {...(download ? { download } : {})}
    >
      {icon && <Icon name={icon} />}
      {children}
    </AriaLink>
  )
}
