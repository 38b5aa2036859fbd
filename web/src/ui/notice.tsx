import type { ReactNode } from 'react'
import { useTranslate } from '../i18n/translate'
import { IconButton } from './button'
import { Diamond, Icon, type IconName } from './icon'

export type Tone = 'warn' | 'bad' | 'go' | 'ok'

const icons: Readonly<Record<Tone, IconName>> = { warn: 'warning', bad: 'error', go: 'note', ok: 'check' }

interface NoticeProps {
  tone: Tone
  title: string
  icon?: IconName
  children?: ReactNode
  /** Read out at once: for what just failed. */
  urgent?: boolean
  onClose?(): void
}

/** Something to act on, beside its cause: what did not happen, what is safe, what to do. */
export function Notice({ tone, title, icon, children, urgent = false, onClose }: NoticeProps) {
  const t = useTranslate()
  return (
    <div className={`notice ${tone === 'warn' ? '' : `notice--${tone}`}`} role={urgent ? 'alert' : 'status'}>
      <p className="notice__head"><Icon name={icon ?? icons[tone]} /><span className="grow">{title}</span>{onClose && <IconButton icon="close" label={t('common-close')} onPress={onClose} />}</p>
      {children && <div className="notice__c">{children}</div>}
    </div>
  )
}

/** What will stand here and the one next step. */
export function Empty({ title, children, action, keyPoint = false }: { title: string; children?: ReactNode; action?: ReactNode; keyPoint?: boolean }) {
  return (
    <div className="empty">
      {keyPoint && <Diamond hollow />}
      <p className="strong">{title}</p>
      {children && <p className="muted">{children}</p>}
      {action}
    </div>
  )
}

/** Something a check found: severity as shape and word, place, hint. */
export function Finding({ tone, word, place, children }: { tone: 'bad' | 'warn' | 'note'; word: string; place?: ReactNode; children: ReactNode }) {
  const icon: IconName = tone === 'bad' ? 'error' : tone === 'warn' ? 'warning' : 'note'
  return (
    <article className={`finding finding--${tone}`}>
      <div className="finding__k"><Icon name={icon} />{word}{place && <span className="small num">{place}</span>}</div>
      {children}
    </article>
  )
}

/** Initials of a person in a circle: of somebody else in that person's colour. */
export function Face({ name, colour }: { name: string; colour?: string }) {
  const words = name.trim().split(/\s+/)
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? Array.from(word)[0] ?? '' : '')).join('').toLocaleUpperCase()
  return (
    <span className={colour ? 'face' : 'face me'} title={name} style={{ background: colour }}>
      <span aria-hidden="true">{initials}</span><span className="vh">{name}</span>
    </span>
  )
}
