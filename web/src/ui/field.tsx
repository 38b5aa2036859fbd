import type { ReactNode, Ref } from 'react'
import {
  FieldError, Input, Label, Radio, RadioGroup, Text, TextArea as AriaTextArea, TextField as AriaTextField,
  Checkbox as AriaCheckbox,
} from 'react-aria-components'
import { Icon } from './icon'

interface FieldProps {
  label: string
  labelHidden?: boolean
  className?: string
  readOnly?: boolean
}

const fieldClass = (className?: string) => (className ? `field ${className}` : 'field')

interface TextProps extends FieldProps {
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
}

interface AreaProps extends Omit<TextProps, 'type' | 'autoComplete'> { rows?: number; inputRef?: Ref<HTMLTextAreaElement> }

export function TextField({ placeholder, lang, ...rest }: TextProps) {
  return <TextFrame {...rest}><Input className="input" dir="auto" {...(placeholder ? { placeholder } : {})} {...(lang ? { lang } : {})} /></TextFrame>
}

export function TextArea({ placeholder, lang, rows = 3, inputRef, ...rest }: AreaProps) {
  return (
    <TextFrame {...rest}>
      <AriaTextArea
        {...(inputRef ? { ref: inputRef } : {})} className="input input--area" rows={rows} dir="auto"
        {...(placeholder ? { placeholder } : {})} {...(lang ? { lang } : {})}
      />
    </TextFrame>
  )
}

/** What stands around the element that is typed into: its name, a hint, and what is wrong. */
function TextFrame({
  label, labelHidden = false, hint, error, className, required = false, readOnly = false, children, ...rest
}: Omit<TextProps, 'placeholder' | 'lang'> & { children: ReactNode }) {
  return (
    <AriaTextField {...rest} className={fieldClass(className)} isInvalid={Boolean(error)} isRequired={required} isReadOnly={readOnly} validationBehavior="aria">
      <Label className={labelHidden ? 'vh' : 'label'}>{label}</Label>
      {children}
      {hint && <Text slot="description" className="hint">{hint}</Text>}
      <FieldError className="field__error"><Icon name="warning" small />{error}</FieldError>
    </AriaTextField>
  )
}

interface Choice<T extends string> { id: T; label: ReactNode; hint?: ReactNode }

interface ChoicesProps<T extends string> extends FieldProps {
  choices: readonly Choice<T>[]
  value: T | null
  onChange(value: T): void
}

/** One of a few choices, all in sight, joined like a bar. */
export function Segments<T extends string>(props: ChoicesProps<T>) {
  return (
    <ChoiceFrame {...props} orientation="horizontal" row="seg">
      {props.choices.map((choice) => <Radio key={choice.id} value={choice.id} className="seg__c">{choice.label}</Radio>)}
    </ChoiceFrame>
  )
}

/** One of a few choices as rows of radio buttons. */
export function Options<T extends string>(props: ChoicesProps<T>) {
  return (
    <ChoiceFrame {...props} orientation="vertical" row="opts">
      {props.choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} className="opt opt--radio"><span className="grow">{choice.label}</span>{choice.hint}</Radio>
      ))}
    </ChoiceFrame>
  )
}

function ChoiceFrame<T extends string>({
  label, labelHidden = false, choices, value, onChange, readOnly = false, className, orientation, row, children,
}: ChoicesProps<T> & { orientation: 'horizontal' | 'vertical'; row: string; children: ReactNode }) {
  const choose = (id: string) => {
    const choice = choices.find((each) => each.id === id)
    if (choice) onChange(choice.id)
  }
  return (
    <RadioGroup className={fieldClass(className)} orientation={orientation} value={value} isReadOnly={readOnly} onChange={choose}>
      <Label className={labelHidden ? 'vh' : 'label'}>{label}</Label>
      <div className={row}>{children}</div>
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
