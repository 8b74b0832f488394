import { command } from '../command.ts'
import { findAgent } from '../terminal/find.ts'
import { figure, moment, table } from '../terminal/table.ts'

export const evaluations = command({
  name: 'evaluations',
  usage: 'evaluations [--agent A]',
  summary: 'Show every evaluation with its answers and their evidence.',
  options: { agent: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run({ values, open }) {
    const client = await open('read')
    const agentId = await findAgent(client, values.agent)
    const found = await client.conversations.evaluations({ agentId })
    const rows = found.map(({ id, at, agent, form, origin, computedScore, vendorScore, answers }) => [
      id,
      moment(at),
      agent?.name ?? '-',
      form,
      origin,
      figure(computedScore ?? vendorScore),
      answers.length,
    ])
    const heading = ['id', 'when', 'agent', 'form', 'by', 'score', 'answers']
    return { data: found, text: found.length === 0 ? 'There are no evaluations.' : table(heading, rows) }
  },
})
