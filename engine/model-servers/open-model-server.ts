import OpenAI from 'openai'
import type { ModelServer, ModelServerOrder } from './model-server.ts'
import { serverFetch } from './server-fetch.ts'
import type { ServerKind } from './server-kind.ts'
import { serverProblem } from './server-problem.ts'

/** The server with its client, which this file loads. */
export function openModelServer(order: ModelServerOrder, kind: ServerKind): ModelServer {
  const client = new OpenAI({
    baseURL: order.address,
    // the library takes none from the environment, and servers that want none ignore it
    apiKey: order.key ?? 'none',
    organization: null,
    project: null,
    // 0.5 s to 8 s apart, or as long as the server says: after 408, 409, 429, 5xx and lost connections
    maxRetries: order.retries,
    // ends it later than the request itself does, which knows why
    timeout: order.slowestAnswerMs * 2,
    logLevel: 'off',
  })
  return {
    async ask(request, { signal, onSend }) {
      const hopeless = new AbortController()
      const asking = client.withOptions({
        fetch: serverFetch(kind, {
          slowestAnswerMs: order.slowestAnswerMs,
          giveUp: (problem) => hopeless.abort(problem),
          onSend,
        }),
      })
      try {
        return await request(asking, AbortSignal.any([signal, hopeless.signal]))
      } catch (error) {
        signal.throwIfAborted()
        throw serverProblem(hopeless.signal.aborted ? hopeless.signal.reason : error, order, kind)
      }
    },
  }
}
