import type OpenAI from 'openai'
import type { ServerKind } from './server-kind.ts'

/** A server of models, as it is asked. Plain data. */
export interface ModelServerOrder {
  /** Where its API begins: `http://127.0.0.1:8000/v1`. */
  address: string
  model: string
  /** Null where it wants none. */
  key: string | null
  /** How often a request is made again that failed for a reason that may pass. */
  retries: number
  /** How long it may take over one of them. */
  slowestAnswerMs: number
}

export interface AskingModelServer {
  signal: AbortSignal
  /** Told of each time the request goes out, the first time and again. */
  onSend?: () => void
}

/** A server that speaks OpenAI's protocol. */
export interface ModelServer {
  /** What a request comes to. Throws ModelServerProblem, or the signal's reason. */
  ask<Answer>(
    request: (client: OpenAI, signal: AbortSignal) => Promise<Answer>,
    asking: AskingModelServer,
  ): Promise<Answer>
}

/** Opens nothing yet. The client takes a sixth of a second and 36 MB to load, which only those pay who ask a server. */
export function modelServer(order: ModelServerOrder, kind: ServerKind): ModelServer {
  let opened: ModelServer | null = null
  return {
    async ask(request, asking) {
      if (opened === null) {
        const { openModelServer } = await import('./open-model-server.ts')
        opened = openModelServer(order, kind)
      }
      return opened.ask(request, asking)
    },
  }
}
