import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { watchFolder } from '../../../../engine/watch-folder.ts'
import { createFolderLook } from '../../../../engine/imports/index.ts'
import { writeCall } from '../../../support/a-call.ts'
import { aRecordedWorkspace, type RecordedWorkspace } from './a-recorded-workspace.ts'

async function aWatchedFolder() {
  const own = await aRecordedWorkspace()
  const folder = join(own.folder, 'watched')
  mkdirSync(folder)
  return { ...own, watched: folder }
}

type Watched = Awaited<ReturnType<typeof aWatchedFolder>>

/** Two looks, since a file rests when two find it alike, and the import of what they find. */
async function lookTwice({ client, watched, bringIn }: Watched): Promise<string[]> {
  const found: string[] = []
  for (let time = 0; time < 2; time++) {
    const { paths } = await client.imports.look({ paths: [watched] })
    if (paths.length > 0) await bringIn(...paths)
    found.push(...paths.map((path) => basename(path)))
  }
  return found.toSorted((a, b) => (a < b ? -1 : 1))
}

const imports = async ({ client }: RecordedWorkspace) => (await client.imports.list()).length

test('a watched folder is looked at again and again, and only what is new or changed is brought in', async () => {
  const own = await aWatchedFolder()
  const call = writeCall(join(own.watched, 'a.wav')).path
  writeFileSync(join(own.watched, 'a.json'), JSON.stringify({ agentName: 'Maria Lopez' }))
  expect(await lookTwice(own)).toEqual(['a.json', 'a.wav'])
  expect(await lookTwice(own)).toEqual([])
  const before = await imports(own)
  // touched, not changed; and the same under another name
  utimesSync(call, new Date(), new Date())
  copyFileSync(call, join(own.watched, 'copy.wav'))
  expect(await lookTwice(own)).toEqual([])
  writeCall(join(own.watched, 'b.wav'), { seed: 5 })
  expect(await lookTwice(own)).toEqual(['b.wav'])
  // another call written over the first
  writeCall(call, { seed: 6 })
  expect(await lookTwice(own)).toEqual(['a.wav'])
  expect(await imports(own)).toBe(before + 2)
})

test('what was seen is known after Debrief was closed, also where its import was undone', async () => {
  const own = await aWatchedFolder()
  writeCall(join(own.watched, 'a.wav'))
  writeFileSync(join(own.watched, 'a.json'), JSON.stringify({ agentName: 'Maria Lopez' }))
  expect(await lookTwice(own)).toHaveLength(2)
  await own.client.imports.look({ paths: [own.watched] })
  const [record] = await own.client.imports.list()
  await own.client.imports.undo({ importId: record!.id })
  const again = { ...(await own.reopen()), watched: own.watched }
  expect(await lookTwice(again)).toEqual([])
  expect(await imports(again)).toBe(1)
})

test('a file that is still being written waits until it rests, and what belongs to it with it', async () => {
  const own = await aWatchedFolder()
  const whole = readFileSync(writeCall(join(own.folder, 'elsewhere.wav')).path)
  const path = join(own.watched, 'a.wav')
  writeFileSync(join(own.watched, 'a.json'), JSON.stringify({ agentName: 'Maria Lopez' }))
  writeFileSync(path, whole.subarray(0, 1000))
  const look = () => own.client.imports.look({ paths: [own.watched] })
  for (let at = 1000; at < whole.length; at += Math.ceil(whole.length / 3)) {
    expect(await look()).toEqual({ paths: [], isResting: false })
    appendFileSync(path, whole.subarray(at, at + Math.ceil(whole.length / 3)))
  }
  expect(await look()).toEqual({ paths: [], isResting: false })
  expect((await look()).paths.toSorted()).toEqual([join(own.watched, 'a.json'), path])
})

test('a sidecar that comes late is given with its recording', async () => {
  const own = await aWatchedFolder()
  writeCall(join(own.watched, 'a.wav'))
  expect(await lookTwice(own)).toEqual(['a.wav'])
  writeFileSync(join(own.watched, 'a.json'), JSON.stringify({ agentName: 'Maria Lopez' }))
  expect(await lookTwice(own)).toEqual(['a.json', 'a.wav'])
  expect(await own.client.recordings.list()).toMatchObject([{ agent: { name: 'Maria Lopez' } }])
})

test('what was found but not brought in, because Debrief ended between, is found again', async () => {
  const own = await aWatchedFolder()
  writeCall(join(own.watched, 'a.wav'))
  const look = createFolderLook(own.engine.context)
  await look([own.watched])
  expect((await look([own.watched])).paths).toHaveLength(1)
  const next = createFolderLook(own.engine.context)
  await next([own.watched])
  expect((await next([own.watched])).paths).toHaveLength(1)
})

test('the folder is watched for as long as Debrief is open, whatever becomes of it', async () => {
  const own = await aWatchedFolder()
  await own.client.recordings.setPreferences({ watchedFolder: own.watched })
  const given: string[][] = []
  const watch = watchFolder(
    own.engine.context,
    async (files) => {
      given.push(files.map(({ reference }) => ('path' in reference ? basename(reference.path) : '')))
    },
    { untold: 30, told: 30, unsettled: 20 },
  )
  onTestFinished(() => watch.close())
  writeCall(join(own.watched, 'a.wav'))
  await expect.poll(() => given).toEqual([['a.wav']])
  rmSync(own.watched, { recursive: true })
  await new Promise((resolve) => setTimeout(resolve, 100))
  writeCall(join(own.watched, 'b.wav'), { seed: 5 })
  await expect.poll(() => given).toEqual([['a.wav'], ['b.wav']])
})
