import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '../../shared/contract/index.ts'
import { doorPaths, languageHeader } from '../../shared/domain/bridge.ts'
import { language } from '../ui/locale.ts'
import { receivePort } from './engine-port.ts'
import { reconnectingLink } from './reconnecting-link.ts'

type EngineClient = ContractRouterClient<Contract>

const headers = { [languageHeader]: language }

/** Calls to the engine, over what this page was given: the desktop shell's MessagePort, or HTTP on the page's own origin. */
export const client: EngineClient = globalThis.debriefBridge
  ? createORPCClient(reconnectingLink(receivePort, headers))
  : createORPCClient(new FetchLink({ url: new URL(doorPaths.calls, window.location.origin).href, headers }))

/** Queries, mutations and their keys, one for each call of the contract: `orpc.coaching.team.queryOptions({ input })`. */
export const orpc = createTanstackQueryUtils(client)
