import { useTranslate } from '../../i18n/translate'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Notice } from '../../ui/notice'

/** What of the person's own words the server does not have yet. */
export interface Unsent {
  changes: number
  /** Whether it can be sent now. */
  reached: boolean
}

interface Props {
  step: 'submit' | 'confirm'
  /** The key points that are confirmed with it. */
  captured: number
  /** Null where everything is on the server, or the step ends no right to write. */
  unsent: Unsent | null
  busy: boolean
  failure: string | null
  onDo(): void
  onClose(): void
}

/** Asks before a step of the session. One that ends the right to write can't be taken while what was typed can't be sent. */
export function StepDialog({ step, captured, unsent, busy, failure, onDo, onClose }: Props) {
  const t = useTranslate()
  const isAway = unsent !== null && !unsent.reached
  return (
    <Dialog
      title={step === 'submit' ? t('notes-submit-title') : t('notes-confirm-title')} open onClose={onClose}
      actions={(
        <>
          <Button onPress={onClose}>{t('common-cancel')}</Button>
          <Button look="primary" unavailable={busy || isAway} onPress={onDo}>{step === 'submit' ? t('notes-submit-do') : t('common-confirm')}</Button>
        </>
      )}
    >
      <p>{step === 'submit' ? t('notes-submit-text') : t('notes-confirm-text', { count: captured })}</p>
      {unsent !== null && unsent.changes > 0 && (
        <Notice tone="warn" title={isAway ? t('notes-unsent-away', { count: unsent.changes }) : t('notes-unsent', { count: unsent.changes })} />
      )}
      {isAway && unsent.changes === 0 && <Notice tone="warn" title={t('error-unreachable')} />}
      {failure !== null && <Notice tone="bad" title={t('notes-not-moved')} urgent><p>{failure}</p></Notice>}
    </Dialog>
  )
}
