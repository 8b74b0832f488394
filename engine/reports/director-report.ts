import { plural, t } from '#speech'
import { perCent } from '../../shared/domain/format.ts'
import { formatNumber } from '../../shared/speech/numbers.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import { teamIdOf } from '../coaching/index.ts'
import {
  bars,
  dayInWords,
  documentLocale,
  withDaysInWords,
  type Block,
  type DebriefDocument,
} from '../documents/index.ts'
import type { DirectorFacts } from './facts.ts'
import { missingOf } from './missing.ts'
import { groupsSection } from './groups-section.ts'
import { coachedSection } from './coached-section.ts'

/** As many drivers as stand side by side in a chart that can be read. */
const MOST_IN_CHART = 10

/** The report across teams, for whoever decides what is coached and what is fixed. */
export function directorReport(
  facts: DirectorFacts,
  paper: 'A4' | 'Letter',
  course: readonly Block[],
): DebriefDocument {
  const { gathered, coverage } = facts.window
  const [from, to] = [dayOfNumber(gathered.window.from), dayOfNumber(gathered.window.to)]
  const people = facts.list.items.map(({ agent }) => agent)
  const missing = missingOf(facts.freshness, people, facts.counts, to)
  const toCoach = facts.list.items.filter(({ state }) => state === 'act' || state === 'must-address').length
  return {
    title: t`Across teams`,
    subtitle: t`${{ from: dayInWords(from) }} to ${{ to: dayInWords(to) }}`,
    language: documentLocale(),
    author: 'Debrief',
    createdAtMs: facts.madeAtMs,
    paper,
    foot: t`Debrief, across teams, to ${{ day: dayInWords(to) }}. Prompts for a look, not verdicts.`,
    blocks: [
      {
        kind: 'figures',
        items: [
          { label: t`Contacts`, value: formatNumber(coverage.contacts) },
          {
            label: t`Evaluated`,
            value: part(coverage.evaluations, coverage.contacts),
            note: t`${plural({ evaluations: coverage.evaluations }, { one: '# evaluation', other: '# evaluations' })}`,
          },
          {
            label: t`Surveyed`,
            value: part(coverage.surveys, coverage.contacts),
            note: t`${plural({ surveys: coverage.surveys }, { one: '# survey', other: '# surveys' })}`,
          },
          facts.list.isRanked
            ? { label: t`People to coach`, value: String(toCoach), note: t`of ${{ all: people.length }}` }
            : { label: t`People`, value: String(people.length) },
          { label: t`Process findings`, value: String(facts.list.systemic.length) },
        ],
      },
      ...(missing.length === 0
        ? []
        : [
            {
              kind: 'callout' as const,
              tone: 'attention' as const,
              title: t`What is missing`,
              text: missing.join(' '),
            },
          ]),
      processSection(facts),
      ...groupsSection(facts.overview, facts.findings),
      coachedSection(facts.coaching),
      ...worthSection(facts),
      ...course,
      peopleSection(facts),
      freshnessSection(facts),
      {
        kind: 'section',
        title: t`What this rests on`,
        blocks: [{ kind: 'paragraph', text: withDaysInWords(coverage.sentence) }],
      },
    ],
  }
}

function part(n: number, of: number): string {
  return of === 0 ? perCent(0) : perCent(n / of, 1)
}

function processSection({ list }: DirectorFacts): Block {
  return {
    kind: 'section',
    title: t`Of the process rather than of people`,
    blocks:
      list.systemic.length === 0
        ? [
            {
              kind: 'paragraph',
              text: t`No group of people, queue or team is off as a whole by more than chance would explain.`,
            },
          ]
        : [
            {
              kind: 'paragraph',
              text: t`Each of these groups is off as a whole: coaching one by one will not mend it. Look at the process first.`,
            },
            {
              kind: 'list',
              isOrdered: true,
              items: list.systemic.map(({ sentence }) => ({ text: sentence })),
            },
          ],
  }
}

