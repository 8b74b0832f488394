import type { Ranking } from '../../shared/contract/coaching.ts'
import { MOST_WINDOW_DAYS } from '../../shared/domain/time.ts'
import { command } from '../command.ts'
import { findAgent, findTeam } from '../terminal/find.ts'
import { wholeNumber } from '../terminal/options.ts'

export const rank = command({
  name: 'rank',
  usage: 'rank [--team T] [--agent A] [--days N]',
  summary: 'Rank the agents by what coaching would gain, with the actions and their proof.',
  options: { team: { type: 'string' }, agent: { type: 'string' }, days: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run({ values, open }) {
    const days = wholeNumber('--days', values.days, 1, MOST_WINDOW_DAYS)
    const client = await open('read')
    const teamId = await findTeam(client, values.team)
    const agentId = await findAgent(client, values.agent)
    const ranking = await client.coaching.rank({ teamId, agentId, days })
    return { data: ranking, text: describe(ranking) }
  },
})

function describe({ window, coverage, agents, systemic }: Ranking): string {
  const people = agents.map(({ agent, state, mustAddress, actions }, index) =>
    [
      `${index + 1}. ${agent.name}${agent.team ? ` (${agent.team})` : ''}: ${state}`,
      ...mustAddress.map(({ sentence }) => `   must address: ${sentence}`),
      ...actions.map(({ sentence }) => `   ${sentence}`),
    ].join('\n'),
  )
  const groups = systemic.map(({ sentence }) => `   ${sentence}`)
  return [
    `${window.from} to ${window.to}. ${coverage.sentence}`,
    ...people,
    ...(groups.length > 0 ? ['Of the process rather than of people:', ...groups] : []),
  ].join('\n')
}
