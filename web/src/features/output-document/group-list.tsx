import { useState } from 'react'
import type { DraftGroup } from '../../api/types'
import { labelsOf } from '../../editor/labels'
import { useTranslate } from '../../i18n/translate'
import { Button, IconButton } from '../../ui/button'
import { TextField } from '../../ui/field'
import { moved, type GroupId } from './draft'
import './output-document.css'

interface Props {
  /** In the order in which they stand. */
  groups: readonly DraftGroup[]
  headings: Readonly<Record<GroupId, string>>
  /** The language of the document. */
  language: string
  changed: boolean
  onOrder(ids: readonly GroupId[]): void
  onHeading(id: GroupId, words: string): void
  onUsual(): void
}

/** The groups of a draft: each can be moved up and down, and its heading be written. */
export function GroupList({ groups, headings, language, changed, onOrder, onHeading, onUsual }: Props) {
  const t = useTranslate()
  const [said, setSaid] = useState('')
  const ids = groups.map((group) => group.id)
  const letters = labelsOf(groups.map(() => ({ type: 'heading', level: 1, indent: null, start: null })), language)
  const move = ({ id, heading }: DraftGroup, by: 1 | -1) => {
    const next = moved(ids, id, by)
    onOrder(next)
    setSaid(t('compile-group-moved', { name: heading, at: next.indexOf(id) + 1, of: next.length }))
  }
  if (groups.length === 0) return <p className="small muted">{t('compile-groups-none')}</p>
  return (
    <>
      <p className="hint">{t('compile-groups-words')}</p>
      <ol className="groups">
        {groups.map((group, index) => {
          const name = group.heading
          return (
            <li key={group.id} className="groups__i" data-n={letters[index]?.text}>
              <TextField
                label={t('compile-group-heading', { name })} labelHidden value={headings[group.id] ?? name} placeholder={name} lang={language}
                onChange={(words) => { onHeading(group.id, words) }}
              />
              <IconButton icon="chevron-up" label={t('compile-group-up', { name })} unavailable={index === 0} onPress={() => { move(group, -1) }} />
              <IconButton icon="chevron-down" label={t('compile-group-down', { name })} unavailable={index === groups.length - 1} onPress={() => { move(group, 1) }} />
              <span className="small muted num">{t('sessions-key-points', { count: group.keyPoints })}</span>
            </li>
          )
        })}
      </ol>
      <p className="vh" role="status">{said}</p>
      {changed && <div><Button look="quiet" onPress={onUsual}>{t('compile-groups-usual')}</Button></div>}
    </>
  )
}
