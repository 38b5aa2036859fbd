import type { ReactNode } from 'react'
import { Link as AriaLink } from 'react-aria-components'

interface Props {
  href: string
  className?: string
  current?: boolean
  label?: string
  download?: string
  children?: ReactNode
}

/** A link inside the client or out of it. The router takes the ones inside. */
export function Link({ className = 'link', current = false, label, ...rest }: Props) {
  return <AriaLink {...rest} className={className} {...(current ? { 'aria-current': 'page' as const } : {})} {...(label ? { 'aria-label': label } : {})} />
}

/** A link to another site, in a tab of its own. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  // Only web addresses: what stands in imported data is not trusted to be one.
  if (!/^https?:\/\//i.test(href)) return <span>{children}</span>
  return <a href={href} target="_blank" rel="noreferrer noopener">{children}</a>
}
