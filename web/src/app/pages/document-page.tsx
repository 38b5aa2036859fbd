import { keepPreviousData, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import { api } from '../../api/client'
import { keyOf, meantBy } from '../../api/key-points'
import { queries } from '../../api/queries'
import type { DraftScope, Edition, KeyPoint, OutputDocument, Plan, Session } from '../../api/types'
import { attrsOf } from '../../editor/blocks'
import type { Editor } from '../../editor/editor-api'
import { CompileDialog } from '../../features/output-document/compile-dialog'
import { confirmedIn } from '../../features/output-document/draft'
import { itemAt, outlineOf, type Block } from '../../features/output-document/outline'
import { OutlinePanel } from '../../features/output-document/outline-panel'
import { sinceWritten, type Since } from '../../features/output-document/source'
import { NotUsedPanel, SourcesPanel } from '../../features/output-document/sources-panel'
import { useTranslate, useTranslateIn } from '../../i18n/translate'
import { Button, LinkButton } from '../../ui/button'
import { momentWhen } from '../../ui/labels'
import { Empty } from '../../ui/notice'
import { keyboardAfter, keyboardUnlessKept } from '../../ui/keyboard'
import { Select } from '../../ui/select'
import { useRoom } from '../../ui/width'
import { PanelButtons, Work, type Side } from '../../ui/work'
import { useBackCloses } from '../back-closes'
import { documentNames } from '../kept-names'
import { usePageTitle } from '../page-title'
import { paths } from '../paths'
import { reasonOf } from '../reason'
import { useSignedIn } from '../session'
import { paragraphSources } from '../texts'
import { TextDesk } from '../text-desk'
import { TextStatus } from '../text-status'
import { useText } from '../use-text'

const usualScope: DraftScope = { messagesOf: null, group: 'addressee' }

export function DocumentPage() {
  const t = useTranslate()
  const client = useQueryClient()
  const navigate = useNavigate({ from: '/editions/$edition/document' })
  const { edition: id } = useParams({ from: '/signed-in/editions/$edition' })
  const { document: chosen, compile: askedToCompile } = useSearch({ from: '/signed-in/editions/$edition/document' })
  const { data: edition } = useSuspenseQuery(queries.edition(id))
  const { data: documents } = useSuspenseQuery(queries.outputDocuments(id))
  const { data: sessions } = useSuspenseQuery(queries.sessions(id))
  const { data: keyPoints } = useSuspenseQuery(queries.keyPoints(id))
  const [compiling, setCompiling] = useState(askedToCompile !== undefined && edition.may.compile)
  const document = documents.find((each) => each.id === chosen) ?? documents.find((each) => each.kind === 'track') ?? documents[0]
  const compiled = documents.some((each) => each.compiledAt !== null)
  usePageTitle(t('output-title'), edition.title)

  const refresh = () => { void client.invalidateQueries({ queryKey: ['edition', id] }) }
  const [scope, setScope] = useState(usualScope)
  const outline = useQuery({ ...queries.outline(id, scope), enabled: compiling, placeholderData: keepPreviousData })
  const acceptConfirmed = useMutation({
    mutationFn: (session: string | null) => api.decideSeveral(id, confirmedIn(keyPoints, session), 'accept'),
    onSettled: refresh,
  })
  const compile = useMutation({
    mutationFn: (plan: Plan) => api.compile(id, plan),
    onSuccess: async ({ outputDocument }) => {
      setCompiling(false)
      setScope(usualScope)
      await client.invalidateQueries({ queryKey: ['edition', id] })
      await navigate({ search: { document: outputDocument.id } })
      // The button that asked for the first one is gone.
      keyboardUnlessKept('lost')
    },
  })

  return (
    <>
      {document && (compiled || document.compiledAt !== null)
        ? (
          <Paper
            key={`${document.id} ${document.documentUrl}`} edition={edition} document={document} documents={documents} sessions={sessions}
            keyPoints={keyPoints} onCompile={() => { setCompiling(true) }}
          />
        )
        : (
          <main className="centre" id="main" tabIndex={-1}>
            <h1 className="page-title">{t('output-title')}</h1>
            <Empty
              title={t('output-none-title')}
              action={edition.may.compile && <Button look="primary" icon="document" onPress={() => { setCompiling(true) }}>{t('output-compile')}</Button>}
            >
              {edition.may.compile ? t('output-none-text') : t('output-none-reader')}
            </Empty>
          </main>
        )}
      {compiling && (
        <CompileDialog
          edition={edition} keyPoints={keyPoints} sessions={sessions} scope={scope} onScope={setScope} busy={compile.isPending}
          outline={outline.data} outlineFailure={outline.isError ? reasonOf(t, outline.error) : null}
          failure={compile.isError ? reasonOf(t, compile.error) : null}
          {...(edition.may.decide ? { onAcceptConfirmed: (session: string | null) => { acceptConfirmed.mutate(session) } } : {})}
          onCompile={(plan) => { compile.mutate(plan) }}
          onClose={() => {
            setCompiling(false)
            setScope(usualScope)
            compile.reset()
          }}
        />
      )}
    </>
  )
}

/** The labels on the paper, in the document's language, as strings for the style sheet. */
function useLabels(language: string): CSSProperties {
  const t = useTranslate()
  const own = useTranslateIn(language)
  return useMemo(() => ({
    '--label-place': JSON.stringify(own.named('document-fact-place') ?? ''),
    '--label-organisers': JSON.stringify(own.named('document-fact-organisers') ?? ''),
    '--label-status': JSON.stringify(own.named('document-fact-status') ?? ''),
    '--annex-filled': JSON.stringify(t('output-annex-filled')),
  }), [own, t])
}

/** The blocks of a text that changes in place; `_version` tells that it did. */
function blocksOf(editor: Editor, _version: number): Block[] {
  const blocks: Block[] = []
  editor.view.state.doc.forEach((node, _, index) => {
    blocks.push({ ...attrsOf(node), type: node.type.name.replaceAll('_', '-'), index, text: node.textContent })
  })
  return blocks
}

/** The paragraph that the server put into its group on this person's word, and what was there before. */
const nothingInserted: { paragraph: string | null; before: ReadonlySet<string | null> } = { paragraph: null, before: new Set() }

interface PaperProps {
  edition: Edition
  document: OutputDocument
  documents: readonly OutputDocument[]
  sessions: readonly Session[]
  keyPoints: readonly KeyPoint[]
  onCompile(): void
}

function Paper({ edition, document, documents, sessions, keyPoints, onCompile }: PaperProps) {
  const t = useTranslate()
  const me = useSignedIn()
  const room = useRoom()
  const router = useRouter()
  const client = useQueryClient()
  const navigate = useNavigate({ from: '/editions/$edition/document' })
  const { paragraph: asked, unused: askedForUnused } = useSearch({ from: '/signed-in/editions/$edition/document' })
  const [open, setOpen] = useState<Side | null>(askedForUnused === undefined ? null : 'end')
  useBackCloses((room === 'sheet' || room === 'over') && open !== null, () => { setOpen(null) })
  const [showingNotUsed, setShowingNotUsed] = useState(askedForUnused !== undefined)
  const editable = document.may.write
  const text = useText({
    url: document.documentUrl, kind: 'output', editable, person: me.person, names: documentNames(document.title),
    label: t('writing-text-document', { title: document.title }), placeholder: t('writing-placeholder-document'),
  })
  const { editor, caret, handle, version } = text

  const labels = useLabels(document.language)
  const blocks = useMemo(() => (editor === null ? [] : blocksOf(editor, version)), [editor, version])
  const items = useMemo(() => outlineOf(blocks, document.language, document.sessionId !== null), [blocks, document])
  const current = caret === null ? null : itemAt(items, caret.block.index)
  const numbered = current !== null && (current.kind === 'operative' || current.kind === 'preambular')
  const paragraphId = current?.id ?? null
  const sources = useMemo(
    () => (handle === null || paragraphId === null ? [] : paragraphSources(handle, paragraphId, version)),
    [handle, paragraphId, version],
  )
  const since = useMemo(() => {
    const found = new Map<string, Since>()
    if (handle === null) return found
    for (const block of blocks) {
      if (block.id === null) continue
      const first = paragraphSources(handle, block.id, version).map((source) => sinceWritten(source, meantBy(source, keyPoints))).find((each) => each !== null)
      if (first) found.set(block.id, first)
    }
    return found
  }, [handle, keyPoints, blocks, version])
  const words = useMemo(() => blocks.reduce((sum, block) => sum + (block.text.match(/\S+/gu)?.length ?? 0), 0), [blocks])

  const inserted = useRef(nothingInserted)
  const present = asked !== undefined && blocks.some((block) => block.id === asked)
  useEffect(() => {
    if (editor === null || asked === undefined || !present) return
    const last = blocks.findIndex((block) => block.id === asked)
    const { paragraph, before } = inserted.current
    // Where its group is new, the heading came with it.
    const above = blocks[last - 1]
    if (asked === paragraph) editor.adopt(above === undefined || before.has(above.id) ? last : last - 1, last)
    inserted.current = nothingInserted
    editor.showParagraph(asked)
    void navigate({ search: { document: document.id }, replace: true, resetScroll: false })
  }, [editor, blocks, asked, present, navigate, document.id])

  // One that another document uses is not used in this one yet.
  const notUsed = keyPoints.filter((point) =>
    (point.state === 'accepted' || point.state === 'used') && point.basis !== 'concept'
    && !point.usedIn.some((use) => use.outputDocumentId === document.id)
    && (document.sessionId === null || point.sessionId === document.sessionId))
  const insert = useMutation({
    mutationFn: async (point: KeyPoint) => {
      const before = new Set(blocks.map((block) => block.id))
      const answer = await api.insert(edition.id, document.id, point)
      inserted.current = { paragraph: answer.paragraphId, before }
      return answer
    },
    onSuccess: ({ paragraphId }) => { void navigate({ search: { document: document.id, paragraph: paragraphId }, replace: true, resetScroll: false }) },
    onSettled: () => { void client.invalidateQueries({ queryKey: ['edition', edition.id] }) },
  })

  const acts = (
    <>
      {documents.length > 1 && (
        <Select
          className="doc-switch" label={t('nav-document')} labelHidden value={document.id} choices={documents.map((each) => ({ id: each.id, label: each.title }))}
          onChange={(next) => { router.history.push(paths.document(edition.id, next)) }}
        />
      )}
      {edition.may.compile && <Button onPress={onCompile}>{t('output-compile-more')}</Button>}
    </>
  )
  const start = {
    title: t('output-outline'),
    content: (
      <>
      {room === 'sheet' && <div className="panel-acts">{acts}</div>}
      <OutlinePanel
        items={items} current={current} since={since} notUsed={notUsed} showingNotUsed={showingNotUsed}
        onShow={(item) => {
          editor?.showBlock(item.index)
          if (room === 'sheet' || room === 'over') setOpen(null)
          keyboardAfter('outline')
        }}
        onShowNotUsed={() => {
          setShowingNotUsed(!showingNotUsed)
          if (room !== 'columns') setOpen('end')
        }}
      />
      </>
    ),
  }
  const end = {
    title: showingNotUsed ? t('not-used-title') : t('output-sources'),
    content: showingNotUsed
      ? (
        <NotUsedPanel
          points={notUsed} sessions={sessions} themes={edition.themes} addressees={edition.addressees} mayInsert={editable}
          inserting={insert.isPending ? keyOf(insert.variables) : null} failure={insert.isError ? reasonOf(t, insert.error) : null}
          onInsert={(point) => { insert.mutate(point) }} onClose={() => { setShowingNotUsed(false) }}
        />
      )
      : (
        <SourcesPanel
          number={numbered ? current.number : null} sources={sources} keyPoints={keyPoints} sessions={sessions} timezone={edition.timezone}
          notesHrefOf={(point) => paths.notes(edition.id, point.sessionId, point.id)}
        />
      ),
  }
  const facts = [
    t(`output-state-${document.state}`),
    document.compiledAt === null ? null : t('output-compiled-at', { time: momentWhen(t, document.compiledAt, edition.timezone) }),
  ].filter((fact) => fact !== null)

  return (
    <>
      <section className="pagebar" aria-labelledby="page-title">
        <div className="pagebar__t">
          <h1 id="page-title"><bdi>{document.title}</bdi></h1>
          <p className="small muted num">{facts.map((fact) => <span key={fact}>{fact}</span>)}</p>
        </div>
        <div className="pagebar__acts">
          <PanelButtons start={start} end={end} open={open} onOpen={setOpen} />
          {room !== 'sheet' && acts}
          {edition.may.export && (
            <LinkButton look="primary" icon="download" href={paths.export(edition.id, document.id)} label={t('output-export')}>
              {room === 'sheet' ? undefined : t('output-export')}
            </LinkButton>
          )}
        </div>
      </section>
      <Work start={start} end={end} open={open} onOpen={setOpen}>
        <TextDesk text={text} kind="output" editable={editable} language={document.language} readingHint={t('writing-reading-only')} style={labels} />
      </Work>
      <TextStatus text={text} readOnly={!editable}>
        <span className="num">{t('output-words', { count: words })}</span>
        <span className="num">{t('output-paragraphs', { count: items.filter((item) => item.kind === 'operative').length })}</span>
      </TextStatus>
    </>
  )
}
