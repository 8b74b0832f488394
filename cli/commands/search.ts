import { leftOutSentence } from '../../shared/domain/lawful-basis.ts'
import type { SearchHit, SearchResult } from '../../shared/contract/search.ts'
import { command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { findAgent, findTeam } from '../terminal/find.ts'
import { day, wholeNumber, word } from '../terminal/options.ts'
import { moment } from '../terminal/table.ts'

export const search = command({
  name: 'search',
  usage:
    'search "QUERY" [--agent A] [--team T] [--queue Q] [--channel C] [--from D] [--to D] [--speaker agent|customer] [--limit N]',
  summary:
    'Find what was said in conversations: words, "phrases", begin*, a OR b, a ~5 b, -without, first:1m.',
  options: {
    agent: { type: 'string' },
    team: { type: 'string' },
    queue: { type: 'string' },
    channel: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    speaker: { type: 'string' },
    limit: { type: 'string' },
  },
  positionals: { least: 1, most: 50 },
  async run({ values, positionals, open }) {
    const query = positionals.join(' ')
    if (query.length > 1000) throw new UsageError('search takes at most 1,000 characters.')
    const filters = {
      queue: values.queue,
      channel: values.channel,
      from: day('--from', values.from),
      to: day('--to', values.to),
      speaker: word('--speaker', ['agent', 'customer'] as const, values.speaker),
      limit: wholeNumber('--limit', values.limit, 1, 200) ?? 20,
    }
    const client = await open('read')
    const agentId = await findAgent(client, values.agent)
    const teamId = await findTeam(client, values.team)
    const found = await client.search.find({ query, agentId, teamId, ...filters })
    const leftOut = await client.lawfulBasis.leftOut()
    const sentence = leftOutSentence(leftOut)
    return {
      data: { ...found, leftOut },
      text: [heading(found), ...(sentence === null ? [] : [sentence]), ...found.hits.map(lines)].join('\n'),
    }
  },
})

function heading({ total, conversations, hasMore, hits, spreadOver, withoutFilters }: SearchResult): string {
  if (total === 0) {
    const ways = [
      ...(spreadOver
        ? [
            `${spreadOver} ${spreadOver === 1 ? 'conversation has' : 'conversations have'} all the words in different turns: add in:conversation.`,
          ]
        : []),
      ...(withoutFilters
        ? [`Without filters the words find ${withoutFilters} ${withoutFilters === 1 ? 'turn' : 'turns'}.`]
        : []),
    ]
    return ['Nothing was found.', ...ways].join(' ')
  }
  const turns = `${hasMore ? 'More than ' : ''}${total} ${total === 1 ? 'turn' : 'turns'}`
  const shown = hits.length < total ? `, the first ${hits.length}` : ''
  return `${turns} in ${conversations} ${conversations === 1 ? 'conversation' : 'conversations'}${shown}:`
}

/** A hit in two lines: where and who; what was said, the words looked for in asterisks as in a plain-text mail. */
function lines(hit: SearchHit): string {
  const place = hit.turn.startMs === null ? `turn ${hit.turn.index + 1}` : clock(hit.turn.startMs)
  const facts = [hit.contactRef ?? `#${hit.interactionId}`, moment(hit.at), hit.agent?.name, hit.queue, place]
  const marked = hit.highlights.toReversed().reduce((text, { startChar, endChar }) => {
    return `${text.slice(0, startChar)}*${text.slice(startChar, endChar)}*${text.slice(endChar)}`
  }, hit.turn.text)
  return `\n${facts.filter(Boolean).join('  ')}\n  ${hit.turn.role}: ${marked}`
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
