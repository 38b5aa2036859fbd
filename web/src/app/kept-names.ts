// What documents and the ids in them are called in a file of kept words, as far as the page knows.
import type { QueryClient } from '@tanstack/react-query'
import { queries } from '../api/queries'
import type { Edition, OutputDocument, Session } from '../api/types'
import type { Translate } from '../i18n/translate'
import { addresseeName, sessionName, themeName } from '../ui/labels'
import type { Names } from './kept-file'

/** The names in the notes of a session. */
export function notesNames(t: Translate, edition: Edition | undefined, session: Session, sessions: readonly Session[]): Names {
  return {
    ...documentNames(sessionName(t, session, sessions)),
    theme: (id) => themeName(t, edition?.themes ?? [], id),
    addressee: (id) => addresseeName(t, edition?.addressees ?? [], id),
    speaker: (id) => {
      const person = session.people.find((each) => each.id === id)
      return person !== undefined && session.attribution === 'named' ? person.name : null
    },
  }
}

/** The names in a document of which only the title is known, or not even that. */
export function documentNames(title: string | null): Names {
  return { title, theme: (id) => id, addressee: (id) => id, speaker: () => null }
}

/** The names in any document, out of what was fetched since the page was loaded. */
export function rememberedNames(client: QueryClient, t: Translate, documentId: string): Names {
  const fetched = <T>(name: string) => client.getQueriesData<readonly T[]>({ predicate: ({ queryKey }) => queryKey.length === 3 && queryKey[2] === name })
  for (const [key, sessions = []] of fetched<Session>('sessions')) {
    const session = sessions.find((each) => each.documentId === documentId)
    if (session !== undefined) return notesNames(t, client.getQueryData(queries.edition(String(key[1])).queryKey), session, sessions)
  }
  const documents = fetched<OutputDocument>('output-documents').flatMap(([, list = []]) => list)
  return documentNames(documents.find((each) => each.documentId === documentId)?.title ?? null)
}
