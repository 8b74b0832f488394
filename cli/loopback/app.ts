import type { HttpBindings } from '@hono/node-server'
import { RPCHandler } from '@orpc/server/fetch'
import { Hono, type Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { inLanguageAsked, Problem, type Engine } from '../../engine/index.ts'
import { servePlayback } from '../../engine/playback.ts'
import { asWorkspaceChoice } from '../../engine/current-engine.ts'
import { doorPaths, type WorkspaceChoice } from '../../shared/domain/bridge.ts'
import { pageSecurityHeaders } from '../../shared/domain/page-security.ts'
import type { Access } from './access.ts'
import { failed } from './failed.ts'
import { onlySoManyAtOnce } from './flood.ts'
import { listPageFiles, pageFile } from './page-files.ts'
import { isForThisDoor, isFromThisDoor } from './whose-request.ts'
import { bytesUpTo, TooLarge } from './upload.ts'

/** The largest call: mappings and long notes fit many times over. */
const CALL_BYTES = 4 * 1024 * 1024
/** The largest uploaded file. */
const UPLOAD_BYTES = 4 * 1024 * 1024 * 1024
/** How long a request may pause in the middle of what it sends, and a call take over all of it. */
const PAUSE_MS = 30_000

export interface LoopbackOptions {
  /** The engine now open; it changes when the person opens the other workspace. */
  engine(): Engine
  openWorkspace(which: WorkspaceChoice): Promise<void>
  access: Access
  /** The only host a request may be for, e.g. `127.0.0.1:4817`; a page of another name that resolves here is refused. */
  host(): string
  pageFolder: string
  uploadBytes?: number | undefined
  pauseMs?: number | undefined
  mostRequests?: number | undefined
}

export type Door = { Bindings: HttpBindings }

/** The whole loopback door as a fetch handler. Who may ask is settled before anything else. */
export function loopbackApp(options: LoopbackOptions): Hono<Door> {
  const files = listPageFiles(options.pageFolder)
  const app = new Hono<Door>()
  guardDoor(app, options)
  app.post(doorPaths.uploads, (context) => receiveUpload(context, options))
  app.post(doorPaths.workspace, (context) => switchWorkspace(context, options))
  app.get(`${doorPaths.media}/:id{[0-9]{1,12}}`, async (context) => {
    const playback = await options
      .engine()
      .playback(Number(context.req.param('id')), callerOf(context, options))
    return 'sentence' in playback
      ? context.text(playback.sentence, 404)
      : servePlayback(playback, context.req.raw)
  })
  app.post(`${doorPaths.calls}/*`, async (context) => {
    const engine = options.engine()
    const { matched, response } = await handlerOf(engine).handle(await wholeCall(context, options), {
      prefix: doorPaths.calls,
      context: { ...engine.context, caller: callerOf(context, options) },
    })
    return matched ? response : context.text('There is no such call.', 404)
  })
  app.get(
    '*',
    async (context) => (await pageFile(files, context.req.path)) ?? context.text('Not found.', 404),
  )
  app.onError((error, context) => failed(error, context, options.engine().context.log))
  return app
}

/** Settles who may ask before anything else is answered. */
export function guardDoor(
  app: Hono<Door>,
  options: Pick<LoopbackOptions, 'access' | 'host' | 'mostRequests'>,
): void {
  app.use(securityHeaders)
  app.use(onlySoManyAtOnce(options.mostRequests))
  app.use(onlyOwnHost(options))
  app.get('/open', (context) => openLink(context, options))
  app.use(onlyWithSession(options.access, options))
}

const handlers = new WeakMap<Engine, RPCHandler<Engine['context']>>()

function handlerOf(engine: Engine): RPCHandler<Engine['context']> {
  const known = handlers.get(engine)
  if (known) return known
  const handler = new RPCHandler(engine.router, inLanguageAsked)
  handlers.set(engine, handler)
  return handler
}

const securityHeaders = createMiddleware(async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(pageSecurityHeaders)) context.res.headers.set(name, value)
  if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
})

