// What is chosen of a key point, in the notes and on the board. What is not said can be left so, and again be unsaid.
import type { Addressee, Id, KeyPointKind, Stance, Theme } from '../api/types'
import { useTranslate } from '../i18n/translate'
import { Segments } from './field'
import { Icon } from './icon'
import { keyboardAfter, keyboardUnlessKept } from './keyboard'
import { addresseeName, labelIn, themeName } from './labels'
import { AddFrom } from './select'

export interface Chosen {
  themes: readonly Id[]
  addressee: Id | null
  kind: KeyPointKind | null
  stance: Stance | null
}

interface Props {
  of: Chosen
  themes: readonly Theme[]
  addressees: readonly Addressee[]
  onChange(change: Partial<Chosen>): void
}

export function KeyPointChoices({ of, themes, addressees, onChange }: Props) {
  const t = useTranslate()
  const open = themes.filter((theme) => !of.themes.includes(theme.id))
  return (
    <>
      <div className="field" role="group" aria-label={t('common-themes')}>
        <span className="label" aria-hidden="true">{t('common-themes')}</span>
        <div className="input input--chips">
          {of.themes.map((theme) => (
            <span key={theme} className="chip">
              {themeName(t, themes, theme)}
              <button
                type="button" className="x" aria-label={t('points-theme-remove', { theme: themeName(t, themes, theme) })}
                onClick={() => {
                  onChange({ themes: of.themes.filter((each) => each !== theme) })
                  keyboardAfter('themes')
                }}
              >
                <Icon name="close" small />
              </button>
            </span>
          ))}
          {open.length > 0 && (
            <AddFrom
              label={t('points-theme-add-label')} placeholder={t('points-theme-add')} choices={open.map((theme) => ({ id: theme.id, label: labelIn(theme.label, t.language) }))}
              onAdd={(theme) => {
                onChange({ themes: [...of.themes, theme] })
                keyboardUnlessKept('themes')
              }}
            />
          )}
        </div>
      </div>
      {addressees.length > 0 && (
        <OneOf label={t('points-addressee')} value={of.addressee} choices={addressees.map((each) => each.id)} nameOf={(id) => addresseeName(t, addressees, id)} onChange={(addressee) => { onChange({ addressee }) }} />
      )}
      <OneOf label={t('detail-kind')} value={of.kind} choices={kinds} nameOf={(kind) => t(`key-point-kind-${kind ?? 'unsaid'}`)} onChange={(kind) => { onChange({ kind }) }} />
      <OneOf label={t('detail-stance')} value={of.stance} choices={stances} nameOf={(stance) => t(`key-point-stance-${stance ?? 'unsaid'}`)} onChange={(stance) => { onChange({ stance }) }} />
    </>
  )
}

const kinds: readonly KeyPointKind[] = ['call-to-action', 'observation']
const stances: readonly Stance[] = ['convergence', 'divergence', 'proposal']

interface OneOfProps<T extends string> {
  label: string
  value: T | null
  choices: readonly T[]
  nameOf(choice: T | null): string
  onChange(value: T | null): void
}

/** One of these, or none. */
function OneOf<T extends string>({ label, value, choices, nameOf, onChange }: OneOfProps<T>) {
  const named = [null, ...choices].map((choice) => ({ id: choice ?? '-', label: nameOf(choice) }))
  return <Segments label={label} value={value ?? '-'} choices={named} onChange={(id) => { onChange(choices.find((choice) => choice === id) ?? null) }} />
}
