import type { ServerOptions } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { createMiddleware } from 'hono/factory'

/** A page asks for six things at once, and one of them stays open; ten pages of the same person are still far below this. */
const MOST_REQUESTS = 100
/** Connections, asking or not, beyond which new ones are closed without an answer. */
export const MOST_CONNECTIONS = 200

/** How long somebody may take to say what they want. The content of a request has its own clock (`bytesUpTo`). */
export const patience: ServerOptions = {
  headersTimeout: 10_000,
  // an upload from a slow drive is no attack
  requestTimeout: 0,
  connectionsCheckingInterval: 2000,
  maxHeaderSize: 16 * 1024,
}

/** Refuses what comes while too many requests are being answered: whoever floods the door keeps the engine from its work. */
export function onlySoManyAtOnce(most = MOST_REQUESTS) {
  let open = 0
  return createMiddleware<{ Bindings: HttpBindings }>(async (context, next) => {
    if (open >= most) {
      context.header('retry-after', '1')
      return context.text('Too many requests at once; try again in a moment.', 429)
    }
    open += 1
    // an answer that is sent bit by bit counts until its end
    context.env.outgoing.once('close', () => {
      open -= 1
    })
    return next()
  })
}
