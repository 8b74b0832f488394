import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inThread } from '../../../engine/backups/in-thread.ts'
import { openFile } from '../../../engine/imports/readers/index.ts'
import { recogniseTable } from '../../../engine/imports/recognise/index.ts'
import { streamRows } from '../../../engine/imports/row-stream/stream-rows.ts'
import { listenToFile } from '../../../engine/recordings/listening/listen-to-file.ts'
import { startNodeChild, transcriptionProcess } from '../../../engine/recordings/transcription/index.ts'
import { speakingIn } from '../../../engine/speaking-in.ts'
import { keys } from '../../../engine/store/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Threads and processes of the engine are asked from a call, and what they say of a problem is in its language.

/** What is said of the failure of `task` in English and in German, each asked for while the other is under way. */
async function failures(task: () => Promise<unknown>): Promise<[english: string, german: string]> {
  const said = (language: string) =>
    speakingIn(language, task).then(
      () => 'It did not fail.',
      (error: unknown) => (error as Error).message,
    )
  return Promise.all([said('en'), said('de')])
}

async function anImport(path: string) {
  const rows = Array.from({ length: 40 }, (_, row) => {
    const start = row === 7 ? '2026-13-45 25:00' : `2026-03-${10 + (row % 9)} 10:00`
    return `c${row},${start},Billing,Ada Okafor,00:01:00`
  })
  writeFileSync(path, ['Contact ID,Start Time,Queue,Agent Name,Talk Time', ...rows].join('\n'))
  const opened = await openFile(path)
  if (opened.form !== 'table') throw new Error('no table')
  const table = opened.tables[0]!
  const { mapping } = recogniseTable({ ...table, fileName: path, sheetName: null }, { timeZone: 'UTC' })
  const url = new URL('../../../engine/imports/row-stream/read-rows.worker.ts', import.meta.url)
  const order = {
    path,
    bytes: 1,
    tableIndex: 0,
    table,
    mapping,
    filePeriod: null,
    customerKey: Buffer.alloc(32),
  }
  /** Reads it in a thread; why rows were set aside. */
  return async () => {
    const why: string[] = []
    const sink = {
      take() {},
      skip() {},
      setAside: ({ message }: { message: string }) => void why.push(message),
    }
    await streamRows(order, sink, {}, { fromBytes: 0, url })
    return why
  }
}

test('the thread that reads rows says in the language of its import why it sets one aside', async () => {
  const read = await anImport(join(temporaryFolder(), 'log.csv'))
  expect(await Promise.all([speakingIn('en', read), speakingIn('de', read)])).toEqual([
    ['"2026-13-45 25:00" in "Start Time" cannot be read as a date.'],
    ['„2026-13-45 25:00“ in „Start Time“ kann nicht als Datum gelesen werden.'],
  ])
})

test('the thread that reads rows says in the language of its import that it cannot', async () => {
  const path = join(temporaryFolder(), 'gone.csv')
  const read = await anImport(path)
  rmSync(path)
  expect(await failures(read)).toEqual([
    'gone.csv is no longer there; export it again or choose it from where it is now.',
    'gone.csv ist nicht mehr da; exportieren Sie die Datei noch einmal oder wählen Sie sie dort, wo sie jetzt liegt.',
  ])
})

test('the thread that listens says in the language of its call why it cannot', async () => {
  const path = join(temporaryFolder(), 'empty.wav')
  writeFileSync(path, '')
  expect(await failures(() => listenToFile(path))).toEqual([
    'This file is empty: zero bytes.',
    'Diese Datei ist leer: null Byte.',
  ])
})

test('the process that transcribes says in the language of each order why it cannot', async () => {
  const children = transcriptionProcess(startNodeChild)
  const path = join(temporaryFolder(), 'gone.wav')
  const recogniser = {
    kind: 'whisper' as const,
    modelPath: join(temporaryFolder(), 'none.bin'),
    languageCode: null,
    prompt: null,
    threads: 1,
  }
  const ask = () =>
    children.ask(
      { path, speech: [[{ startMs: 0, endMs: 1000 }]], recogniser },
      { signal: new AbortController().signal, onProgress() {} },
    )
  // it does one thing after the other
  const said: string[] = []
  for (const language of ['en', 'de'])
    await speakingIn(language, ask).catch((error: unknown) => said.push((error as Error).message))
  children.close()
  expect(said.map((sentence) => sentence.replace(recogniser.modelPath, 'none.bin'))).toEqual([
    'none.bin could not be loaded as a speech model; download it again.',
    'none.bin konnte nicht als Transkriptionsmodell geladen werden; laden Sie es noch einmal herunter.',
  ])
})

const damaged = [
  'The workspace file is damaged; nothing was changed. Save what can be read with "debrief salvage --in-place"; a backup then brings back what is missing.',
  'Die Datei des Arbeitsbereichs ist beschädigt; es wurde nichts geändert. Retten Sie mit „debrief salvage --in-place“, was sich lesen lässt; eine Sicherung bringt danach zurück, was fehlt.',
]

test('the thread that copies says in the language of its backup what is wrong with the copy, and why it makes none', async () => {
  const folder = temporaryFolder()
  const [empty, text] = [join(folder, 'empty.sqlite'), join(folder, 'text.sqlite')]
  writeFileSync(empty, '')
  writeFileSync(text, 'This is no database. '.repeat(400))
  expect(await failures(() => inThread({ source: null, target: empty, folder, keys: null }))).toEqual([
    'That file is no workspace of Debrief.',
    'Diese Datei ist kein Arbeitsbereich von Debrief.',
  ])
  const copying = { source: text, target: join(folder, 'copy.sqlite'), folder, keys: null }
  expect(await failures(() => inThread(copying))).toEqual(damaged)
})

test('the thread that encrypts says in the language of its call why it cannot', async () => {
  const file = join(temporaryFolder(), 'text.sqlite')
  writeFileSync(file, 'This is no database. '.repeat(400))
  const said = await failures(() =>
    keys.writeInThread({ way: 'copy', file, target: `${file}-copy`, keys: null }),
  )
  expect(said).toEqual(damaged)
})