/** Refuses requests for another host (DNS rebinding) and requests another site makes the browser send. */
function onlyOwnHost({ host }: Pick<LoopbackOptions, 'host'>) {
  return createMiddleware<Door>(async (context, next) => {
    const request = context.env.incoming
    if (!isForThisDoor(request, host()))
      return context.text('This door answers only to its own address.', 421)
    if (!isFromThisDoor(request, host())) return context.text('Only the page of this door may ask.', 403)
    return next()
  })
}

/** A call with all of what it sends, which is little: a call that dawdles ends here and holds nothing of the engine. */
async function wholeCall(context: Context<Door>, { pauseMs = PAUSE_MS }: LoopbackOptions): Promise<Request> {
  const { raw } = context.req
  if (!raw.body) return raw
  const pieces: Uint8Array[] = []
  for await (const piece of bytesUpTo({ bytes: CALL_BYTES, pauseMs, wholeMs: 2 * pauseMs }, raw.body))
    pieces.push(piece)
  const { url, method, headers, signal } = raw
  return new Request(url, { method, headers, signal, body: Buffer.concat(pieces) })
}

function cookieName(host: string): string {
  return `debrief-${host.split(':')[1] ?? ''}`
}

/** The session a request belongs to, which tells callers apart. */
function callerOf(context: Context, { access, host }: Pick<LoopbackOptions, 'access' | 'host'>): string {
  return access.sessionOf(getCookie(context, cookieName(host()))) ?? 'nobody'
}

function onlyWithSession(access: Access, { host }: Pick<LoopbackOptions, 'host'>) {
  return createMiddleware(async (context, next) => {
    if (access.sessionOf(getCookie(context, cookieName(host()))) !== null) return next()
    return context.html(
      '<!doctype html><title>Debrief</title><p>This page opens with the link that Debrief shows when it starts. Each link works once: start Debrief again for a new one.</p>',
      403,
    )
  })
}

function openLink(context: Context, { access, host }: Pick<LoopbackOptions, 'access' | 'host'>): Response {
  const known = getCookie(context, cookieName(host()))
  const isOpen = access.sessionOf(known) !== null
  if (access.useKey(context.req.query('key') ?? '') || isOpen) {
    // whoever opens a second link in the same browser stays who they are
    setCookie(context, cookieName(host()), isOpen ? known! : access.newSession(), {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    })
    // Not a redirect: a browser does not send a strict cookie along a chain that began in another program.
    return context.html(
      '<!doctype html><title>Debrief</title><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0; url=/">',
    )
  }
  return context.text('This link was already used; start Debrief again for a new one.', 403)
}

async function receiveUpload(context: Context, options: LoopbackOptions): Promise<Response> {
  const name = context.req.query('name')?.trim()
  const body = context.req.raw.body
  if (!name || !body) return context.json({ sentence: 'An upload needs a name and a content.' }, 400)
  const bytes = options.uploadBytes ?? UPLOAD_BYTES
  const content = bytesUpTo({ bytes, pauseMs: options.pauseMs ?? PAUSE_MS }, body)
  if (Number(context.req.header('content-length') ?? 0) > bytes)
    throw new TooLarge('It was announced as larger.')
  try {
    return context.json(await options.engine().receiveUpload(name, content, callerOf(context, options)))
  } catch (error) {
    if (error instanceof Problem && error.code !== 'DISK_FULL')
      return context.json({ sentence: error.message }, 403)
    throw error
  }
}

async function switchWorkspace(context: Context, { openWorkspace }: LoopbackOptions): Promise<Response> {
  const which = asWorkspaceChoice(context.req.query('open'))
  if (!which) return context.json({ sentence: 'Say which workspace to open: sample or own.' }, 400)
  await openWorkspace(which)
  return context.body(null, 204)
}
