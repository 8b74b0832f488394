import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serve as listen, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import type { WorkspaceChoice } from '../shared/domain/bridge.ts'
import { createAccess } from './loopback/access.ts'
import { loopbackApp, type Door } from './loopback/app.ts'
import { MOST_CONNECTIONS, patience } from './loopback/flood.ts'
import { directClient, type Client } from '../engine/direct-client.ts'
import { Failure } from './errors.ts'
import { openCurrentEngine, type CurrentEngine } from '../engine/current-engine.ts'
import { Problem } from '../engine/index.ts'
import type { MachinePolicy } from '../engine/machine-policy.ts'
import { troubleApp } from './loopback/trouble-app.ts'

/** The port tried first, so that the page keeps its settings from one start to the next. */
const USUAL_PORT = 47_100
/** How long open connections may finish when the door closes. */
const GRACE_MS = 500

export interface LoopbackDoor {
  /** A link that opens the page once. */
  url: string
  /** One more link, after the first was used. */
  newUrl(): string
  origin: string
  /** Whether a workspace could be opened; else the page says why not, and what can be done. */
  isOpen(): boolean
  /** The same engine as the page has, for the process that holds the door; throws where none is open. */
  client(): Client
  /** Resolves when the door has closed (`close`, SIGINT or SIGTERM). */
  stopped: Promise<void>
  close(): Promise<void>
}

export interface LoopbackDoorOptions {
  /** The folders of the two workspaces the page can open. */
  folders: Record<WorkspaceChoice, string>
  /** The one to open now. */
  first: WorkspaceChoice
  port?: number | undefined
  /** Resolves when the page is built; the workspace is opened meanwhile. */
  whenBuilt?: Promise<unknown>
  /** The built page; where the build leaves it, unless told otherwise. */
  pageFolder?: string
  uploadBytes?: number
  machinePolicy?: MachinePolicy
  /** How long a request may pause in the middle of what it sends. */
  pauseMs?: number
  /** How many requests are answered at once. */
  mostRequests?: number
  /** The clock; the computer's, unless told otherwise. */
  now?: () => number
}

/**
 * Opens the loopback door: the engine on a workspace and the built page on 127.0.0.1. Without `port` it takes the usual one, or any
 * free one where that is taken. A workspace that is too new or damaged gets a page that says so and what can be done. Throws one sentence when
 * the page was not built or the workspace cannot be opened for another reason.
 */
export async function openLoopbackDoor(options: LoopbackDoorOptions): Promise<LoopbackDoor> {
  const pageFolder = options.pageFolder ?? builtPageFolder()
  const { folders, first } = options
  const open = (which: WorkspaceChoice, from = folders) =>
    openCurrentEngine({
      folders: from,
      first: which,
      takesPaths: false,
      ...(options.machinePolicy && { machinePolicy: options.machinePolicy }),
      ...(options.now && { now: options.now }),
    })
  const opening = open(first).catch(asTrouble)
  const page = Promise.resolve(options.whenBuilt).then(() => requirePage(pageFolder))
  const [opened] = await Promise.all([opening, page]).catch(async (error: unknown) => {
    await opening.then((one) => ('close' in one ? one.close() : undefined)).catch(() => {})
    throw error
  })
  const access = createAccess()
  let host = ''
  let current: CurrentEngine | null = null
  let app: Hono<Door>
  const show = (engine: CurrentEngine) => {
    current = engine
    app = loopbackApp({
      engine: engine.engine,
      openWorkspace: engine.open,
      access,
      host: () => host,
      pageFolder,
      uploadBytes: options.uploadBytes,
      pauseMs: options.pauseMs,
      mostRequests: options.mostRequests,
    })
  }
  /** The page of a workspace that cannot be opened: from the start, or once its passphrase was given. */
  const troubleOf = (problem: Problem, which: WorkspaceChoice, former: CurrentEngine | null) =>
    troubleApp({
      problem,
      folder: folders[which],
      access,
      host: () => host,
      canOpenSample: which !== 'sample',
      async openInstead(wanted) {
        if (current !== former) return
        show(
          wanted === 'sample' ? await open('sample') : await open('own', { ...folders, own: wanted.folder }),
        )
        await former?.close()
      },
    })
  let shown: { app: Hono<Door>; of: Problem } | null = null
  const appNow = () => {
    const of = current?.engine().context.locked
    const which = current?.which()
    // a backup that is only looked at has a way back on its own page
    if (!isTrouble(of) || typeof which !== 'string') return app
    if (shown?.of !== of) shown = { app: troubleOf(of, which, current), of }
    return shown.app
  }
  if ('close' in opened) show(opened)
  else app = troubleOf(opened, first, null)
  const closeEngine = async () => current?.close()
  const server = await startListening((request, env) => appNow().fetch(request, env), options.port).catch(
    async (error: unknown) => {
      await closeEngine()
      throw error
    },
  )
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const newUrl = () => `http://${host}/open?key=${access.newKey()}`
  const { stopped, close } = closing(server, closeEngine)
  return {
    url: newUrl(),
    newUrl,
    origin: `http://${host}`,
    stopped,
    close,
    isOpen: () => current !== null,
    client() {
      if (!current) throw new Failure('No workspace is open.')
      return directClient(current.engine())
    },
  }
}

/** A workspace that is too new or damaged has a page of its own; for everything else the door stays shut. */
function asTrouble(error: unknown): Problem {
  if (isTrouble(error)) return error
  throw error
}

function isTrouble(error: unknown): error is Problem {
  return (
    error instanceof Problem && (error.code === 'WORKSPACE_TOO_NEW' || error.code === 'WORKSPACE_DAMAGED')
  )
}

function requirePage(folder: string): void {
  if (!existsSync(join(folder, 'index.html')))
    throw new Failure('The page is not built yet: run "npm run build" once, or "npm start", which does it.')
}

/** Where the build leaves the page, from the source tree and from the built door alike. */
function builtPageFolder(): string {
  const fromSource = join(import.meta.dirname, '..', 'dist', 'renderer')
  const fromBuild = join(import.meta.dirname, '..', 'renderer')
  return import.meta.filename.endsWith('.ts') ? fromSource : fromBuild
}

async function startListening(
  fetch: Parameters<typeof listen>[0]['fetch'],
  port?: number,
): Promise<ServerType> {
  const at = (wanted: number) =>
    new Promise<ServerType>((resolve, reject) => {
      const server = listen({ fetch, port: wanted, hostname: '127.0.0.1', serverOptions: patience }, () =>
        resolve(server),
      )
      server.maxConnections = MOST_CONNECTIONS
      server.once('error', reject)
    })
  if (port !== undefined) return at(port)
  return at(USUAL_PORT).catch(() => at(0))
}

function closing(server: ServerType, closeEngine: () => Promise<void>) {
  const closed = Promise.withResolvers<void>()
  let isClosing = false
  const close = async () => {
    if (isClosing) return closed.promise
    isClosing = true
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
    const drained = new Promise<void>((resolve) => server.close(() => resolve()))
    const hurry = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS)
    try {
      await closeEngine()
      await drained
      closed.resolve()
    } catch (error) {
      closed.reject(error)
    } finally {
      clearTimeout(hurry)
    }
    return closed.promise
  }
  const onSignal = () => void close()
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return { stopped: closed.promise, close }
}
