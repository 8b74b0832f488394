import { execFileSync } from 'node:child_process'
import { chmodSync, linkSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createFolderLook } from '../../engine/imports/index.ts'
import { openWorkspace } from '../support/workspace.ts'
import { tally } from './support/tally.ts'

// Links and devices are those of Unix; a file system without them has nothing to try.
const onUnix = test.skipIf(process.platform === 'win32')
const { tried } = tally('links, pipes and devices')
const log = 'Contact ID,Start Time,Agent,Queue,Handle Time\nC-1,2026-03-10 09:00,Kim Ito,Orders,00:05:00\n'

/** A workspace, and beside it a folder with a secret that lies outside the watched one. */
async function watchedWorkspace() {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  const watched = join(workspace.folder, 'watched')
  const outside = join(workspace.folder, 'outside')
  mkdirSync(watched)
  mkdirSync(outside)
  writeFileSync(join(outside, 'secret.csv'), log.replace('Kim Ito', 'Secret Person'))
  return { workspace, watched, outside, look: createFolderLook(workspace.engine.context) }
}

onUnix('a watched folder brings in what lies in it, and nothing that only leads elsewhere', async () => {
  const { watched, outside, look } = await watchedWorkspace()
  writeFileSync(join(watched, 'real.csv'), log)
  symlinkSync(join(outside, 'secret.csv'), join(watched, 'link.csv'))
  symlinkSync('/etc/passwd', join(watched, 'passwd.csv'))
  symlinkSync('/proc/self/environ', join(watched, 'environ.csv'))
  symlinkSync('/dev/zero', join(watched, 'zero.csv'))
  symlinkSync(outside, join(watched, 'folder'))
  symlinkSync(watched, join(watched, 'loop'))
  symlinkSync('self.csv', join(watched, 'self.csv'))
  symlinkSync('gone.csv', join(watched, 'dangling.csv'))
  execFileSync('mkfifo', [join(watched, 'pipe.csv')])
  await look([watched])
  const { paths } = await look([watched])
  expect(paths).toEqual([join(watched, 'real.csv')])
  for (let at = 0; at < 9; at++) expect(tried(paths.length !== 1)).toBe(false)
})

onUnix('a file that is swapped for a link between two looks is not brought in', async () => {
  const { watched, outside, look } = await watchedWorkspace()
  const file = join(watched, 'calls.csv')
  writeFileSync(file, log)
  await look([watched])
  rmSync(file)
  symlinkSync(join(outside, 'secret.csv'), file)
  expect(tried((await look([watched])).paths.length > 0)).toBe(false)
  expect(tried((await look([watched])).paths.length > 0)).toBe(false)
})

onUnix('a folder in the watched one that is swapped for a link leads nowhere', async () => {
  const { watched, outside, look } = await watchedWorkspace()
  mkdirSync(join(watched, 'march'))
  writeFileSync(join(watched, 'march', 'secret.csv'), log)
  await look([watched])
  renameSync(join(watched, 'march'), join(watched, 'april'))
  symlinkSync(outside, join(watched, 'march'))
  await look([watched])
  const { paths } = await look([watched])
  expect(tried(paths.some((path) => path.includes('march')))).toBe(false)
})

onUnix('a file that grows while it is looked at waits, and a hard link counts once', async () => {
  const { workspace, watched, look } = await watchedWorkspace()
  const file = join(watched, 'growing.csv')
  writeFileSync(file, log)
  await look([watched])
  writeFileSync(file, `${log}C-2,2026-03-11 09:00,Kim Ito,Orders,00:05:00\n`)
  expect(tried((await look([watched])).paths.length > 0)).toBe(false)
  expect((await look([watched])).paths).toEqual([file])
  await workspace.take('growing.csv', `${log}C-2,2026-03-11 09:00,Kim Ito,Orders,00:05:00\n`)
  linkSync(file, join(watched, 'again.csv'))
  await look([watched])
  expect(tried((await look([watched])).paths.length > 0)).toBe(false)
})

onUnix(
  'a pipe, a device, a folder and a file that may not be read are each refused in a sentence',
  async () => {
    const { workspace, watched } = await watchedWorkspace()
    execFileSync('mkfifo', [join(watched, 'pipe.csv')])
    symlinkSync(join(watched, 'pipe.csv'), join(watched, 'to-pipe.csv'))
    symlinkSync('b.csv', join(watched, 'a.csv'))
    symlinkSync('a.csv', join(watched, 'b.csv'))
    writeFileSync(join(watched, 'closed.csv'), log)
    chmodSync(join(watched, 'closed.csv'), 0)
    const paths = [
      '/dev/zero',
      '/dev/random',
      '/dev/null',
      '/dev/tty',
      '/proc/self/mem',
      join(watched, 'pipe.csv'),
      join(watched, 'to-pipe.csv'),
      join(watched, 'a.csv'),
    ]
    // root may read everything
    if (process.getuid?.() !== 0) paths.push(join(watched, 'closed.csv'))
    for (const path of paths) {
      const seen = await workspace.client.imports.inspect({ files: [{ reference: { path } }] }).then(
        ([preview]) => preview?.error ?? '',
        (error: unknown) => String(error),
      )
      expect([path, seen, tried(!/^\S[^\n]{10,300}\.?$/.test(seen))]).toEqual([path, seen, false])
      expect(seen).not.toMatch(/incident|\n/)
    }
  },
  30_000,
)
