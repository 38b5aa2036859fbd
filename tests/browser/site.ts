// A running demo of one's own, people signed in to it, and what every test asks of a page.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page, test as base } from '@playwright/test'

const root = join(__dirname, '../..')
const program = join(process.env['CARGO_TARGET_DIR'] ?? join(root, 'target'), 'debug/rapporteur')

/** Somebody of the demo, or whoever was invited to it. */
export type Person = 'Demo Coordinator' | 'Demo Rapporteur' | 'Second Rapporteur' | 'Demo Editor' | 'Demo Staff' | 'Demo Reader' | `${string}@demo.invalid`
export type Role = 'coordinator' | 'rapporteur' | 'moderator' | 'editor' | 'translator' | 'reviewer' | 'staff' | 'reader'

/** Where pages of the demo edition are found. */
export interface Place { edition(path?: string): string }

/** The program with the demo edition, on a port and a data folder of its own. */
export class Site {
  private server: ChildProcess | null = null
  private links = new Map<string, string>()
  private log = ''

  private constructor(readonly port: number, readonly data: string) {}

  static async start(data = mkdtempSync(join(tmpdir(), 'rapporteur-'))): Promise<Site> {
    const site = new Site(await freePort(), data)
    await site.serve()
    return site
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`
  }

  edition(path = ''): string {
    return `${this.url}/editions/igf-2023${path}`
  }

  /** An operation of the demo edition. */
  api(path: string): string {
    return `${this.url}/api/editions/igf-2023/${path}`
  }

  async serve(): Promise<void> {
    const server = spawn(program, ['demo', '--listen', `127.0.0.1:${String(this.port)}`, '--data', this.data], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Which other fonts the machine has must not decide a test.
      env: { ...process.env, RAPPORTEUR_FONTS: mkdtempSync(join(tmpdir(), 'rapporteur-no-fonts-')) },
    })
    this.server = server
    let said = ''
    server.stderr.on('data', (part: Buffer) => {
      said += part.toString()
      this.log += part.toString()
    })
    await new Promise<void>((resolve, reject) => {
      server.stdout.on('data', (part: Buffer) => {
        said += part.toString()
        if (said.includes('Ctrl+C')) resolve()
      })
      server.once('exit', () => { reject(new Error(`the demo did not start:\n${said}`)) })
    })
    const lines = said.split('\n')
    lines.forEach((line, index) => {
      const link = /https?:\S+sign-in#\S+/.exec(line)?.[0]
      const who = lines[index - 1]?.trim().replace(/ \(.*/, '')
      if (link !== undefined && who !== undefined) this.links.set(who, link)
    })
  }

  async stop(): Promise<void> {
    const { server } = this
    this.server = null
    if (server === null || server.exitCode !== null) return
    await new Promise((resolve) => {
      server.once('exit', resolve)
      server.kill('SIGTERM')
    })
  }

  async end(): Promise<void> {
    await this.stop()
    rmSync(this.data, { recursive: true, force: true })
  }

  /** A single-use link; each start of the demo prints new ones. */
  link(person: Person): string {
    const link = this.links.get(person)
    if (link === undefined) throw new Error(`no link for ${person}`)
    this.links.delete(person)
    return link
  }

  /** Runs a command of the program on the site's data, as its operator would. */
  async command(...words: string[]): Promise<string> {
    return (await promisify(execFile)(program, [...words, '--data', this.data])).stdout.trim()
  }

  /** Gives somebody a role, and a link: no mail is sent yet, so it stands in the log. */
  async invite(person: `${string}@demo.invalid`, role: Role, session?: string): Promise<void> {
    await this.command('token', '--person', person, '--role', role, '--edition', 'igf-2023', ...(session === undefined ? [] : ['--session', session]))
    const before = this.log.length
    await fetch(`${this.url}/api/sign-in/request`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: person }) })
    // eslint-disable-next-line no-control-regex
    const found = () => /https?:[^\s"\x1b]+sign-in#[\w-]+/.exec(this.log.slice(before))?.[0]
    await expect.poll(found, { message: `a link for ${person} in the log` }).toBeDefined()
    this.links.set(person, found() ?? '')
  }

  /** Signs somebody in, by way of another address of the site where one is given, and opens an empty page. */
  async signIn(context: BrowserContext, person: Person, address = this.url): Promise<Page> {
    const token = this.link(person).split('#')[1]
    const answer = await context.request.post(`${address}/api/sign-in/redeem`, { data: { token } })
    expect(answer.status(), `signing ${person} in`).toBe(200)
    return context.newPage()
  }
}

/** A way to the site that can be slow or cut, as the Wi-Fi of a hall can, while the server goes on for everybody else. */
export class Network implements Place {
  /** How long everything takes in each direction, in milliseconds. */
  delay = 0
  private server: Server | null = null
  private sockets = new Set<Socket>()

  private constructor(private readonly site: Site, readonly port: number) {}

  static async to(site: Site): Promise<Network> {
    const network = new Network(site, await freePort())
    await network.join()
    return network
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`
  }

