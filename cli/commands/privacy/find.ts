import type { Client } from '../../../engine/direct-client.ts'
import { heldWords } from '../../../shared/domain/held-kinds.ts'
import type { Outcome } from '../../command.ts'
import { figure, table } from '../../terminal/table.ts'
import { whom } from './whom.ts'

/** What is held about an agent or a customer. */
export async function findHeld(
  client: Client,
  values: { agent?: string | undefined; customer?: string | undefined },
): Promise<Outcome> {
  const held = await client.access.find(await whom(client, values))
  const { name, kinds, firstDay, lastDay, sources, imports, remarks } = held
  const who = name ?? 'this customer'
  if (kinds.length === 0)
    return { data: held, text: [`Nothing is held about ${who}.`, ...remarks].join('\n') }
  return {
    data: held,
    text: [
      `About ${who}${firstDay === null ? '' : `, from ${firstDay} to ${lastDay}`}:`,
      table(
        ['how many', 'of what'],
        kinds.map(({ kind, n }) => [figure(n), heldWords[kind]]),
      ),
      `From ${sources.join(', ') || 'no source'}, in ${figure(imports.length)} ${imports.length === 1 ? 'import' : 'imports'}.`,
      ...remarks,
    ].join('\n'),
  }
}
