import type { ReactNode } from 'react'
import type { Diagnostic, ExportedFile, Format } from '../../api/types'
import { formatSize } from '../../i18n/format'
import { useTranslate } from '../../i18n/translate'
import { Button, LinkButton } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { momentWhen } from '../../ui/labels'
import { Link } from '../../ui/link'
import { Finding, Notice } from '../../ui/notice'
import './exports.css'

/** By weight. */
const severities = { error: ['bad', 'checks-error'], warning: ['warn', 'checks-warning'], note: ['note', 'common-remark'] } as const
const weight = ({ severity }: Diagnostic) => Object.keys(severities).indexOf(severity)

interface Place { name: ReactNode; links: readonly { href: string; go: string }[] }

/** What a place is called, and where the links to it lead. */
type PlaceOf = (diagnostic: Diagnostic) => Place | null

interface ChecksProps {
  diagnostics: readonly Diagnostic[]
  placeOf: PlaceOf
}

/** What the checks found: each with its severity, its place, and what to do. */
export function Checks({ diagnostics, placeOf }: ChecksProps) {
  const t = useTranslate()
  const count = (severity: Diagnostic['severity']) => diagnostics.filter((each) => each.severity === severity).length
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')]
  return (
    <>
      <div className="checks__h">
        <h2 className="grow">{t('checks-title')}</h2>
        {errors > 0 && <span className="tag tag--bad"><Icon name="error" small />{t('checks-errors', { count: errors })}</span>}
        {warnings > 0 && <span className="tag tag--warn"><Icon name="warning" small />{t('checks-warnings', { count: warnings })}</span>}
        {notes > 0 && <span className="tag"><Icon name="note" small />{t('checks-notes', { count: notes })}</span>}
      </div>
      <div className="checks__l">
        {diagnostics.length === 0 && <p className="row ok checks__fine"><Icon name="check" />{t('checks-none')}</p>}
        {[...diagnostics].sort((a, b) => weight(a) - weight(b)).map((diagnostic, index) => {
          const place = placeOf(diagnostic)
          const [tone, word] = severities[diagnostic.severity]
          const hint = diagnostic.hint === null ? null : t.named(diagnostic.hint, diagnostic.values)
          return (
            <Finding key={index} tone={tone} word={t(word)} place={place?.name}>
              <p>{t.named(diagnostic.key, diagnostic.values) ?? diagnostic.key}</p>
              {diagnostic.place.text && <p className="small muted" dir="auto">{diagnostic.place.text}</p>}
              {hint !== null && <p className="small muted">{hint}</p>}
              <Ways place={place} />
            </Finding>
          )
        })}
      </div>
    </>
  )
}

function Ways({ place }: { place: Place | null }) {
  return place?.links.map(({ href, go }) => <Link key={href} className="checks__go" href={href}>{go}<Icon name="forward" small /></Link>)
}

interface DownloadProps {
  format: Format
  busy: boolean
  /** Why this format can't be made now. */
  stopped: string | null
  failure: string | null
  /** The file that was just made, with what it did about the text. */
  made: ExportedFile | null
  files: readonly ExportedFile[]
  timezone: string | null
  placeOf: PlaceOf
  onMake(): void
}

/** Makes the file, and lists the ones that were made. */
export function Download({ format, busy, stopped, failure, made, files, timezone, placeOf, onMake }: DownloadProps) {
  const t = useTranslate()
  return (
    <div className="get">
      <Button look="primary" icon="download" className="btn--block" unavailable={busy || stopped !== null} aria-describedby="export-why" onPress={onMake}>
        {busy ? t('export-making') : t('export-download', { format: t(`export-name-${format}`) })}
      </Button>
      <p className="small muted" id="export-why">{stopped ?? t('export-download-hint')}</p>
      {failure !== null && <Notice tone="bad" title={t('export-failed', { format: t(`export-name-${format}`) })} urgent><p>{failure}</p></Notice>}
      {made !== null && made.diagnostics.length > 0 && <Reported key={made.id} file={made} placeOf={placeOf} />}
      {files.length > 0 && (
        <div>
          <h3 className="label get__h">{t('export-files')}</h3>
          <ul className="files">
            {files.slice(0, 8).map((file) => (
              <li key={file.id}>
                <span className="grow num">{t('export-file', { format: t(`export-name-${file.format}`), time: momentWhen(t, file.createdAt, timezone), size: formatSize(t.locale, file.size) })}</span>
                <LinkButton href={file.url} icon="download" download={file.fileName} label={t('export-file-download', { name: file.fileName })} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

/** What a file that was just made did about the text. */
function Reported({ file, placeOf }: { file: ExportedFile; placeOf: PlaceOf }) {
  const t = useTranslate()
  return (
    <Notice tone="warn" title={t('export-reported', { format: t(`export-name-${file.format}`) })}>
      <ul className="reported">
        {file.diagnostics.map((diagnostic, index) => {
          const place = placeOf(diagnostic)
          return (
            <li key={index}>
              <p>{t.named(diagnostic.key, diagnostic.values) ?? diagnostic.key}</p>
              {diagnostic.place.text && <p className="small muted" dir="auto">{diagnostic.place.text}</p>}
              <Ways place={place} />
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
