import { teamIdOf, type RankedWindow } from '../coaching/index.ts'
import { addUp, bySelection, observedValue, readCatalogue, readCells } from '../metrics/index.ts'
import { readDirectory } from '../people/index.ts'
import { dataDays } from '../workspace/index.ts'
import type { ExportColumn, ExportRow, ExportTable } from './export-table.ts'

const column = (name: string, type: ExportColumn['type'], meaning: string, unit = ''): ExportColumn => ({
  name,
  type,
  meaning,
  unit,
})

const OWN = "the metric's own"

/** Everybody, once for all their identities, with the team at the end of the ranked window. */
export function agentTable(endDay: number): ExportTable {
  return {
    name: 'agents',
    meaning: 'Everybody, with all the systems they have an identity in taken as one person.',
    columns: [
      column('agent_id', 'integer', 'The person.'),
      column('name', 'text', 'The fullest name their sources give.'),
      column('email', 'text', 'The e-mail address.'),
      column('team', 'text', 'The team at the end of the ranked window.'),
      column('site', 'text', 'Its site.'),
      column('role', 'text', 'As the roster says.'),
      column('status', 'text', 'As the roster says.'),
      column('hired_on', 'date', 'The first day.'),
      column('left_on', 'date', 'The last day.'),
    ],
    pageCount: () => 1,
    *pages(database) {
      const { people, teams, teamAt } = readDirectory(database)
      yield [...people.values()].map((person): ExportRow => {
        const teamId = teamAt(person.id, endDay)
        const team = teamId === null ? undefined : teams.get(teamId)
        return [
          person.id,
          person.name,
          person.email,
          team?.name ?? null,
          team?.site ?? null,
          person.role,
          person.status,
          person.hiredDay,
          person.leftDay,
        ]
      })
    },
  }
}

/** The value of every metric by person and day. */
export const metricTable: ExportTable = {
  name: 'metric_values',
  meaning: 'Every metric by agent and day, not adjusted for the mix of contacts.',
  columns: [
    column('day', 'date', 'The day it counts on.'),
    column('agent_id', 'integer', '`agents.agent_id`; empty where nobody is named.'),
    column('metric_id', 'text', 'The metric: see the metric dictionary.'),
    column('is_drawn', 'boolean', 'Of reviews drawn by chance, weighted; never to be added to the others.'),
    column('n', 'number', 'Observations; of drawn reviews as many equal ones as they say as much as.'),
    column('value', 'number', 'The value of the day.', OWN),
  ],
  pageCount: (database) => {
    const days = dataDays(database)
    return days ? days.to - days.from + 1 : 0
  },
  *pages(database) {
    const definitions = new Map(readCatalogue(database).map((one) => [one.id, one]))
    const days = dataDays(database)
    if (!days) return
    for (let day = days.from; day <= days.to; day++) {
      const groups = Map.groupBy(
        readCells(database, { range: { from: day, to: day }, byDay: true }),
        ({ metricId, personId }) => `${personId} ${metricId}`,
      )
      const rows = [...groups.values()].flatMap((cells) => {
        const { metricId, personId } = cells[0]!
        const definition = definitions.get(metricId)
        if (!definition) return []
        const { drawn, others } = bySelection(cells)
        return [drawn, others].flatMap((own, at): ExportRow[] => {
          if (own.length === 0) return []
          const sums = addUp(own)
          const agentId = personId === 0 ? null : personId
          return [[day, agentId, metricId, at === 0 ? 1 : 0, sums.n, observedValue(definition, sums)]]
        })
      })
      if (rows.length > 0) yield rows
    }
  },
}

/**
 * The ranking of one window: every driver of every agent with its whole arithmetic. Where nobody is ranked, the figures alone, by name: what a ranking is made
 * of is empty.
 */
export function rankingTable({ gathered, assessment, isRanked }: RankedWindow): ExportTable {
  return {
    name: 'ranking',
    meaning: 'Every driver of every agent in the ranked window, with its arithmetic.',
    columns: [
      column('window_from', 'date', 'The first day looked at.'),
      column('window_to', 'date', 'The last.'),
      column('agent_id', 'integer', '`agents.agent_id`.'),
      column('team', 'text', 'The team at the end of the window.'),
      column('driver_id', 'text', 'The driver: a metric, or `question:` and `auto:` of a form.'),
      column('driver', 'text', 'What it is called.'),
      column('unit', 'text', 'The unit of its values.'),
      column(
        'status',
        'text',
        '`proposed`, `not-enough-evidence`, `on-track`, `systemic`, `reviewed-otherwise` or `no-link`; `unranked` where the policy keeps ranking off.',
      ),
      column('action_rank', 'integer', '1 to 3 for what is proposed; empty otherwise.'),
      column('n', 'number', 'Observations; effective ones of drawn reviews.'),
      column('raw', 'number', 'As observed.', OWN),
      column(
        'adjusted',
        'number',
        'Adjusted for the mix of contacts; a mean of logarithms where the driver is modelled so.',
        OWN,
      ),
      column('posterior', 'number', 'Where the agent probably stands.', OWN),
      column('low', 'number', 'The lower end of the 95% interval.', OWN),
      column('high', 'number', 'The upper end.', OWN),
      column('peer_mean', 'number', 'The mean of the peers.', OWN),
      column(
        'benchmark',
        'number',
        'The target, or what a good peer reaches; empty where there is none.',
        OWN,
      ),
      column('probability_of_gap', 'number', 'That there is a gap worth acting on.', '0-1'),
      column('weight', 'number', 'What one unit is worth on the outcome.', 'outcome 0-1'),
      column('weight_low', 'number', 'Its 95% interval.', 'outcome 0-1'),
      column('weight_high', 'number', 'Its 95% interval.', 'outcome 0-1'),
      column(
        'weight_basis',
        'text',
        'Where the weight is from: measured (`within`), assumed (`prior`), `pinned` or of the `form`.',
      ),
      column('contacts_per_week', 'number', 'Contacts it applies to.', '1/week'),
      column('gain_per_week', 'number', 'What closing the gap would be worth.', 'outcome 0-1 per week'),
      column(
        'priority',
        'number',
        'What the ranking goes by; empty, as are the gain, the place and the chance of a gap, where the policy keeps ranking off.',
      ),
    ],
    pageCount: () => assessment.agents.length,
    *pages() {
      for (const agent of assessment.agents) {
        const personId = Number(agent.agentId)
        const teamId = teamIdOf(gathered, personId)
        const team = teamId === null ? null : (gathered.directory.teams.get(teamId)?.name ?? null)
        const rows = agent.drivers.map((driver): ExportRow => {
          const definition = gathered.definitions.get(driver.driverId)
          const place = agent.actions.findIndex(({ driverId }) => driverId === driver.driverId)
          return [
            gathered.window.from,
            gathered.window.to,
            personId,
            team,
            driver.driverId,
            definition?.label ?? null,
            definition?.unit ?? null,
            driver.status,
            place < 0 ? null : place + 1,
            driver.n,
            driver.raw,
            driver.adjusted,
            driver.posterior.mean,
            driver.posterior.low,
            driver.posterior.high,
            driver.peerMean,
            driver.benchmark,
            isRanked ? driver.probabilityOfGap : null,
            driver.weight.value,
            driver.weight.low,
            driver.weight.high,
            driver.weight.basis,
            driver.contactsPerWeek,
            isRanked ? driver.gainPerWeek : null,
            isRanked ? driver.priority : null,
          ]
        })
        if (rows.length > 0) yield rows
      }
    },
  }
}
