import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect,
} from '@tanstack/react-router'
import { queries } from '../api/queries'
import type { Id, KeyPointState } from '../api/types'
import { CrashPage, NoEditionPage, NotFoundPage, WaitingPage } from './failures'
import { lastEdition } from './preferences'
import type { BoardFilter } from './paths'
import { whoIsSignedIn } from './session'

interface Context { client: QueryClient }

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: CrashPage })

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

/** Reads these names in an address, as far as it has them. */
function named<Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): { [Each in Name]?: string } => {
    const read: { [Each in Name]?: string } = {}
    for (const name of names) {
      const value = text(search[name])
      if (value !== undefined) read[name] = value
    }
    return read
  }
}

const answers = {
  sessions: (client: QueryClient, edition: Id) => client.ensureQueryData(queries.sessions(edition)),
  keyPoints: (client: QueryClient, edition: Id) => client.ensureQueryData(queries.keyPoints(edition)),
  coverage: (client: QueryClient, edition: Id) => client.ensureQueryData(queries.coverage(edition)),
  outputDocuments: (client: QueryClient, edition: Id) => client.ensureQueryData(queries.outputDocuments(edition)),
}

/** Fetches what a page of an edition shows before it opens. */
const fetched = ({ client }: Context, edition: Id, ...names: readonly (keyof typeof answers)[]) =>
  Promise.all(names.map((name) => answers[name](client, edition)))

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
  loader: ({ context, params }) => fetched(context, params.edition, 'sessions', 'coverage', 'keyPoints', 'outputDocuments'),
  component: lazyRouteComponent(() => import('./pages/overview-page'), 'OverviewPage'),
})

const sessions = createRoute({
  getParentRoute: () => edition,
  path: '/sessions',
  loader: ({ context, params }) => fetched(context, params.edition, 'sessions'),
  component: lazyRouteComponent(() => import('./pages/sessions-page'), 'SessionsPage'),
})

const notes = createRoute({
  getParentRoute: () => edition,
  path: '/sessions/$session',
  validateSearch: named('point'),
  loader: ({ context, params }) => fetched(context, params.edition, 'sessions', 'keyPoints'),
  component: lazyRouteComponent(() => import('./pages/notes-page'), 'NotesPage'),
})

const states: readonly string[] = ['captured', 'confirmed', 'accepted', 'used', 'merged', 'set-aside'] satisfies KeyPointState[]
const isState = (value: unknown): value is KeyPointState => typeof value === 'string' && states.includes(value)

const board = createRoute({
  getParentRoute: () => edition,
  path: '/key-points',
  validateSearch: (search: Record<string, unknown>): BoardFilter => ({
    ...named('theme', 'session', 'addressee', 'text', 'point')(search),
    ...(isState(search['state']) ? { state: search['state'] } : {}),
  }),
  loader: ({ context, params }) => fetched(context, params.edition, 'sessions', 'keyPoints'),
  component: lazyRouteComponent(() => import('./pages/board-page'), 'BoardPage'),
})

const outputDocument = createRoute({
  getParentRoute: () => edition,
  path: '/document',
  validateSearch: named('document', 'paragraph', 'compile', 'unused'),
  loader: ({ context, params }) => fetched(context, params.edition, 'outputDocuments', 'sessions', 'keyPoints'),
  component: lazyRouteComponent(() => import('./pages/document-page'), 'DocumentPage'),
})

const exportRoute = createRoute({
  getParentRoute: () => edition,
  path: '/export',
  validateSearch: named('document'),
  loader: ({ context, params }) => fetched(context, params.edition, 'outputDocuments'),
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
