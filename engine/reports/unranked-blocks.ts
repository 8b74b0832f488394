import { t } from '#speech'
import { formatNumber } from '../../shared/speech/numbers.ts'
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
      title: t`People, by name`,
      blocks: [
        {
          kind: 'paragraph',
          tone: 'small',
          text: t`The policy of this workspace keeps ranking of people off: nobody stands before anybody else, and nothing is proposed.`,
        },
        {
          kind: 'table',
          columns: [
            { label: t`Agent`, width: 'rest' },
            { label: t`Contacts`, align: 'right' },
            { label: t`Evaluations`, align: 'right' },
            { label: t`Surveys`, align: 'right' },
            { label: t`Last coached`, align: 'right', width: 110 },
          ],
          rows: list.items.map(({ agent, contacts, lastCoachedAt }) => [
            agent.name,
            formatNumber(contacts),
            formatNumber(counts.get(agent.id)?.evaluations ?? 0),
            formatNumber(counts.get(agent.id)?.surveys ?? 0),
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
            title: t`Critical questions that failed`,
            blocks: [{ kind: 'list' as const, items: failures }],
          },
        ]),
  ]
}
