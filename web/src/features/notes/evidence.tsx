import { useEffect, useRef, useState } from 'react'
import type { Session } from '../../api/types'
import type { KeyPoint } from '../../editor/editor-api'
import { instantOf } from '../../i18n/format'
import { useTranslate } from '../../i18n/translate'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { useNow } from '../../ui/now'
import { Select } from '../../ui/select'
import { type EvidenceKind, halfTyped, recordingOf, sourceOf, typedOf, type Typed } from './half-typed'
import { timeCodeNow } from './time-code'

interface Props { point: KeyPoint; session: Session; onSource(source: KeyPoint['source']): void }

/** Where a key point was said. What is typed is stored when one leaves it, if it is whole; else it stays here with its error. */
export function Evidence({ point: { id, source }, session, onSource }: Props) {
  const t = useTranslate()
  const now = useNow(1000)
  const [typed, setTyped] = useState(() => halfTyped.get(id) ?? typedOf(source))
  const [left, setLeft] = useState(() => halfTyped.has(id))
  const recording = recordingOf(typed.kind)
  const startsAt = recording === null ? null : session.recordings[recording]?.startsAt ?? null
  const running = startsAt === null ? null
    : timeCodeNow(/[Z+]/.test(startsAt) ? new Date(startsAt) : instantOf(startsAt, session.timezone ?? 'UTC'), now)
  const choices: { id: EvidenceKind; label: string }[] = [
    { id: 'none', label: t('points-evidence-none') },
    ...session.recordings.map((_, index) => ({ id: `recording-${index}` as const, label: session.recordings.length === 1 ? t('common-recording') : t('points-evidence-recording-numbered', { number: index + 1 }) })),
    { id: 'link', label: t('writing-link') },
  ]
  const type = (next: Typed) => {
    setTyped(next)
    halfTyped.set(id, next)
  }
  const settle = () => {
    const typed = halfTyped.get(id)
    if (typed === undefined) return
    const read = sourceOf(typed)
    setLeft(true)
    if (read === undefined) return
    halfTyped.delete(id)
    // Who only chose another kind has emptied nothing.
    if (read !== null || typed.kind === 'none' || typed.kind === typedOf(source).kind) onSource(read)
    setTyped({ kind: typed.kind, text: typedOf(read).text })
  }
  const latest = useRef(settle)
  useEffect(() => { latest.current = settle })
  // Who closes the card has left the field.
  useEffect(() => () => { latest.current() }, [])
  const wrong = left && sourceOf(typed) === undefined
  return (
    <form
      className="points__evidence" noValidate onBlur={settle}
      onSubmit={(event) => {
        event.preventDefault()
        settle()
      }}
    >
      <Select
        label={t('detail-evidence')} value={typed.kind} choices={choices}
        onChange={(kind) => {
          type({ kind, text: '' })
          setLeft(false)
          settle()
        }}
      />
      {typed.kind !== 'none' && (
        <TextField
          label={recording === null ? t('writing-link-address') : t('points-evidence-time')} value={typed.text}
          error={wrong ? t(recording === null ? 'writing-link-wrong' : 'points-evidence-time-wrong') : null}
          placeholder={recording === null ? 'https://' : '00:16:20'} onChange={(text) => { type({ kind: typed.kind, text }) }}
        />
      )}
      {running !== null && (
        <Button
          icon="clock"
          onPress={() => {
            type({ kind: typed.kind, text: running })
            settle()
          }}
        >
          {t('points-evidence-now', { time: running })}
        </Button>
      )}
    </form>
  )
}
