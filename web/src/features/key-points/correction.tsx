import { useRef, useState, type KeyboardEvent } from 'react'
import type { Addressee, KeyPoint, Said, Session, Theme } from '../../api/types'
import { useTranslate } from '../../i18n/translate'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea, TextField } from '../../ui/field'
import { KeyPointChoices } from '../../ui/key-point-choices'
import { keyboardAfter } from '../../ui/keyboard'
import { Notice } from '../../ui/notice'

interface Props {
  /** As it is now: others may have changed it since the form was opened. */
  point: KeyPoint
  session: Session | undefined
  themes: readonly Theme[]
  addressees: readonly Addressee[]
  busy: boolean
  failure: string | null
  /** Someone wants to go elsewhere while words stand here that are not saved. */
  leaving: boolean
  onDirty(isDirty: boolean): void
  /** With the key point whose words were seen. */
  onSave(said: Said, read: KeyPoint): void
  onLeave(): void
  onStay(): void
}

const saidBy = ({ statement, themes, addressee, kind, stance, attributedTo }: KeyPoint): Said => ({ statement, themes, addressee, kind, stance, attributedTo })
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What was changed here since `read`; the rest is as it is `now`. */
function upon(now: Said, read: Said, said: Said): Said {
  const mine = Object.entries(said).filter(([field, value]) => !isSame(value, read[field as keyof Said]))
  return { ...now, ...Object.fromEntries(mine) }
}

/** An editor's correction of a key point, in the place of what it corrects. The notes stay as they are. */
export function Correction({ point, session, themes, addressees, busy, failure, leaving, onDirty, onSave, onLeave, onStay }: Props) {
  const t = useTranslate()
  const [read, setRead] = useState(point)
  const [said, setSaid] = useState(() => saidBy(point))
  const [missing, setMissing] = useState(false)
  const [asking, setAsking] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const statement = useRef<HTMLTextAreaElement>(null)
  const change = (more: Partial<Said>) => {
    const next = { ...said, ...more }
    setSaid(next)
    onDirty(!isSame(next, saidBy(read)))
  }
  const meanwhile = point.saidHash !== read.saidHash
  const seen = () => {
    const [now, before] = [saidBy(point), saidBy(read)]
    setSaid(upon(now, before, said))
    onDirty(!isSame(upon(now, before, said), now))
    setRead(point)
    keyboardAfter('correcting')
  }
  const stay = () => {
    setAsking(false)
    onStay()
    keyboardAfter('correcting')
  }
  const save = () => {
    // Saving waits for what a colleague wrote to be seen: the keyboard is led there.
    if (meanwhile) form.current?.querySelector<HTMLElement>('.notice button')?.focus()
    if (busy || meanwhile) return
    setMissing(said.statement.trim() === '')
    if (said.statement.trim() === '') statement.current?.focus()
    else onSave(said, read)
  }
  const leave = () => {
    if (isSame(said, saidBy(read))) onLeave()
    else setAsking(true)
  }
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    // What opens over the form has its keys. Those of the form come first here, because a choice lets none of them out.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
    else if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing) leave()
    else return
    event.preventDefault()
  }
  const language = point.lang ? { lang: point.lang } : {}
  return (
    <form ref={form} className="detail__form" noValidate onSubmit={(event) => { event.preventDefault(); save() }} onKeyDownCapture={onKey}>
      <div className="detail__body">
        <p className="small muted">{t(point.state === 'used' ? 'correct-hint-used' : 'correct-hint')}</p>
        {meanwhile && (
          <Notice tone="warn" title={t('correct-meanwhile')} urgent>
            <blockquote className="quote" dir="auto" {...language}>{point.statement}</blockquote>
            <Button onPress={seen}>{t('correct-meanwhile-seen')}</Button>
          </Notice>
        )}
        <TextArea
          label={t('points-statement')} value={said.statement} onChange={(words) => { change({ statement: words }) }} rows={4} inputRef={statement} autoFocus {...language}
          error={missing && said.statement.trim() === '' ? t('correct-missing') : null}
        />
        <KeyPointChoices of={said} themes={themes} addressees={addressees} onChange={change} />
        {session?.attribution === 'chatham-house'
          ? <p className="small muted">{t('correct-nobody-named')}</p>
          : <TextField label={t('detail-speaker')} value={said.attributedTo ?? ''} onChange={(name) => { change({ attributedTo: name === '' ? null : name }) }} />}
        {failure !== null && <Notice tone="bad" title={t('correct-not-saved')} urgent><p>{failure}</p></Notice>}
      </div>
      <div className="detail__acts">
        <Button look="primary" onPress={save} unavailable={busy || meanwhile}>{t('common-save')} <kbd className="key" dir="ltr">Ctrl+↵</kbd></Button>
        <Button onPress={leave}>{t('common-cancel')}</Button>
      </div>
      {(asking || leaving) && (
        <Dialog
          title={t('correct-leave-title')} open onClose={stay}
          actions={(
            <>
              <Button onPress={stay}>{t('correct-stay')}</Button>
              <Button look="bad" onPress={onLeave}>{t('correct-leave')}</Button>
            </>
          )}
        >
          <p>{t('correct-leave-text')}</p>
        </Dialog>
      )}
    </form>
  )
}
