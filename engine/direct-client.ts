import { createRouterClient } from '@orpc/server'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../shared/contract/index.ts'
import type { Engine } from './index.ts'

/** The typed client of the whole contract. */
export type Client = ContractRouterClient<Contract>

/** Calls the engine in this process, with the same checks of input and output as over a wire. */
export function directClient(engine: Pick<Engine, 'router' | 'context'>): Client {
  return createRouterClient(engine.router, { context: engine.context })
}
