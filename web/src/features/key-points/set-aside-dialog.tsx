import { useRef, useState } from 'react'
import { useTranslate } from '../../i18n/translate'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/field'

/** Asks for the reason, without which no key point is set aside. */
export function SetAsideDialog({ statement, onSetAside, onClose }: { statement: string; onSetAside(reason: string): void; onClose(): void }) {
  const t = useTranslate()
  const [reason, setReason] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const [error, setError] = useState<string | null>(null)
  const submit = () => {
    if (reason.trim() === '') {
      setError(t('set-aside-reason-missing'))
      field.current?.focus()
    } else onSetAside(reason.trim())
  }
  return (
    <Dialog
      title={t('set-aside-title')} open onClose={onClose}
      actions={<><Button onPress={onClose}>{t('common-cancel')}</Button><Button look="primary" onPress={submit}>{t('set-aside-do')}</Button></>}
    >
      <blockquote className="quote" dir="auto">{statement}</blockquote>
      <TextArea label={t('set-aside-reason')} value={reason} onChange={setReason} error={error} hint={t('set-aside-hint')} autoFocus required inputRef={field} />
    </Dialog>
  )
}
