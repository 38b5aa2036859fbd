import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslate } from '../i18n/translate'
import { IconButton } from './button'
import { keyboardAfter, keyboardUnlessKept, type Done } from './keyboard'
import { WhenGone } from './select'

interface Props {
  title: string
  open: boolean
  onClose(): void
  wide?: boolean
  /** Where the keyboard is once it has closed; else where it was. */
  after?: Done
  children: ReactNode
  /** The row of buttons at the end. */
  actions?: ReactNode
}

/** A dialog over the page: focus stays inside, Escape closes it. */
export function Dialog({ title, open, onClose, wide = false, after, children, actions }: Props) {
  const t = useTranslate()
  return (
    <ModalOverlay className="scrim dialog-scrim" isDismissable isOpen={open} onOpenChange={(next) => { if (!next) onClose() }}>
      <Modal className={wide ? 'dialog dialog--wide' : 'dialog'}>
        <AriaDialog className="dialog__body">
          <header className="dialog__h">
            <Heading slot="title" className="h2 grow">{title}</Heading>
            <IconButton icon="close" label={t('common-close')} onPress={onClose} />
          </header>
          <div className="dialog__c">{children}</div>
          {actions && <footer className="dialog__f">{actions}</footer>}
          <WhenGone onGone={() => { if (after) keyboardAfter(after); else keyboardUnlessKept('lost') }} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
