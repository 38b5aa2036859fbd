import { execFileSync } from 'node:child_process'
import { mkdtempSync, openSync, closeSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { expect, expectWords, openNotes, select, Site, test, text, words } from './site'

/** A small disk for the server's data, which can be filled to the last byte and given room again. */
class Disk {
  private constructor(readonly folder: string) {}

  /** Null where this machine does not let us have one. */
  static mount(megabytes: number): Disk | null {
    const folder = mkdtempSync(join(tmpdir(), 'small-disk-'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'none', folder], { stdio: 'ignore' })
      return new Disk(folder)
    } catch {
      rmSync(folder, { recursive: true, force: true })
      return null
    }
  }

  fill(): void {
    const file = openSync(join(this.folder, 'filler'), 'w')
    try {
      for (;;) writeSync(file, Buffer.alloc(4096))
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
    } finally {
      closeSync(file)
    }
    expect(statfsSync(this.folder).bfree).toBe(0)
  }

  makeRoom(): void {
    rmSync(join(this.folder, 'filler'))
  }

  unmount(): void {
    execFileSync('umount', [this.folder])
    rmSync(this.folder, { recursive: true, force: true })
  }
}

const onSmallDisk = test.extend<{ disk: Disk }>({
  // eslint-disable-next-line no-empty-pattern
  disk: async ({}, use) => {
    const disk = Disk.mount(32)
    base.skip(disk === null, 'a small disk can only be mounted by root')
    if (disk === null) return
    await use(disk)
    disk.unmount()
  },
  site: async ({ disk }, use) => {
    const site = await Site.start(join(disk.folder, 'data'))
    await use(site)
    await site.stop()
  },
})

onSmallDisk('while the server’s disk is full nothing is lost, the page says what is not saved, and all arrives when there is room', async ({ disk, site, as }) => {
  const [one, two] = [await as('Demo Rapporteur'), await as('Second Rapporteur')]
  await openNotes(one, site, 'rehearsal')
  await openNotes(two, site, 'rehearsal')
  await select(one, 'eleven days late.', 'after')
  await one.keyboard.type(' Before.')
  await expect(text(two)).toContainText('Before.')
  await expect(one.getByText(/On the server: everything/)).toBeVisible()

  disk.fill()
  // More than whatever room the database has left inside its files.
  await one.keyboard.insertText(` Full. ${'Nothing of this may be lost. '.repeat(2000)}`)
  await one.keyboard.type(' End.')
  await expect(one.getByText('Not saved on the server: it does not confirm what you typed').first()).toBeVisible({ timeout: 60_000 })
  await expect(one.getByText(/On this device: everything/)).toBeVisible()
  await expect(one.getByText(/waiting/)).toBeVisible()
  await expect(text(two)).not.toContainText('Full.')
  // Writing goes on, on both sides.
  await one.keyboard.type(' On.')
  await select(two, 'The moderator asked', 'before')
  await two.keyboard.type('Also. ')
  await expect(text(two)).toContainText('Also. The moderator asked')
  await expect(two.getByText('Not saved on the server: it does not confirm what you typed').first()).toBeVisible({ timeout: 60_000 })
  // A request that must store says so as well, and the server lives.
  const refused = await two.request.post(site.api('sessions/rehearsal/submit'))
  expect(refused.ok()).toBe(false)
  expect((await two.request.get(`${site.url}/healthz`)).ok()).toBe(true)

  disk.makeRoom()
  for (const page of [one, two]) {
    await expectWords(page, 'Also. The moderator asked', 60_000)
    await expectWords(page, 'End. On.', 60_000)
    await expect(page.getByText(/On the server: everything/)).toBeVisible({ timeout: 60_000 })
  }
  expect(await words(one)).toEqual(await words(two))
  // What was said to be on the server is there after a restart.
  await site.stop()
  await site.serve()
  const reader = await as('Demo Reader')
  await openNotes(reader, site, 'rehearsal')
  await expect.poll(() => words(reader)).toEqual(await words(one))
})
