import type { Client } from '../../../engine/direct-client.ts'
import { leftOutSentence, statableBases, type StatableBasis } from '../../../shared/domain/lawful-basis.ts'
import type { Outcome } from '../../command.ts'
import { Failure, UsageError } from '../../errors.ts'
import { table } from '../../terminal/table.ts'
import type { Part } from './part.ts'

/** Shows on what lawful basis conversations rest, or says it of a source or of contacts. */
export async function basis({ values, rest: [what = 'list', said], open }: Part): Promise<Outcome> {
  if (what === 'list') return list(await open('read'))
  if (what !== 'set')
    throw new UsageError(`"${what}" is not expected here: debrief privacy basis list, or set.`)
  const wanted = said === 'none' ? null : statableBases.find((one) => one === said)
  if (wanted === undefined)
    throw new UsageError(`Say which basis: ${statableBases.join(', ')}; or none to take it back.`)
  const { source, contact = [] } = values
  if ((source === undefined) === (contact.length === 0))
    throw new UsageError('Say of what: --source NAME, or --contact REF, which can be given several times.')
  const client = await open('write')
  return source === undefined ? ofContacts(client, contact, wanted) : ofSource(client, source, wanted)
}

async function list(client: Client): Promise<Outcome> {
  const found = await client.lawfulBasis.sources()
  const rows = found.sources.map((one) => [
    one.name,
    one.basis ?? 'not said',
    one.conversations,
    one.refused,
    one.unknown,
  ])
  return {
    data: found,
    text: [
      rows.length === 0
        ? 'No source has brought a conversation yet.'
        : table(['source', 'basis', 'conversations', 'refused', 'unknown'], rows),
      found.isRequired
        ? 'The policy wants a known basis: conversations without one are not transcribed, searched, scored, quoted or exported.'
        : 'The policy assumes a basis where none is known; where consent was refused a conversation is left out of everything.',
      ...[leftOutSentence(found.leftOut)].filter((sentence) => sentence !== null),
    ].join('\n'),
  }
}

async function ofSource(client: Client, name: string, wanted: StatableBasis | null): Promise<Outcome> {
  const { sources } = await client.lawfulBasis.sources()
  const source = sources.find((one) => one.name === name)
  if (!source)
    throw new Failure(
      `No source called "${name}" has conversations; "debrief privacy basis list" names them.`,
    )
  const done = await client.lawfulBasis.setSource({ sourceId: source.id, basis: wanted })
  return {
    data: done,
    text: `${name}: ${wanted ?? 'nothing is said of it'}, before: ${done.before ?? 'nothing was said of it'}.`,
  }
}

async function ofContacts(
  client: Client,
  refs: readonly string[],
  wanted: StatableBasis | null,
): Promise<Outcome> {
  const interactionIds: number[] = []
  for (const reference of refs) {
    const found = await client.search.byReference({ reference, limit: 20 })
    const ids = found.filter(({ contactRef }) => contactRef === reference).map((one) => one.interactionId)
    if (ids.length === 0)
      throw new Failure(`There is no conversation of the contact "${reference}"; nothing was changed.`)
    interactionIds.push(...ids)
  }
  const done = await client.lawfulBasis.setConversations({ interactionIds, basis: wanted })
  return {
    data: done,
    text: `${refs.join(', ')}: ${wanted ?? 'nothing is said any more'}.`,
  }
}
