// What opens over the text: the address of a link, the text of a footnote.
import { useRef, useState } from 'react'
import { Dialog as AriaDialog, Popover } from 'react-aria-components'
import { useTranslate } from '../../i18n/translate'
import { Button } from '../button'
import { Dialog } from '../dialog'
import { TextArea, TextField } from '../field'
import { useSharedText, type WriteText } from '../shared-text'

/** Makes an address of what was typed: a bare `example.org` becomes a web address. Null where it can't be one. */
export function addressOf(typed: string): string | null {
  const text = typed.trim()
  if (text === '' || /\s/.test(text)) return null
  if (/^(https?:\/\/|mailto:).+/i.test(text)) return text
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`
  if (/^[^\s:/]+\.[^\s:/]+(\/.*)?$/.test(text)) return `https://${text}`
  return null
}

interface LinkProps { href: string | null; text: string; onSet(href: string | null): void; onClose(): void }

export function LinkDialog({ href, text, onSet, onClose }: LinkProps) {
  const t = useTranslate()
  const [address, setAddress] = useState(href ?? '')
  const [error, setError] = useState<string | null>(null)
  const submit = () => {
    const read = addressOf(address)
    if (read === null) setError(t('writing-link-wrong'))
    else onSet(read)
  }
  return (
    <Dialog
      title={href === null ? t('writing-link-add') : t('writing-link-change')} open onClose={onClose} after="link"
      actions={(
        <>
          {href !== null && <Button onPress={() => { onSet(null) }}>{t('writing-link-remove')}</Button>}
          <Button look="primary" onPress={submit}>{t('common-save')}</Button>
        </>
      )}
    >
      {text !== '' && <p className="quote" dir="auto">{text}</p>}
      <form noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
        <TextField label={t('writing-link-address')} type="url" value={address} onChange={setAddress} error={error} placeholder="https://" autoFocus />
      </form>
    </Dialog>
  )
}

interface FootnoteProps {
  /** As it stands in the document, also while the field is open. */
  text: string
  rectangle: DOMRect
  editable: boolean
  onText: WriteText
  onClose(): void
}

/** A footnote's text, at its mark. */
export function FootnotePopover({ text, rectangle, editable, onText, onClose }: FootnoteProps) {
  const t = useTranslate()
  const anchor = useRef<HTMLSpanElement>(null)
  const field = useSharedText(text, onText)
  return (
    <>
      <span ref={anchor} className="anchor" style={{ top: rectangle.top, left: rectangle.left, width: rectangle.width, height: rectangle.height }} />
      <Popover className="pop footnote-pop" triggerRef={anchor} isOpen onOpenChange={(open) => { if (!open) onClose() }} placement="bottom">
        <AriaDialog className="footnote-pop__d" aria-label={t('writing-footnote')}>
          <TextArea label={t('writing-footnote-text')} {...field} readOnly={!editable} autoFocus />
          <div className="row"><span className="grow" /><Button look="primary" onPress={onClose}>{t('common-done')}</Button></div>
        </AriaDialog>
      </Popover>
    </>
  )
}
