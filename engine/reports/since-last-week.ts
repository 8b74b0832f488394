import { t } from '#speech'
import type { RankedAgent } from '../../shared/contract/coaching.ts'
import type { Block } from '../documents/index.ts'
import type { WeeklyFacts } from './facts.ts'

/** What the ranking says now that it did not say seven days earlier, and the other way round. */
export function sinceLastWeek({ ranking, before }: WeeklyFacts): Block[] {
  const earlier = new Map(before.agents.map((one) => [one.agent.id, one]))
  const items = ranking.agents.flatMap((now) => {
    const then = earlier.get(now.agent.id)
    const changes = then ? changesOf(now, then) : []
    return changes.length > 0 ? [{ text: `${now.agent.name}: ${changes.join('; ')}.` }] : []
  })
  return [
    {
      kind: 'section',
      title: t`Since last week`,
      blocks: [
        items.length === 0
          ? { kind: 'paragraph', text: t`Nothing changed in what the ranking proposes.` }
          : { kind: 'list', items },
        {
          kind: 'paragraph',
          tone: 'small',
          text: t`The same number of days, seven days earlier. What left the list is not shown to have improved: a gap that can no longer be told from chance leaves it, too.`,
        },
      ],
    },
  ]
}

function changesOf(now: RankedAgent, then: RankedAgent): string[] {
  const labels = (ranked: RankedAgent) =>
    new Map(ranked.actions.map(({ driver }) => [driver.id, driver.label]))
  const [current, former] = [labels(now), labels(then)]
  const mustBefore = new Set(then.mustAddress.map(({ questionId }) => questionId))
  const must = now.mustAddress.filter(({ questionId }) => !mustBefore.has(questionId))
  const [proposed, gone] = [notIn(current, former), notIn(former, current)]
  return [
    ...must.map(({ label }) => t`failed "${{ label }}", which is critical`),
    ...(proposed.length > 0 ? [t`newly proposed: ${{ drivers: proposed.join(', ') }}`] : []),
    ...(gone.length > 0 ? [t`no longer proposed: ${{ drivers: gone.join(', ') }}`] : []),
  ]
}

function notIn(these: ReadonlyMap<string, string>, those: ReadonlyMap<string, string>): string[] {
  return [...these].filter(([id]) => !those.has(id)).map(([, label]) => label)
}
