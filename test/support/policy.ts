import type { Client } from '../../engine/direct-client.ts'
import { starterPolicies, type PolicyDocument } from '../../shared/domain/policy.ts'

/** Adopts what `change` makes of the policy in force. */
export async function adoptPolicy(
  client: Client,
  change: (document: PolicyDocument) => PolicyDocument,
): Promise<void> {
  const { document } = await client.policy.get()
  await client.policy.adopt({ document: change(document) })
}

/** Puts the policy of few people who trust each other in force: what has earned trust answers in place of people. */
export const adoptSmallTeam = (client: Client): Promise<void> =>
  adoptPolicy(client, () => starterPolicies['small-team'])
