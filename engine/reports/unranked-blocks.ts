import { dayInWords, type Block } from '../documents/index.ts'
import type { WeeklyFacts } from './facts.ts'

/** People by name, with what was seen of each, where the policy keeps ranking off. */
export function unrankedBlocks({ list, ranking, counts, dayOf }: WeeklyFacts): Block[] {
  const failures = ranking.agents.flatMap(({ agent, mustAddress }) =>
    mustAddress.map(({ sentence }) => ({ text: `${agent.name}: ${sentence}` })),
  )
  return [
    {
      kind: 'section',
      title: 'People, by name',
      blocks: [
        {
          kind: 'paragraph',
          tone: 'small',
          text: 'The policy of this workspace keeps ranking of people off: nobody stands before anybody else, and nothing is proposed.',
        },
        {
          kind: 'table',
          columns: [
            { label: 'Agent', width: 'rest' },
            { label: 'Contacts', align: 'right' },
            { label: 'Evaluations', align: 'right' },
            { label: 'Surveys', align: 'right' },
            { label: 'Last coached', align: 'right', width: 110 },
          ],
          rows: list.items.map(({ agent, contacts, lastCoachedAt }) => [
            agent.name,
            contacts.toLocaleString('en-GB'),
            (counts.get(agent.id)?.evaluations ?? 0).toLocaleString('en-GB'),
            (counts.get(agent.id)?.surveys ?? 0).toLocaleString('en-GB'),
            lastCoachedAt === null ? '–' : dayInWords(dayOf(lastCoachedAt)),
          ]),
        },
      ],
    },
    ...(failures.length === 0
      ? []
      : [
          {
            kind: 'section' as const,
            title: 'Critical questions that failed',
            blocks: [{ kind: 'list' as const, items: failures }],
          },
        ]),
  ]
}