  edition(path = ''): string {
    return this.site.edition(path).replace(this.site.url, this.url)
  }

  async join(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(this.site.port, '127.0.0.1')
      for (const [socket, other] of [[near, far], [far, near]] as const) {
        this.sockets.add(socket)
        socket.setNoDelay(true)
        this.handOn(socket, other)
        // A side that breaks off takes the other along.
        socket.on('error', () => { other.destroy() })
        socket.on('close', () => {
          this.sockets.delete(socket)
          other.destroy()
        })
      }
    })
    this.server = server
    await new Promise<void>((resolve) => { server.listen(this.port, '127.0.0.1', resolve) })
  }

  /** Hands on what one side says, in its order, when the delay is over. */
  private handOn(from: Socket, to: Socket): void {
    let due = 0
    const later = (run: () => void) => {
      due = Math.max(due, Date.now() + this.delay)
      setTimeout(() => { if (!to.destroyed) run() }, Math.max(0, due - Date.now()))
    }
    from.on('data', (part) => { later(() => { to.write(part) }) })
    from.on('end', () => { later(() => { to.end() }) })
  }

  async cut(): Promise<void> {
    const { server } = this
    this.server = null
    if (server === null) return
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }
}

interface Fixtures {
  site: Site
  /** A new browser in which a person is signed in. */
  as(person: Person, options?: BrowserContextOptions): Promise<Page>
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern
  site: async ({}, use) => {
    const site = await Site.start()
    await use(site)
    await site.end()
  },
  as: async ({ browser, site }: { browser: Browser; site: Site }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (person, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
      contexts.push(context)
      return site.signIn(context, person)
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }

/** Opens the notes of a session and waits until they can be read. */
export async function openNotes(page: Page, place: Place, session: string): Promise<void> {
  await page.goto(place.edition(`/sessions/${session}`))
  await expect(text(page).locator('p').first()).toBeVisible({ timeout: 40_000 })
}

/** The text of a page. */
export function text(page: Page) {
  return page.locator('.ProseMirror')
}

export interface Block { type: string; id: string | null; text: string }

/** The blocks of the text, without the name flags of other people's carets. */
export async function blocks(page: Page): Promise<Block[]> {
  return text(page).evaluate((node) => {
    const copy = node.cloneNode(true) as HTMLElement
    for (const flag of copy.querySelectorAll('[class*="caret"], [class*="ProseMirror-widget"]')) flag.remove()
    return [...copy.children].map((block) => ({
      type: block.getAttribute('data-block') ?? '', id: block.getAttribute('data-id'), text: block.textContent ?? '',
    }))
  })
}

/** The words of each block. */
export async function words(page: Page): Promise<string[]> {
  return (await blocks(page)).map((block) => block.text)
}

/** Waits until the text holds these words, whoever's caret stands among them. */
export async function expectWords(page: Page, expected: string, timeout = 40_000): Promise<void> {
  await expect.poll(async () => (await words(page)).join('\n'), { timeout }).toContain(expected)
}

/** Selects words of the text, or puts the caret before or behind them. They may lie in several pieces of a line. */
export async function select(page: Page, sought: string, part: 'all' | 'before' | 'after' = 'all'): Promise<void> {
  await text(page).focus()
  await expect.poll(async () => text(page).evaluate(async (root, [sought, part]) => {
    const pieces: { node: Text; from: number }[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let said = ''
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest('[class*="caret"]')) continue
      pieces.push({ node, from: said.length })
      said += node.data
    }
    const at = said.indexOf(sought)
    if (at < 0) return false
    const point = (offset: number, last: boolean): [Text, number] => {
      const piece = pieces.findLast(({ from }) => (last ? from < offset : from <= offset)) ?? pieces[0]
      if (piece === undefined) throw new Error('the text is empty')
      return [piece.node, offset - piece.from]
    }
    const [start, end] = [point(at, false), point(at + sought.length, true)]
    const from = part === 'after' ? end : start
    const to = part === 'before' ? start : end
    getSelection()?.setBaseAndExtent(...from, ...to)
    // The editor hears of it by an event.
    await new Promise((resolve) => { requestAnimationFrame(() => { setTimeout(resolve) }) })
    return true
  }, [sought, part] as const), { message: `the words “${sought}” in the text` }).toBe(true)
}

/** Types at the end of a paragraph, counted from 0. */
export async function typeAtEnd(page: Page, paragraph: number, words: string): Promise<void> {
  const place = text(page).locator('p').nth(paragraph)
  await place.click()
  await page.keyboard.press('Control+End')
  await place.click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => { resolve(port) })
    })
  })
}
