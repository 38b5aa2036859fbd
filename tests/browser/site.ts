// A running demo of one's own, people signed in to it, and what every test asks of a page.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page, test as base } from '@playwright/test'

const root = join(__dirname, '../..')
const program = join(process.env['CARGO_TARGET_DIR'] ?? join(root, 'target'), 'debug/rapporteur')

export type Person = 'Demo Coordinator' | 'Demo Rapporteur' | 'Second Rapporteur' | 'Demo Editor' | 'Demo Staff' | 'Demo Reader'

/** The program with the demo edition, on a port and a data folder of its own. */
export class Site {
  private server: ChildProcess | null = null
  private links = new Map<string, string>()

  private constructor(readonly port: number, readonly data: string) {}

  static async start(): Promise<Site> {
    const site = new Site(await freePort(), mkdtempSync(join(tmpdir(), 'rapporteur-')))
    await site.serve()
    return site
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`
  }

  edition(path = ''): string {
    return `${this.url}/editions/igf-2023${path}`
  }

  async serve(): Promise<void> {
    const server = spawn(program, ['demo', '--listen', `127.0.0.1:${String(this.port)}`, '--data', this.data], { stdio: ['ignore', 'pipe', 'pipe'] })
    this.server = server
    let said = ''
    server.stderr.on('data', (part: Buffer) => { said += part.toString() })
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

  async signIn(context: BrowserContext, person: Person): Promise<Page> {
    const page = await context.newPage()
    await page.goto(this.link(person))
    await page.getByRole('button', { name: /continue/i }).click()
    await page.waitForURL(/\/editions\//)
    return page
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
export async function openNotes(page: Page, site: Site, session: string): Promise<void> {
  await page.goto(site.edition(`/sessions/${session}`))
  await expect(text(page).locator('p').first()).toBeVisible({ timeout: 40_000 })
}

/** The text of a page. */
export function text(page: Page) {
  return page.locator('.ProseMirror')
}

/** The words of the text, without the name flags of other people's carets. */
export async function words(page: Page): Promise<string[]> {
  return text(page).evaluate((node) => {
    const copy = node.cloneNode(true) as HTMLElement
    for (const flag of copy.querySelectorAll('[class*="caret"], [class*="ProseMirror-widget"]')) flag.remove()
    return [...copy.children].map((block) => block.textContent)
  })
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
