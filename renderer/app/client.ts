import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '../../shared/contract/index.ts'
import { doorPaths, enginePortMessage } from '../../shared/domain/bridge.ts'

type EngineClient = ContractRouterClient<Contract>

/** Waits for the port that the desktop shell sends after `requestPort`. */
function receivePort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent) => {
      const port = event.ports[0]
      if (event.source !== window || event.data !== enginePortMessage || !port) return
      window.removeEventListener('message', take)
      port.start()
      resolve(port)
    }
    window.addEventListener('message', take)
    globalThis.debriefBridge?.requestPort()
  })
}

/**
 * The engine's calls over what this page was given: the desktop shell's MessagePort, or HTTP on the page's own origin. Resolves
 * when the port is here; over HTTP at once.
 */
async function connect(): Promise<EngineClient> {
  if (globalThis.debriefBridge) return createORPCClient(new PortLink({ port: await receivePort() }))
  return createORPCClient(new FetchLink({ url: new URL(doorPaths.calls, window.location.origin).href }))
}

/** Calls to the engine. */
export const client: EngineClient = await connect()

/** Queries, mutations and their keys, one for each call of the contract: `orpc.coaching.team.queryOptions({ input })`. */
export const orpc = createTanstackQueryUtils(client)
