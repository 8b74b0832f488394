import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { t } from '#speech'
import { Problem } from '../../problem.ts'
import { addressOf, catalogueModels, fileNameOf, type CatalogueModel } from './catalogue.ts'
import { fetchFrom } from './fetch-from.ts'
import { modelsFolder } from './models-folder.ts'

/** A server that says nothing for this long is given up. */
const SILENCE_MS = 60_000
/** Room that must be left on the disk afterwards. */
const SPARE_BYTES = 500_000_000

/** Lets the caller follow and stop a download. */
interface Following {
  signal: AbortSignal
  onProgress(share0to1: number, step: string): void
}

/** A model that is here now, where from and with which hash; `isNew` false where it was before. */
interface Downloaded {
  path: string
  host: string
  sha1: string
  isNew: boolean
}

/**
 * Downloads a model of the catalogue into the models' folder. What an earlier attempt fetched is gone on from, the
 * hash is checked at the end, and only a whole model ever has its name. `NOT_FOUND` for a name the catalogue has not, `DISK_FULL`
 * beforehand where it would not fit, `FILE_UNREADABLE` where the server does not give it or gives something else.
 */
export async function downloadSpeechModel(name: string, following: Following): Promise<Downloaded> {
  const model = catalogueModels.find((one) => one.name === name)
  if (!model)
    throw new Problem(
      'NOT_FOUND',
      t`The catalogue has no model called ${{ name }}; "debrief models" lists them.`,
    )
  const folder = modelsFolder()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const target = path.join(folder, fileNameOf(name))
  const come = { path: target, host: new URL(addressOf(model)).host, sha1: model.sha1 }
  if (await stat(target).catch(() => null)) return { ...come, isNew: false }
  const part = `${target}.part`
  await checkRoom(folder, model, await sizeOf(part))
  await fetchRest(model, part, following)
  following.onProgress(1, t`Checking it`)
  if ((await sha1OfFile(part, following.signal)) !== model.sha1) {
    await rm(part, { force: true })
    throw new Problem(
      'FILE_UNREADABLE',
      t`What ${{ address: addressOf(model) }} gave for the model ${{ name }} is not that model, so it was removed; try again, or use another address.`,
    )
  }
  await rename(part, target)
  return { ...come, isNew: true }
}

async function checkRoom(folder: string, model: CatalogueModel, already: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const needed = model.megabytes * 1_000_000 - already
  if (bavail * bsize >= needed + SPARE_BYTES) return
  throw new Problem(
    'DISK_FULL',
    t`The model ${{ name: model.name }} needs ${{ needed: Math.ceil(needed / 1_000_000) }} MB and some room to spare, and there are ${{ left: Math.floor((bavail * bsize) / 1_000_000) }} MB left; make room or choose a smaller one.`,
  )
}

async function fetchRest(model: CatalogueModel, part: string, following: Following): Promise<void> {
  const from = await sizeOf(part)
  const silence = silenceGuard(following.signal)
  const answer = await fetchFrom(`${addressOf(model)}/${fileNameOf(model.name)}`, {
    headers: from > 0 ? { range: `bytes=${from}-` } : {},
    signal: silence.signal,
  }).catch((error: unknown) => {
    throw asNetworkProblem(model, error, following.signal)
  })
  // all of it is here already
  if (answer.status === 416) return silence.stop()
  if (!answer.ok || !answer.body) {
    silence.stop()
    throw new Problem(
      'FILE_UNREADABLE',
      t`${{ address: addressOf(model) }} does not give the model ${{ name: model.name }} (it answered ${{ status: answer.status }}); try again later, or use another address.`,
    )
  }
  const isResumed = answer.status === 206
  const handle = await open(part, isResumed ? 'a' : 'w', 0o600)
  let bytes = isResumed ? from : 0
  const total = bytes + Number(answer.headers.get('content-length') ?? model.megabytes * 1_000_000)
  try {
    for await (const piece of answer.body) {
      silence.heard()
      await handle.write(piece as Uint8Array)
      bytes += (piece as Uint8Array).length
      following.onProgress(
        Math.min(0.99, bytes / total),
        t`${{ done: Math.round(bytes / 1_000_000) }} of ${{ all: Math.round(total / 1_000_000) }} MB`,
      )
    }
  } catch (error) {
    throw asNetworkProblem(model, error, following.signal)
  } finally {
    silence.stop()
    await handle.close()
  }
}

/** Aborts with the caller's signal, or when nothing has come for too long. */
function silenceGuard(signal: AbortSignal) {
  const tooLong = new AbortController()
  let timer = setTimeout(() => tooLong.abort(), SILENCE_MS)
  return {
    signal: AbortSignal.any([signal, tooLong.signal]),
    heard() {
      clearTimeout(timer)
      timer = setTimeout(() => tooLong.abort(), SILENCE_MS)
    },
    stop: () => clearTimeout(timer),
  }
}

/** A full disk and a cancelled download are what they are; anything else is the network. */
function asNetworkProblem(model: CatalogueModel, error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason
  if (error instanceof Problem) return error
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return error
  return new Problem(
    'FILE_UNREADABLE',
    t`The model ${{ name: model.name }} could not be fetched from ${{ address: addressOf(model) }}: the connection broke off. Start it again; it goes on where it stopped.`,
    { cause: error },
  )
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0
}

/** Whisper.cpp publishes SHA-1: enough to tell a torn file, and the address is the publisher's own over TLS. */
async function sha1OfFile(file: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha1')
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash, { signal })
  return hash.digest('hex')
}
