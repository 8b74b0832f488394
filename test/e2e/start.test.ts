import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createEngine } from '../../engine/index.ts'
import { startServing } from '../support/terminal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('npm start without a display says so in one line and opens the sample through the loopback door', async () => {
  const standsIn = temporaryFolder()
  const startedAt = performance.now()
  const serving = await startServing('start.ts', ['--port', '0'], standsIn)
  expect(performance.now() - startedAt).toBeLessThan(20_000)
  expect(serving.stdout).toMatch(
    /^There is no display for the desktop app, so Debrief opens in the browser: http:\/\/127\.0\.0\.1:\d+\/open\?key=[\w-]{43} \(Ctrl-C stops it\)\n$/,
  )
  expect((await fetch(serving.url)).status).toBe(200)
  expect(await serving.stop('SIGINT')).toBe(0)
}, 60_000)

test('npm start opens the page of a damaged workspace, which says what can be done', async () => {
  const standsIn = temporaryFolder()
  const workspace = join(standsIn, 'mine')
  await (await createEngine({ workspace, takesPaths: true })).close()
  const file = join(workspace, 'debrief.sqlite')
  writeFileSync(file, readFileSync(file).fill(0x11, 4096 * 3, 4096 * 9))
  const serving = await startServing('start.ts', ['--port', '0', '--workspace', 'mine'], standsIn)
  const entered = await fetch(serving.url, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const page = await fetch(new URL(serving.url).origin, { headers: { cookie } })
  expect(await page.text()).toContain('The workspace file is damaged')
  expect(await serving.stop('SIGINT')).toBe(0)
}, 60_000)

test('debrief serve gives its link as JSON, answers, and ends cleanly when it is told to', async () => {
  const standsIn = temporaryFolder()
  mkdirSync(join(standsIn, 'mine'))
  const serving = await startServing(
    'debrief.ts',
    ['serve', '--json', '--port', '0', '--workspace', 'mine'],
    standsIn,
  )
  expect(JSON.parse(serving.stdout)).toEqual({ url: serving.url, workspace: join(standsIn, 'mine') })
  const { origin } = new URL(serving.url)
  const entered = await fetch(serving.url)
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const watching = fetch(`${origin}/rpc/jobs/watch`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: '{}',
  })
  expect((await watching).status).toBe(200)
  const stoppedAt = performance.now()
  expect(await serving.stop('SIGTERM')).toBe(0)
  expect(performance.now() - stoppedAt).toBeLessThan(5000)
})
