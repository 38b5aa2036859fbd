import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslate } from '../../i18n/translate'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/field'
import { Notice } from '../../ui/notice'

interface Props {
  /** What the key points say that are to be set aside. */
  statements: readonly string[]
  busy: boolean
  failure: string | null
  /** What somebody else decided while the question stood open. */
  meanwhile: string | null
  /** Not in every state a key point can be set aside. */
  possible: boolean
  onSetAside(reason: string): void
  onClose(): void
}

/** Asks for the reason, without which no key point is set aside. */
export function SetAsideDialog({ statements, busy, failure, meanwhile, possible, onSetAside, onClose }: Props) {
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
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !busy && possible) submit()
  }
  return (
    <Dialog
      title={t('set-aside-title', { count: statements.length })} open onClose={onClose}
      actions={(
        <>
          {failure !== null && <Notice tone="bad" title={t('detail-not-decided')} urgent><p>{failure}</p></Notice>}
          {meanwhile !== null && failure === null && <Notice tone="warn" title={meanwhile} urgent />}
          <Button onPress={onClose}>{t('common-cancel')}</Button>
          <Button look="primary" onPress={submit} unavailable={busy || !possible}>{t('set-aside-do')}</Button>
        </>
      )}
    >
      <div className="board__aside">{statements.map((statement, index) => <blockquote key={index} className="quote" dir="auto">{statement}</blockquote>)}</div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- listening on the field itself would keep Escape from the dialog */}
      <form noValidate onSubmit={(event) => { event.preventDefault(); submit() }} onKeyDown={sendByKey}>
        <TextArea label={t('common-reason')} value={reason} onChange={setReason} error={error} hint={t('set-aside-hint')} autoFocus required inputRef={field} />
      </form>
    </Dialog>
  )
}
