import { dayInWords, type Block } from '../documents/index.ts'
import type { WeeklyFacts } from './facts.ts'
import { listed } from './words.ts'

/** Sessions held lately, what is due by the end of this week, and who has not been seen. */
export function agreedBlocks({ sessions, dayOf }: WeeklyFacts): Block[] {
  const { heldLately, week, unseen } = sessions
  const held = heldLately.map(({ people, focus, heldAt }) => ({
    text: `${listed(people.map(({ name }) => name))}, ${focus.label}, held ${dayInWords(dayOf(heldAt!))}`,
  }))
  const never = unseen.filter(({ daysSince }) => daysSince === null).map(({ name }) => name)
  const long = unseen.filter(({ daysSince }) => daysSince !== null)
  return [
    {
      kind: 'section',
      title: 'Coached, agreed and due',
      blocks: [
        held.length === 0
          ? { kind: 'paragraph', text: 'No session was held in the last seven days of this period.' }
          : { kind: 'list', items: held },
        ...(week.commitments.length === 0
          ? [
              {
                kind: 'paragraph' as const,
                text: 'Nothing that was agreed falls due by the end of this week.',
              },
            ]
          : [
              {
                kind: 'table' as const,
                caption: 'Due by the end of this week',
                columns: [
                  { label: 'Agent', width: 120 },
                  { label: 'Agreed', width: 'rest' as const },
                  { label: 'Due', width: 100 },
                ],
                rows: week.commitments.map(({ agent, behaviour, dueOn, isOverdue }) => [
                  agent.name,
                  behaviour,
                  `${dueOn === null ? '' : dayInWords(dueOn)}${isOverdue ? ' (overdue)' : ''}`,
                ]),
              },
            ]),
        ...(long.length > 0
          ? [
              {
                kind: 'paragraph' as const,
                text: `Not seen for four weeks or longer: ${listed(long.map(({ name, daysSince }) => `${name} (${daysSince} days)`))}.`,
              },
            ]
          : []),
        ...(never.length > 0
          ? [{ kind: 'paragraph' as const, text: `No session noted yet: ${listed(never)}.` }]
          : []),
      ],
    },
  ]
}
