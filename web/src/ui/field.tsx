import type { ReactNode, Ref } from 'react'
import {
  FieldError, Input, Label, Radio, RadioGroup, Text, TextArea as AriaTextArea, TextField as AriaTextField,
  Checkbox as AriaCheckbox,
} from 'react-aria-components'
import { Icon } from './icon'

interface TextProps {
  label: string
  labelHidden?: boolean
  value: string
  onChange(value: string): void
  hint?: ReactNode
  error?: string | null
  type?: 'text' | 'email' | 'search' | 'url' | 'date'
  autoComplete?: string
  placeholder?: string
  autoFocus?: boolean
  required?: boolean
  lang?: string
  className?: string
  readOnly?: boolean
}

export function TextField({ label, labelHidden = false, hint, error, placeholder, className, required = false, readOnly = false, lang, ...rest }: TextProps) {
  return (
    <AriaTextField {...rest} className={['field', className].filter(Boolean).join(' ')} isInvalid={Boolean(error)} isRequired={required} isReadOnly={readOnly} validationBehavior="aria">
      <Label className={labelHidden ? 'vh' : 'label'}>{label}</Label>
      <Input className="input" dir="auto" {...(placeholder ? { placeholder } : {})} {...(lang ? { lang } : {})} />
      {hint && <Text slot="description" className="hint">{hint}</Text>}
      <FieldError className="field__error"><Icon name="warning" small />{error}</FieldError>
    </AriaTextField>
  )
}

interface AreaProps extends Omit<TextProps, 'type' | 'autoComplete'> { rows?: number; inputRef?: Ref<HTMLTextAreaElement> }

export function TextArea({ label, labelHidden = false, hint, error, placeholder, rows = 3, required = false, readOnly = false, className, lang, inputRef, ...rest }: AreaProps) {
  return (
    <AriaTextField {...rest} className={['field', className].filter(Boolean).join(' ')} isInvalid={Boolean(error)} isRequired={required} isReadOnly={readOnly} validationBehavior="aria">
      <Label className={labelHidden ? 'vh' : 'label'}>{label}</Label>
      <AriaTextArea {...(inputRef ? { ref: inputRef } : {})} className="input input--area" rows={rows} dir="auto" {...(placeholder ? { placeholder } : {})} {...(lang ? { lang } : {})} />
      {hint && <Text slot="description" className="hint">{hint}</Text>}
      <FieldError className="field__error"><Icon name="warning" small />{error}</FieldError>
    </AriaTextField>
  )
}

export interface Choice<T extends string> { id: T; label: ReactNode; hint?: ReactNode }

interface ChoicesProps<T extends string> {
  label: string
  labelHidden?: boolean
  choices: readonly Choice<T>[]
  value: T | null
  onChange(value: T): void
  readOnly?: boolean
  className?: string
}

/** One of a few choices, all in sight, joined like a bar. */
export function Segments<T extends string>({ label, labelHidden = false, choices, value, onChange, readOnly = false, className }: ChoicesProps<T>) {
  return (
    <RadioGroup
      className={['field', className].filter(Boolean).join(' ')}
      orientation="horizontal"
      value={value}
      isReadOnly={readOnly}
      onChange={(next) => {
        const choice = choices.find((each) => each.id === next)
        if (choice) onChange(choice.id)
      }}
    >
      <Label className={labelHidden ? 'vh' : 'label'}>{label}</Label>
      <div className="seg">
        {choices.map((choice) => <Radio key={choice.id} value={choice.id} className="seg__c">{choice.label}</Radio>)}
      </div>
    </RadioGroup>
  )
}

/** One of a few choices as rows of radio buttons. */
export function Options<T extends string>({ label, labelHidden = false, choices, value, onChange, className }: ChoicesProps<T>) {
  return (
    <RadioGroup
      className={['field', className].filter(Boolean).join(' ')}
      value={value}
      onChange={(next) => {
        const choice = choices.find((each) => each.id === next)
        if (choice) onChange(choice.id)
      }}
    >
      <Label className={labelHidden ? 'vh' : 'label'}>{label}</Label>
      <div className="opts">
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className="opt opt--radio">
            <span className="grow">{choice.label}</span>{choice.hint}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

export function Checkbox({ checked, onChange, children }: { checked: boolean; onChange(checked: boolean): void; children: ReactNode }) {
  return (
    <AriaCheckbox className="opt opt--check" isSelected={checked} onChange={onChange}>
      <span className="opt__box" aria-hidden="true">{checked && <Icon name="check" small />}</span>
      <span>{children}</span>
    </AriaCheckbox>
  )
}
