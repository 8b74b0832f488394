import { plural, t } from '#speech'
import { formatNumber, formatShort } from '../../shared/speech/numbers.ts'
import { speakingIn } from '../speaking-in.ts'
import type { DataHealth } from '../../shared/contract/health.ts'
import { empiricalQuantile } from '../statistics/index.ts'
import { sumOf, type Scene } from './scene.ts'
import { namesOf, percent, type Found } from './words.ts'

/** How often each active agent was evaluated in the window, and how the evaluations were chosen. The fewest first. */
export function evaluationCoverage(scene: Scene): DataHealth['evaluations'] {
  const { byPerson, total, drawn } = scene.days.evaluations
  const each = scene.active
    .map((agentId) => {
      const team = scene.teamOf(agentId)
      return {
        agentId,
        name: scene.directory.people.get(agentId)?.name ?? t`Agent ${{ id: agentId }}`,
        team: team === null ? null : (scene.directory.teams.get(team)?.name ?? null),
        n: sumOf(byPerson.get(agentId), -scene.windowDays),
      }
    })
    .toSorted((a, b) => a.n - b.n || a.name.localeCompare(b.name))
  const drawnInAll = sumOf(drawn, -scene.windowDays)
  return {
    agents: each.length,
    none: each.filter(({ n }) => n === 0).length,
    median:
      empiricalQuantile(
        each.map(({ n }) => n),
        0.5,
      ) ?? 0,
    imported: sumOf(total, -scene.windowDays) - drawnInAll,
    drawn: drawnInAll,
    each,
  }
}

/** Who was not evaluated in the window, and evaluations of which nobody knows how they were picked. */
export function findEvaluationGaps(scene: Scene, coverage: DataHealth['evaluations']): Found[] {
  const found: Found[] = []
  const { agents, none, median, imported, drawn, each } = coverage
  const days = scene.windowDays
  if (none > 0 && imported + drawn > 0) {
    const without = each.filter(({ n }) => n === 0)
    const [all, names] = [formatNumber(agents), namesOf(without.map(({ name }) => name))]
    found.push({
      id: 'not-evaluated',
      state: without
        .map(({ agentId }) => agentId)
        .join(' ')
        .slice(0, 200),
      kind: 'not-evaluated',
      severity: 'worth-knowing',
      subject: 'evaluations',
      who: none === 1 ? without[0]!.name : t`${{ agents: none }} agents`,
      agentIds: without.map(({ agentId }) => agentId),
      teamIds: [],
      since: null,
      count: none,
      sentence:
        median >= 1
          ? t`${plural({ none }, { one: '# agent', other: '# agents' })} of ${{ all }} ${plural({ none }, { one: 'has', other: 'have' })} no evaluation in the last ${{ days }} days (${{ names }}); the agent in the middle has ${{ median: formatShort(median, 1) }}.`
          : t`${plural({ none }, { one: '# agent', other: '# agents' })} of ${{ all }} ${plural({ none }, { one: 'has', other: 'have' })} no evaluation in the last ${{ days }} days (${{ names }}).`,
      todo: t`Plan reviews for them`,
      link: { page: 'quality', tab: 'plans' },
    })
  }
  if (imported > 0)
    found.push({
      id: 'selection-unknown',
      // set aside as it stands, in whichever language
      state: speakingIn('en', () => percent(imported / (imported + drawn))),
      kind: 'selection-unknown',
      severity: 'note',
      subject: 'evaluations',
      who: null,
      agentIds: [],
      teamIds: [],
      since: null,
      count: imported,
      sentence:
        drawn === 0
          ? t`${plural({ imported }, { one: '# evaluation', other: '# evaluations' })} of ${{ all: formatNumber(imported) }} in the last ${{ days }} days came from elsewhere: nobody here knows how they were picked. None was drawn by chance.`
          : t`${plural({ imported }, { one: '# evaluation', other: '# evaluations' })} of ${{ all: formatNumber(imported + drawn) }} in the last ${{ days }} days came from elsewhere: nobody here knows how they were picked. ${plural({ drawn }, { one: '# was', other: '# were' })} drawn by chance.`,
      todo: t`Draw some at random`,
      link: { page: 'quality', tab: 'plans' },
    })
  return found
}
