import { leftOutLines } from '../terminal/left-out.ts'
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from '../../engine/direct-client.ts'
import type { ImportReport } from '../../shared/contract/imports.ts'
import type { RecordingOutcome, TranscriptionServer } from '../../shared/contract/recordings.ts'
import { command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { runJob } from '../terminal/job.ts'
import { table } from '../terminal/table.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** How often a watched place is looked at. */
const LOOK_EVERY_MS = 5000
/** How soon again where a file may still be being written. */
const LOOK_AGAIN_MS = 1000

export const transcribe = command({
  name: 'transcribe',
  usage: 'transcribe [PATH...] [--model FILE | --server URL --model NAME] [--parallel N] [--watch]',
  summary: 'Turn recordings into words: those in files or folders, else all that have none yet.',
  options: {
    model: { type: 'string' },
    server: { type: 'string' },
    parallel: { type: 'string' },
    watch: { type: 'boolean' },
  },
  positionals: { least: 0, most: Number.POSITIVE_INFINITY },
  async run({ values, positionals, terminal, isJson, open }) {
    if (values.watch && positionals.length === 0)
      throw new UsageError('transcribe --watch needs a folder to watch.')
    const client = await open('create')
    const paths = positionals.map((path) => terminal.resolve(path))
    const recogniser = recogniserOf(values, terminal)
    if (!values.watch) {
      const came = await bringInAndTranscribe(client, terminal, paths, paths, recogniser)
      const text = [describe(came), ...(await leftOutLines(client))].join('\n')
      return { data: came, text, isFailure: hasFailure(came) }
    }
    const stop = stopOnInterrupt()
    terminal.note(`Watching ${paths.join(', ')}; Ctrl-C ends it.`)
    const tell = async (came: Came) => {
      if (came.recordings.length > 0 || hasFailure(came))
        await terminal.write(isJson ? `${JSON.stringify(came)}\n` : `${describe(came)}\n`)
    }
    /** What did not work is tried again with what comes next. */
    let owed: string[] = []
    const work = async (found: readonly string[], wanted: string[]) => {
      const came = await bringInAndTranscribe(client, terminal, found, wanted, recogniser)
      owed = came.recordings.some(({ outcome }) => outcome === 'failed') ? wanted : []
      await tell(came)
    }
    // what was brought in before and has no words yet
    await work([], paths)
    while (!stop.aborted) {
      const { paths: found, isResting } = await client.imports.look({ paths })
      if (found.length > 0) await work(found, [...owed, ...found])
      await wait(isResting ? LOOK_EVERY_MS : LOOK_AGAIN_MS, undefined, { signal: stop }).catch(() => {})
    }
    return null
  },
})

/** What the command line chooses for this once. */
interface Recogniser {
  modelPath?: string
  server?: TranscriptionServer
}

const PARALLEL = 4

function recogniserOf(
  { model, server, parallel }: { model?: string; server?: string; parallel?: string },
  terminal: Terminal,
): Recogniser {
  if (server === undefined) {
    if (parallel !== undefined) throw new UsageError('--parallel goes with --server.')
    return model === undefined ? {} : { modelPath: terminal.resolve(model) }
  }
  if (model === undefined) throw new UsageError('--server needs the name of one of its models: --model NAME.')
  const wanted = parallel === undefined ? PARALLEL : Number(parallel)
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 32)
    throw new UsageError('--parallel is a whole number from 1 to 32.')
  return { server: { address: server, model, parallel: wanted } }
}

interface Came {
  imports: ImportReport[]
  recordings: RecordingOutcome[]
}

async function bringInAndTranscribe(
  client: Client,
  terminal: Terminal,
  bringIn: readonly string[],
  paths: string[],
  recogniser: Recogniser,
): Promise<Came> {
  let imports: ImportReport[] = []
  if (bringIn.length > 0) {
    const files = bringIn.map((path) => ({ reference: { path } }))
    const job = await runJob(client, terminal, () => client.imports.start({ files }))
    imports = await client.imports.reports({ jobId: job.id })
  }
  const job = await runJob(client, terminal, () =>
    client.recordings.transcribe({
      ...(paths.length > 0 && { paths }),
      ...recogniser,
    }),
  )
  return { imports, recordings: await client.recordings.outcomes({ jobId: job.id }) }
}

function hasFailure({ imports, recordings }: Came): boolean {
  return imports.some(({ error }) => error !== null) || recordings.some(({ outcome }) => outcome === 'failed')
}

function describe({ imports, recordings }: Came): string {
  const rows = recordings.map(({ name, outcome, segments, discarded }) => [
    name,
    outcome,
    segments,
    discarded.silent + discarded.improbable + discarded.repeated,
  ])
  const remarks = [
    ...imports.flatMap(({ file, error }) => (error === null ? [] : [`${file}: ${error}`])),
    ...recordings.flatMap(({ name, error }) => (error === null ? [] : [`${name}: ${error}`])),
  ]
  if (rows.length === 0) return ['Every recording has its words already.', ...remarks].join('\n')
  return [table(['recording', 'outcome', 'turns', 'left out'], rows), ...remarks].join('\n')
}

function stopOnInterrupt(): AbortSignal {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  return stop.signal
}