function worthSection({ window: { gathered } }: DirectorFacts): Block[] {
  const measured = [...gathered.weights]
    .filter(([, { basis, low }]) => (basis === 'within' || basis === 'within+between') && low > 0)
    .flatMap(([driverId, weight]) => {
      const definition = gathered.definitions.get(driverId)
      return definition ? [{ definition, weight, step: definition.smallestDifference }] : []
    })
    .toSorted((a, b) => b.weight.value * b.step - a.weight.value * a.step)
    .slice(0, MOST_IN_CHART)
  const { outcome } = gathered
  if (measured.length === 0)
    return [
      {
        kind: 'section',
        title: t`What moves ${{ outcome: outcome.label }}`,
        blocks: [
          {
            kind: 'paragraph',
            text: t`No link between a driver and the outcome could be measured here yet: too few contacts have both. What is assumed of each driver stands in its place.`,
          },
        ],
      },
    ]
  const inPoints = (share: number) => t`${{ number: formatNumber(share * 100, 2) }} points`
  return [
    {
      kind: 'section',
      title: t`What moves ${{ outcome: outcome.label }} here`,
      blocks: [
        {
          kind: 'figure',
          drawing: bars(
            measured.map(({ definition, weight, step }) => ({
              label: definition.label,
              value: weight.value * step,
              low: weight.low * step,
              high: weight.high * step,
              text: inPoints(weight.value * step),
            })),
          ),
          caption: t`Percentage points of ${{ outcome: outcome.label }} (its whole scale is 100) for one smallest difference worth acting on of the driver, with the 95% interval. Measured among contacts of the same people; no proof of cause.`,
          alternative: measured
            .map(({ definition, weight, step }) => `${definition.label} ${inPoints(weight.value * step)}`)
            .join(', '),
        },
      ],
    },
  ]
}

function peopleSection(facts: DirectorFacts): Block {
  const { gathered, isRanked } = facts.window
  const byTeam = Map.groupBy(facts.list.items, ({ agent }) => teamIdOf(gathered, agent.id) ?? 0)
  const rows = [...byTeam].map(([, items]) => {
    const count = (...states: string[]) => items.filter(({ state }) => states.includes(state)).length
    const sum = (kind: 'evaluations' | 'surveys') =>
      items.reduce((total, { agent }) => total + (facts.counts.get(agent.id)?.[kind] ?? 0), 0)
    const contacts = items.reduce((total, item) => total + item.contacts, 0)
    const without = items.filter(({ agent }) => (facts.counts.get(agent.id)?.evaluations ?? 0) === 0).length
    return [
      items[0]!.agent.team ?? t`No team`,
      String(items.length),
      ...(isRanked
        ? [
            String(count('must-address')),
            String(count('act')),
            String(count('not-enough-evidence', 'no-data')),
          ]
        : []),
      formatNumber(contacts),
      part(sum('evaluations'), contacts),
      String(without),
      part(sum('surveys'), contacts),
    ]
  })
  const right = (label: string) => ({ label, align: 'right' as const })
  return {
    kind: 'section',
    title: t`Teams, people and how well they are seen`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: t`Team`, width: 'rest' },
          right(t`People`),
          ...(isRanked ? [right(t`Must address`), right(t`To coach`), right(t`Unknown`)] : []),
          right(t`Contacts`),
          right(t`Evaluated`),
          right(t`Never evaluated`),
          right(t`Surveyed`),
        ],
        rows: rows.toSorted((a, b) => a[0]!.localeCompare(b[0]!)),
        note: [
          ...(isRanked ? [t`Unknown: not enough evidence to tell, or no data.`] : []),
          t`Never evaluated: people without any evaluation in this period.`,
        ].join(' '),
      },
    ],
  }
}

function freshnessSection({ freshness }: DirectorFacts): Block {
  return {
    kind: 'section',
    title: t`How fresh the data are`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: t`Data`, width: 'rest' },
          { label: t`Rows`, align: 'right' },
          { label: t`From`, align: 'right', width: 96 },
          { label: t`To`, align: 'right', width: 96 },
          { label: t`With nobody named`, align: 'right' },
          { label: t`Not with a contact`, align: 'right' },
        ],
        rows: freshness.map(({ label, n, from, to, unattributed, linkedToInteraction }) => [
          label,
          formatNumber(n),
          from === null ? '–' : dayInWords(from),
          to === null ? '–' : dayInWords(to),
          formatNumber(unattributed),
          linkedToInteraction === null ? '–' : formatNumber(n - linkedToInteraction),
        ]),
      },
    ],
  }
}
