import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client'
import { queries } from '../../api/queries'
import type { Diagnostic, OutputDocument } from '../../api/types'
import { Checks, Download } from '../../features/exports/checks'
import { ExportSettings, type ExportOptions } from '../../features/exports/options'
import { PagePreview } from '../../features/exports/preview'
import { useTranslate } from '../../i18n/translate'
import { LinkButton } from '../../ui/button'
import { sessionInSentence, sessionShortName } from '../../ui/labels'
import { Empty, Notice } from '../../ui/notice'
import { useFindings } from '../findings'
import { useNetwork } from '../offline'
import { usePageTitle } from '../page-title'
import { paths } from '../paths'
import { reasonOf } from '../reason'

export function ExportPage() {
  const t = useTranslate()
  const { edition: id } = useParams({ from: '/signed-in/editions/$edition' })
  const { document: chosen } = useSearch({ from: '/signed-in/editions/$edition/export' })
  const { data: edition } = useSuspenseQuery(queries.edition(id))
  const { data: documents } = useSuspenseQuery(queries.outputDocuments(id))
  const document = documents.find((each) => each.id === chosen) ?? documents.find((each) => each.kind === 'track') ?? documents[0]
  usePageTitle(t('nav-export'), edition.title)
  return (
    <>
      <section className="pagebar" aria-labelledby="page-title">
        <div className="pagebar__t">
          <h1 id="page-title">{t('nav-export')}</h1>
          {document && <p className="small muted num"><bdi>{document.title}</bdi><span>{t(`output-state-${document.state}`)}</span></p>}
        </div>
        {document && <LinkButton href={paths.document(id, document.id)} icon="document">{t('overview-open-document')}</LinkButton>}
      </section>
      {document && edition.may.export
        ? <Ready key={document.id} edition={id} timezone={edition.timezone} documents={documents} document={document} />
        : (
          <main className="centre" id="main" tabIndex={-1}>
            {edition.may.export
              ? <Empty title={t('export-nothing')} action={<LinkButton href={paths.document(id)} look="primary">{t('overview-open-document')}</LinkButton>}>{t('export-nothing-hint')}</Empty>
              : <Notice tone="warn" title={t('error-forbidden')} />}
          </main>
        )}
    </>
  )
}

function Ready({ edition, timezone, documents, document }: { edition: string; timezone: string | null; documents: readonly OutputDocument[]; document: OutputDocument }) {
  const t = useTranslate()
  const client = useQueryClient()
  const network = useNetwork()
  const navigate = useNavigate({ from: '/editions/$edition/export' })
  const { data: sessions = [] } = useQuery(queries.sessions(edition))
  const [options, setOptions] = useState<ExportOptions>({ format: 'pdf', paper: 'a4', lineNumbers: false, date: '' })
  const preview = useQuery({
    ...queries.preview(edition, document.id, options.paper, options.lineNumbers),
    placeholderData: (last) => last,
    // Nobody tells that somebody writes in the document. Pages that have not changed are not drawn again.
    refetchInterval: 5000,
  })
  const found = useFindings(edition, document.id, preview)
  const files = useQuery(queries.exports(edition, document.id))
  const make = useMutation({
    mutationFn: () => api.export(edition, document.id, {
      format: options.format, paper: options.paper, lineNumbers: options.lineNumbers, ...(options.date === '' ? {} : { date: options.date }),
    }),
    onSuccess: (file) => {
      void client.invalidateQueries({ queryKey: queries.exports(edition, document.id).queryKey })
      const link = window.document.createElement('a')
      link.href = file.url
      link.download = file.fileName
      link.click()
    },
  })
  const diagnostics = found.map((diagnostic) => {
    const session = sessions.find((each) => each.id === diagnostic.place.sessionId)
    // For a session without a title the server has no words but its id.
    return session === undefined || diagnostic.values['session'] === undefined ? diagnostic
      : { ...diagnostic, values: { ...diagnostic.values, session: sessionInSentence(t, session, sessions) } }
  })
  const errors = diagnostics.some((each) => each.severity === 'error')
  const away = network === 'no-access' ? t('failure-no-access-title') : network === 'signed-out' ? t('failure-signed-out-title') : t('export-needs-server')
  const stopped = network !== 'online' ? away : preview.data?.isBlank ? t('export-nothing') : errors && options.format === 'pdf' ? t('export-pdf-waits') : null

  const placeOf = ({ key, place }: Diagnostic) => {
    if (place.paragraphId) return { name: null, links: [{ href: paths.document(edition, document.id, place.paragraphId), go: t('common-go-paragraph') }] }
    if (place.sessionId) {
      const session = sessions.find((each) => each.id === place.sessionId)
      const notes = { href: paths.notes(edition, place.sessionId, place.keyPointId ?? undefined), go: t('detail-open-notes') }
      return {
        name: session ? sessionShortName(t, session, sessions) : null,
        links: key === 'check-unused' ? [{ href: paths.notUsed(edition, document.id), go: t('checks-go-unused') }, notes] : [notes],
      }
    }
    if (place.keyPointId) return { name: null, links: [{ href: paths.board(edition, { point: place.keyPointId }), go: t('checks-go-key-point') }] }
    return null
  }

  return (
    <div className="export">
      <aside className="export__set" aria-label={t('export-options')}>
        <ExportSettings
          documents={documents} document={document} options={options} onOptions={setOptions}
          onDocument={(next) => { void navigate({ search: { document: next }, replace: true }) }}
        />
      </aside>
      <main className="export__view" id="main" tabIndex={-1}>
        <PagePreview
          pages={preview.data?.pages ?? 0} busy={preview.isFetching && preview.data === undefined} title={document.title}
          srcOf={(page) => api.previewPage(edition, document.id, preview.data?.revision ?? '', page)}
          instead={preview.isError && preview.data === undefined
            ? <Notice tone="bad" title={t('export-preview-failed')} urgent><p>{reasonOf(t, preview.error)}</p></Notice>
            : preview.data === undefined ? <p className="wait" role="status">{t('export-preview-busy')}</p> : undefined}
        />
      </main>
      <aside className="export__side" aria-label={t('export-checks-and-download')}>
        <Checks diagnostics={diagnostics} placeOf={placeOf} />
        <Download
          format={options.format} busy={make.isPending} stopped={stopped} failure={make.isError ? reasonOf(t, make.error) : null}
          made={make.data ?? null} files={files.data ?? []} timezone={timezone} placeOf={placeOf} onMake={() => { make.mutate() }}
        />
      </aside>
    </div>
  )
}
