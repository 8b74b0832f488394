import { RPCHandler } from '@orpc/server/fetch'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Engine } from '../../engine/index.ts'
import { servePlayback } from '../../engine/playback.ts'
import { asWorkspaceChoice } from '../../engine/current-engine.ts'
import { doorPaths, type WorkspaceChoice } from '../../shared/domain/bridge.ts'
import { pageSecurityHeaders } from '../../shared/domain/page-security.ts'
import { sentenceOf } from '../errors.ts'
import type { Access } from './access.ts'
import { listPageFiles, pageFile } from './page-files.ts'
import { bytesUpTo, TooLarge } from './upload.ts'

/** The largest call: mappings and long notes fit many times over. */
const CALL_BYTES = 4 * 1024 * 1024
/** The largest uploaded file. */
const UPLOAD_BYTES = 4 * 1024 * 1024 * 1024

export interface LoopbackOptions {
  /** The engine now open; it changes when the person opens the other workspace. */
  engine(): Engine
  openWorkspace(which: WorkspaceChoice): Promise<void>
  access: Access
  /** The only host a request may be for, e.g. `127.0.0.1:4817`; a page of another name that resolves here is refused. */
  host(): string
  pageFolder: string
  uploadBytes?: number | undefined
}

/** The whole loopback door as a fetch handler. Who may ask is settled before anything else. */
export function loopbackApp(options: LoopbackOptions): Hono {
  const { access } = options
  const files = listPageFiles(options.pageFolder)
  const app = new Hono()
  app.use(securityHeaders)
  app.use(onlyOwnHost(options))
  app.get('/open', (context) => openLink(context, options))
  app.use(onlyWithSession(access, options))
  app.post(doorPaths.uploads, (context) => receiveUpload(context, options))
  app.post(doorPaths.workspace, (context) => switchWorkspace(context, options))
  app.get(`${doorPaths.media}/:id{[0-9]{1,12}}`, async (context) => {
    const playback = await options.engine().playback(Number(context.req.param('id')))
    return 'sentence' in playback
      ? context.text(playback.sentence, 404)
      : servePlayback(playback, context.req.raw)
  })
  app.post(`${doorPaths.calls}/*`, bodyLimit({ maxSize: CALL_BYTES, onError: tooLarge }), async (context) => {
    const engine = options.engine()
    const handler = handlerOf(engine)
    const { matched, response } = await handler.handle(context.req.raw, {
      prefix: doorPaths.calls,
      context: engine.context,
    })
    return matched ? response : context.text('There is no such call.', 404)
  })
  app.get(
    '*',
    async (context) => (await pageFile(files, context.req.path)) ?? context.text('Not found.', 404),
  )
  app.onError((error, context) => context.json({ sentence: sentenceOf(error) }, 500))
  return app
}

const handlers = new WeakMap<Engine, RPCHandler<Engine['context']>>()

function handlerOf(engine: Engine): RPCHandler<Engine['context']> {
  const known = handlers.get(engine)
  if (known) return known
  const handler = new RPCHandler(engine.router)
  handlers.set(engine, handler)
  return handler
}

const securityHeaders = createMiddleware(async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(pageSecurityHeaders)) context.res.headers.set(name, value)
  if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
})

/**
 * Refuses requests for another host (DNS rebinding) and requests another site makes the browser send: a writing request must
 * name this origin, and a reading one must not come from elsewhere.
 */
function onlyOwnHost({ host }: LoopbackOptions) {
  return createMiddleware(async (context, next) => {
    if (context.req.header('host') !== host())
      return context.text('This door answers only to its own address.', 421)
    const origin = context.req.header('origin')
    const isReading = context.req.method === 'GET' || context.req.method === 'HEAD'
    const isOwnOrigin = origin === `http://${host()}`
    if (isReading ? origin !== undefined && !isOwnOrigin : !isOwnOrigin)
      return context.text('Only the page of this door may ask.', 403)
    return next()
  })
}

function cookieName(host: string): string {
  return `debrief-${host.split(':')[1] ?? ''}`
}

function onlyWithSession(access: Access, { host }: LoopbackOptions) {
  return createMiddleware(async (context, next) => {
    if (access.isSession(getCookie(context, cookieName(host())))) return next()
    return context.html(
      '<!doctype html><title>Debrief</title><p>This page opens with the link that Debrief shows when it starts. Each link works once: start Debrief again for a new one.</p>',
      403,
    )
  })
}

function openLink(context: Context, { access, host }: LoopbackOptions): Response {
  const isOpen = access.isSession(getCookie(context, cookieName(host())))
  if (access.useKey(context.req.query('key') ?? '') || isOpen) {
    setCookie(context, cookieName(host()), access.sessionSecret, {
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
  const limit = options.uploadBytes ?? UPLOAD_BYTES
  if (Number(context.req.header('content-length') ?? 0) > limit) return tooLarge(context)
  try {
    return context.json(await options.engine().receiveUpload(name, bytesUpTo(limit, body)))
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge(context)
    throw error
  }
}

async function switchWorkspace(context: Context, { openWorkspace }: LoopbackOptions): Promise<Response> {
  const which = asWorkspaceChoice(context.req.query('open'))
  if (!which) return context.json({ sentence: 'Say which workspace to open: sample or own.' }, 400)
  await openWorkspace(which)
  return context.body(null, 204)
}

function tooLarge(context: Context): Response {
  return context.json({ sentence: 'That is larger than Debrief takes at once.' }, 413)
}
