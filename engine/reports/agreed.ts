import { t } from '#speech'
import { dayInWords, type Block } from '../documents/index.ts'
import type { WeeklyFacts } from './facts.ts'
import { listed } from '../../shared/speech/lists.ts'

/** Sessions held lately, what is due by the end of this week, and who has not been seen. */
export function agreedBlocks({ sessions, dayOf }: WeeklyFacts): Block[] {
  const { heldLately, week, unseen } = sessions
  const held = heldLately.map(({ people, focus, heldAt }) => ({
    text: t`${{ names: listed(people.map(({ name }) => name)) }}, ${{ focus: focus.label }}, held ${{ day: dayInWords(dayOf(heldAt!)) }}`,
  }))
  const never = unseen.filter(({ daysSince }) => daysSince === null).map(({ name }) => name)
  const long = unseen.filter(({ daysSince }) => daysSince !== null)
  return [
    {
      kind: 'section',
      title: t`Coached, agreed and due`,
      blocks: [
        held.length === 0
          ? { kind: 'paragraph', text: t`No session was held in the last seven days of this period.` }
          : { kind: 'list', items: held },
        ...(week.commitments.length === 0
          ? [
              {
                kind: 'paragraph' as const,
                text: t`Nothing that was agreed falls due by the end of this week.`,
              },
            ]
          : [
              {
                kind: 'table' as const,
                caption: t`Due by the end of this week`,
                columns: [
                  { label: t`Agent`, width: 120 },
                  { label: t`Agreed`, width: 'rest' as const },
                  { label: t`Due`, width: 100 },
                ],
                rows: week.commitments.map(({ agent, behaviour, dueOn, isOverdue }) => [
                  agent.name,
                  behaviour,
                  dueInWords(dueOn, isOverdue),
                ]),
              },
            ]),
        ...(long.length > 0
          ? [
              {
                kind: 'paragraph' as const,
                text: t`Not seen for four weeks or longer: ${{ names: listed(long.map(seenBefore)) }}.`,
              },
            ]
          : []),
        ...(never.length > 0
          ? [{ kind: 'paragraph' as const, text: t`No session noted yet: ${{ names: listed(never) }}.` }]
          : []),
      ],
    },
  ]
}

function dueInWords(dueOn: string | null, isOverdue: boolean): string {
  const day = dueOn === null ? '' : dayInWords(dueOn)
  return isOverdue ? t`${{ day }} (overdue)` : day
}

function seenBefore({ name, daysSince }: WeeklyFacts['sessions']['unseen'][number]): string {
  return t`${{ name }} (${{ days: daysSince }} days)`
}
