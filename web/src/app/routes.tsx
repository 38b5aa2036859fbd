import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect,
} from '@tanstack/react-router'
import { queries } from '../api/queries'
import type { KeyPointState } from '../api/types'
import { CrashPage, NoEditionPage, NotFoundPage, WaitingPage } from './failures'
import { lastEdition } from './preferences'
import type { BoardFilter } from './paths'
import { whoIsSignedIn } from './session'

interface Context { client: QueryClient }

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: CrashPage })

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

/** Only a path of this site is a place to go to after signing in. */
const ownPath = (value: unknown): string | undefined => {
  const path = text(value)
  return path?.startsWith('/') && !path.startsWith('//') && !path.startsWith('/\\') ? path : undefined
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = ownPath(search['next'])
    return next === undefined ? {} : { next }
  },
  component: lazyRouteComponent(() => import('./pages/sign-in-page'), 'SignInPage'),
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const me = await whoIsSignedIn(context.client)
    if (me === null) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } })
    return { me }
  },
  component: Outlet,
})

const index = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  loader: async ({ context }) => {
    const editions = await context.client.ensureQueryData(queries.editions())
    const last = lastEdition.read()
    const edition = editions.find((each) => each.id === last) ?? editions[0]
    if (edition) throw redirect({ to: '/editions/$edition', params: { edition: edition.id }, replace: true })
  },
  component: NoEditionPage,
})

const edition = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$edition',
  loader: async ({ context, params }) => {
    const wait = context.client.ensureQueryData(queries.edition(params.edition))
    // Everything that the edition's pages show is fetched ahead, so that they open again without a network.
    void context.client.prefetchQuery(queries.editions())
    void context.client.prefetchQuery(queries.sessions(params.edition))
    void context.client.prefetchQuery(queries.keyPoints(params.edition))
    void context.client.prefetchQuery(queries.outputDocuments(params.edition))
    void context.client.prefetchQuery(queries.coverage(params.edition))
    await wait
    lastEdition.write(params.edition)
  },
  component: lazyRouteComponent(() => import('./shell'), 'Shell'),
})

const overview = createRoute({
  getParentRoute: () => edition,
  path: '/',
  loader: ({ context, params }) => Promise.all([
    context.client.ensureQueryData(queries.sessions(params.edition)),
    context.client.ensureQueryData(queries.coverage(params.edition)),
    context.client.ensureQueryData(queries.keyPoints(params.edition)),
    context.client.ensureQueryData(queries.outputDocuments(params.edition)),
  ]),
  component: lazyRouteComponent(() => import('./pages/overview-page'), 'OverviewPage'),
})

const sessions = createRoute({
  getParentRoute: () => edition,
  path: '/sessions',
  loader: ({ context, params }) => context.client.ensureQueryData(queries.sessions(params.edition)),
  component: lazyRouteComponent(() => import('./pages/sessions-page'), 'SessionsPage'),
})

const notes = createRoute({
  getParentRoute: () => edition,
  path: '/sessions/$session',
  validateSearch: (search: Record<string, unknown>): { point?: string } => {
    const point = text(search['point'])
    return point === undefined ? {} : { point }
  },
  loader: ({ context, params }) => Promise.all([
    context.client.ensureQueryData(queries.sessions(params.edition)),
    context.client.ensureQueryData(queries.keyPoints(params.edition)),
  ]),
  component: lazyRouteComponent(() => import('./pages/notes-page'), 'NotesPage'),
})

const states: readonly string[] = ['captured', 'confirmed', 'accepted', 'used', 'merged', 'set-aside'] satisfies KeyPointState[]
const isState = (value: unknown): value is KeyPointState => typeof value === 'string' && states.includes(value)

const board = createRoute({
  getParentRoute: () => edition,
  path: '/key-points',
  validateSearch: (search: Record<string, unknown>): BoardFilter => {
    const filter: BoardFilter = {
      theme: text(search['theme']),
      session: text(search['session']),
      addressee: text(search['addressee']),
      state: isState(search['state']) ? search['state'] : undefined,
      text: text(search['text']),
      point: text(search['point']),
    }
    return filter
  },
  loader: ({ context, params }) => Promise.all([
    context.client.ensureQueryData(queries.sessions(params.edition)),
    context.client.ensureQueryData(queries.keyPoints(params.edition)),
  ]),
  component: lazyRouteComponent(() => import('./pages/board-page'), 'BoardPage'),
})

const outputDocument = createRoute({
  getParentRoute: () => edition,
  path: '/document',
  validateSearch: (search: Record<string, unknown>): { document?: string; paragraph?: string; compile?: string; unused?: string } => {
    const [document, paragraph, compile, unused] = [text(search['document']), text(search['paragraph']), text(search['compile']), text(search['unused'])]
    return { ...(document ? { document } : {}), ...(paragraph ? { paragraph } : {}), ...(compile ? { compile } : {}), ...(unused ? { unused } : {}) }
  },
  loader: ({ context, params }) => Promise.all([
    context.client.ensureQueryData(queries.outputDocuments(params.edition)),
    context.client.ensureQueryData(queries.sessions(params.edition)),
    context.client.ensureQueryData(queries.keyPoints(params.edition)),
  ]),
  component: lazyRouteComponent(() => import('./pages/document-page'), 'DocumentPage'),
})

const exportRoute = createRoute({
  getParentRoute: () => edition,
  path: '/export',
  validateSearch: (search: Record<string, unknown>): { document?: string } => {
    const document = text(search['document'])
    return document === undefined ? {} : { document }
  },
  loader: ({ context, params }) => context.client.ensureQueryData(queries.outputDocuments(params.edition)),
  component: lazyRouteComponent(() => import('./pages/export-page'), 'ExportPage'),
})

const tree = root.addChildren([
  signIn,
  signedIn.addChildren([index, edition.addChildren([overview, sessions, notes, board, outputDocument, exportRoute])]),
])

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPendingComponent: WaitingPage,
    defaultErrorComponent: CrashPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingMs: 300,
    scrollRestoration: true,
    // The cache of answers is the queries'; the router keeps none of its own.
    defaultPreloadStaleTime: 0,
  })
}

declare module '@tanstack/react-router' {
  interface Register { router: ReturnType<typeof makeRouter> }
}
