import type { Client } from '../../../engine/direct-client.ts'
import type { AccessSubject } from '../../../shared/contract/access.ts'
import { UsageError } from '../../errors.ts'
import { findAgent } from '../../terminal/find.ts'

/** Whom a command is about: `--agent` or `--customer`, one of the two. */
export async function whom(
  client: Client,
  { agent, customer }: { agent?: string | undefined; customer?: string | undefined },
): Promise<AccessSubject> {
  if ((agent === undefined) === (customer === undefined))
    throw new UsageError('Say whom it is about: --agent NAME or --customer REFERENCE, one of the two.')
  if (customer !== undefined) return { customer }
  return { agentId: (await findAgent(client, agent))! }
}
