import type { Format, OutputDocument, Paper } from '../../api/types'
import { isLanguage, languageNames } from '../../i18n/direction'
import { useTranslate } from '../../i18n/translate'
import { Checkbox, Options, Segments, TextField } from '../../ui/field'
import { Select } from '../../ui/select'
import './exports.css'

export interface ExportOptions { format: Format; paper: Paper; lineNumbers: boolean; date: string }

interface Props {
  documents: readonly OutputDocument[]
  document: OutputDocument
  options: ExportOptions
  onDocument(id: string): void
  onOptions(options: ExportOptions): void
}

const formats = ['pdf', 'docx', 'html', 'md', 'json'] as const satisfies readonly Format[]

/** What file is made, and how it looks. */
export function ExportSettings({ documents, document, options, onDocument, onOptions }: Props) {
  const t = useTranslate()
  const set = (change: Partial<ExportOptions>) => { onOptions({ ...options, ...change }) }
  const paged = options.format === 'pdf' || options.format === 'docx'
  return (
    <div className="export-set">
      {documents.length > 1 && (
        <Select label={t('nav-document')} value={document.id} choices={documents.map((each) => ({ id: each.id, label: each.title }))} onChange={onDocument} />
      )}
      <Options label={t('export-format')} className="export-set__formats" value={options.format} choices={formats.map((format) => ({ id: format, label: t(`export-format-${format}`) }))} onChange={(format) => { set({ format }) }} />
      <div className="field">
        <span className="label">{t('common-language')}</span>
        <p className="export-set__language"><span lang={document.language}>{isLanguage(document.language) ? languageNames[document.language] : document.language}</span><span className="small muted">{t('export-language-original')}</span></p>
      </div>
      <Segments label={t('export-paper')} value={options.paper} choices={[{ id: 'a4', label: t('export-paper-a4') }, { id: 'us-letter', label: t('export-paper-us-letter') }]} onChange={(paper) => { set({ paper }) }} />
      <Checkbox checked={options.lineNumbers} onChange={(lineNumbers) => { set({ lineNumbers }) }}>{t('export-line-numbers')}</Checkbox>
      <TextField label={t('export-date')} type="date" value={options.date} onChange={(date) => { set({ date }) }} hint={t('export-date-hint')} />
      {!paged && <p className="hint">{t('export-no-pages')}</p>}
    </div>
  )
}
