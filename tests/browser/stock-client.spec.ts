// The client of npm as it is, without a line of ours: its Repo and its WebSocketClientAdapter against the running program.
import { expect, type Role, type Site, test } from './site'

interface Notes { text: string }

/** A repo of automerge-repo that knows nothing of Rapporteur but an address with a token. */
async function stockClient(site: Site, person: `${string}@demo.invalid`, role: Role) {
  const [A, { Repo }, { WebSocketClientAdapter }] = await Promise.all([
    import('@automerge/automerge'), import('@automerge/automerge-repo'), import('@automerge/automerge-repo-network-websocket'),
  ])
  const token = await site.command('token', '--person', person, '--role', role, '--edition', 'igf-2023')
  const adapter = new WebSocketClientAdapter(`${site.url.replace('http', 'ws')}/sync?token=${token}`, 300)
  const repo = new Repo({ network: [adapter] })
  const sessions = (await (await fetch(site.api('sessions'), { headers: { authorization: `Bearer ${token}` } })).json()) as { id: string; notesUrl: string }[]
  const url = sessions.find(({ id }) => id === 'rehearsal')!.notesUrl
  return {
    token,
    open: () => repo.find<Notes>(url as Parameters<typeof repo.find>[0]),
    append: (doc: Notes, words: string) => { A.splice(doc, ['text'], doc.text.length, 0, words) },
    close: () => { adapter.disconnect() },
  }
}

test('the stock client of automerge-repo writes, reads, comes back after a restart, and is refused what its person may not', async ({ site }) => {
  const [one, two, reader] = await Promise.all([
    stockClient(site, 'one@demo.invalid', 'editor'), stockClient(site, 'two@demo.invalid', 'editor'), stockClient(site, 'reader@demo.invalid', 'reader'),
  ])
  const [mine, theirs, read] = await Promise.all([one.open(), two.open(), reader.open()])
  await expect.poll(() => mine.doc().text).toContain('eleven days late.')

  // At the same moment, in the same place.
  mine.change((doc) => { one.append(doc, ' One.') })
  theirs.change((doc) => { two.append(doc, ' Two.') })
  for (const handle of [mine, theirs, read]) {
    await expect.poll(() => handle.doc().text).toContain('One.')
    await expect.poll(() => handle.doc().text).toContain('Two.')
  }
  expect(mine.doc().text).toBe(theirs.doc().text)

  // A reader's words stay with the reader.
  read.change((doc) => { reader.append(doc, ' Nobody’s.') })

  await site.stop()
  mine.change((doc) => { one.append(doc, ' Meanwhile.') })
  await site.serve()
  await expect.poll(() => theirs.doc().text).toContain('Meanwhile.')
  const late = await stockClient(site, 'late@demo.invalid', 'editor')
  const whole = await late.open()
  await expect.poll(() => whole.doc().text).toContain('Meanwhile.')
  expect(whole.doc().text).toBe(theirs.doc().text)
  expect(whole.doc().text).not.toContain('Nobody’s.')
  for (const client of [one, two, reader, late]) client.close()
})
