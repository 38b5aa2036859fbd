import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import { Icon, type IconName } from './icon'
import { Link } from './link'
import { Tip } from './tip'

type Look = 'plain' | 'primary' | 'key' | 'quiet' | 'bad' | 'icon'

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
export function IconButton({ label, shortcut, pressed, ...rest }: IconButtonProps) {
  return (
    <Tip delay={600} words={<>{label}{shortcut && <kbd>{shortcut}</kbd>}</>}>
      <Button {...rest} look="icon" aria-label={label} {...(pressed === undefined ? {} : { 'aria-pressed': pressed })} />
    </Tip>
  )
}

interface LinkButtonProps {
  href: string
  look?: Look
  icon?: IconName
  label?: string
  download?: string
  children?: ReactNode
}

/** A link that looks like a button. */
export function LinkButton({ look = 'plain', icon, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={classOf(look, children === undefined ? 'btn--icon' : '')}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
