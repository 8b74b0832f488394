import { t } from '#speech'
import { asCaller } from '../engine/as-caller.ts'
import path from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import { openCurrentEngine, type CurrentEngine, type CurrentEngineOptions } from '../engine/current-engine.ts'
import { directClient } from '../engine/direct-client.ts'
import { inLanguageAsked } from '../engine/index.ts'
import type { EngineAnswer, ServiceOrder } from './engine-messages.ts'
import { workFollower } from './work.ts'
import { leaveWorkspaceFile } from './workspace-file.ts'

/** A port as Electron and Node give it: it says nothing until it is started. */
export type EnginePort = SupportedMessagePort & { start(): void }

/**
 * The engine behind MessagePorts: opens a workspace when told to, answers calls on every port it is given, closes. `answer` reaches
 * whoever gives the orders. Orders are carried out one after the other.
 */
export function engineService(
  options: CurrentEngineOptions,
  answer: (answer: EngineAnswer) => void,
): (order: ServiceOrder, port?: EnginePort) => Promise<void> {
  let current: CurrentEngine | null = null
  let before: Promise<void> = Promise.resolve()
  const work = workFollower(
    () => current,
    (found) => answer({ type: 'work', work: found }),
  )

  async function carryOut(order: ServiceOrder, port?: EnginePort): Promise<void> {
    switch (order.type) {
      case 'open': {
        const which = order.which === 'usual' ? options.first : order.which
        if (current) await current.open(which)
        else current = await openCurrentEngine({ ...options, first: which })
        const folder = current.engine().context.workspaceDir
        const isSample = folder === path.resolve(options.folders.sample)
        if (!isSample && current.engine().context.write) leaveWorkspaceFile(folder)
        return answer({ type: 'opened', folder, isSample, pid: process.pid })
      }
      case 'connect': {
        if (!current || !port) return
        const { router, context } = current.engine()
        new RPCHandler(router, inLanguageAsked).upgrade(port, { context: asCaller(context, order.caller) })
        return port.start()
      }
      case 'playback': {
        const playback = current
          ? await current.engine().playback(order.recordingId, order.caller)
          : { sentence: t`No workspace is open.` }
        return answer({ type: 'playback', request: order.request, playback })
      }
      case 'follow-work':
        return work.follow(order.isWanted)
      case 'pause-watching': {
        if (!current) return
        const { router, context } = current.engine()
        const client = directClient({ router, context: asCaller(context, order.caller) })
        await client.recordings
          .pauseWatching({ isPaused: order.isPaused })
          .catch((error: unknown) => answer({ type: 'not-done', sentence: sentenceOf(error) }))
        return work.lookNow()
      }
      case 'close': {
        await current?.close()
        current = null
        return answer({ type: 'closed' })
      }
    }
  }

  return (order, port) => {
    // sound is asked for while a workspace stays open: it need not wait its turn behind one that opens
    if (order.type === 'playback') return carryOut(order)
    before = before
      .then(() => carryOut(order, port))
      .catch((error: unknown) => answer({ type: 'failed', sentence: sentenceOf(error) }))
    return before
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
