import { t } from '#speech'
import { formatNumber } from '../../shared/speech/numbers.ts'
import type { AssessedDriver, RankedAgent } from '../../shared/contract/coaching.ts'
import { formatValue } from '../../shared/domain/format.ts'
import { figureLabel, inWords } from '../coaching/index.ts'
import {
  dayInWords,
  documentLocale,
  intervalRows,
  withDaysInWords,
  type Block,
  type DebriefDocument,
} from '../documents/index.ts'
import type { WeeklyFacts } from './facts.ts'
import { missingOf } from './missing.ts'
import { unrankedBlocks } from './unranked-blocks.ts'
import { agreedBlocks } from './agreed.ts'
import { sinceLastWeek } from './since-last-week.ts'
import { peopleInWords } from './words.ts'

/** The weekly report of a team, for whoever coaches it. */
export function weeklyReport(
  facts: WeeklyFacts,
  paper: 'A4' | 'Letter',
  course: readonly Block[],
): DebriefDocument {
  const { ranking, list, team } = facts
  const { from, to } = ranking.window
  const people = list.items.map(({ agent }) => agent)
  const { isRanked } = list
  const toSee = ranking.agents.filter(({ state }) => state === 'must-address' || state === 'act')
  const missing = missingOf(facts.freshness, people, facts.counts, to)
  const sum = (kind: 'evaluations' | 'surveys') =>
    people.reduce((total, { id }) => total + (facts.counts.get(id)?.[kind] ?? 0), 0)
  const contacts = list.items.reduce((total, item) => total + item.contacts, 0)
  return {
    title: team === null ? t`Weekly report` : t`Weekly report: ${{ team }}`,
    subtitle: t`${{ from: dayInWords(from) }} to ${{ to: dayInWords(to) }}`,
    language: documentLocale(),
    author: 'Debrief',
    createdAtMs: facts.madeAtMs,
    paper,
    foot: t`Debrief, ${{ team: team ?? t`all teams` }}, to ${{ day: dayInWords(to) }}. Prompts for conversations, not verdicts.`,
    blocks: [
      {
        kind: 'figures',
        items: [
          isRanked
            ? {
                label: t`To see this week`,
                value: peopleInWords(toSee.length),
                note: t`of ${{ all: people.length }}`,
              }
            : { label: t`People`, value: formatNumber(people.length) },
          { label: t`Contacts`, value: formatNumber(contacts) },
          {
            label: t`Evaluated`,
            value: formatNumber(sum('evaluations')),
            note: share(sum('evaluations'), contacts),
          },
          {
            label: t`Surveys`,
            value: formatNumber(sum('surveys')),
            note: share(sum('surveys'), contacts),
          },
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
      ...(isRanked ? rankedBlocks(toSee, facts) : unrankedBlocks(facts)),
      ...course,
      ...agreedBlocks(facts),
      {
        kind: 'section',
        title: t`What this rests on`,
        blocks: [
          { kind: 'paragraph', text: withDaysInWords(ranking.coverage.sentence) },
          ...(list.hidden.length === 0
            ? []
            : [
                {
                  kind: 'paragraph' as const,
                  text: t`Not listed: ${{ people: list.hidden.map(({ agent, why }) => `${agent.name} (${why})`).join(', ') }}.`,
                },
              ]),
        ],
      },
    ],
  }
}

/** Who needs what, the most pressing first, and what is left to say of the others. */
function rankedBlocks(toSee: readonly RankedAgent[], facts: WeeklyFacts): Block[] {
  return [
    {
      kind: 'section',
      title: t`Who needs what this week`,
      blocks:
        toSee.length === 0
          ? [
              {
                kind: 'paragraph',
                text: t`Nobody stands out from peers by more than chance would explain. What is missing above may be why.`,
              },
            ]
          : [
              {
                kind: 'paragraph',
                tone: 'small',
                text: t`Dot: where the person probably stands; line: 95% interval; stroke: mean of the peers; diamond: the target, or what a good peer reaches.`,
              },
              ...toSee.flatMap((agent) => personBlocks(agent, facts)),
            ],
    },
    ...othersBlocks(facts),
    ...strengthBlocks(facts.ranking.agents),
    ...sinceLastWeek(facts),
  ]
}

function share(n: number, of: number): string {
  return of === 0 ? t`no contacts` : t`${{ share: formatNumber((n / of) * 100, 1) }}% of contacts`
}

function personBlocks(ranked: RankedAgent, facts: WeeklyFacts): Block[] {
  const must: Block[] = ranked.mustAddress.map(({ sentence }) => ({
    kind: 'callout',
    tone: 'attention',
    title: t`Must address`,
    text: sentence,
  }))
  const [first, ...more] = ranked.actions
  return [
    {
      kind: 'section',
      title: ranked.agent.name,
      isTogether: true,
      blocks: [
        ...must,
        ...(first ? actionBlocks(first, ranked.agent.id, facts) : []),
        ...(more.length === 0
          ? []
          : [
              {
                kind: 'paragraph' as const,
                text: [
                  { text: `${t`After that:`} `, is: 'muted' as const },
                  ...more.map((action, at) => `${at > 0 ? ' ' : ''}${shortly(action, facts.definitions)}`),
                ],
              },
            ]),
      ],
    },
  ]
}

function actionBlocks(action: AssessedDriver, agentId: number, facts: WeeklyFacts): Block[] {
  const definition = facts.definitions.get(action.driver.id)
  const assessed = facts.windows.now.assessment.agents
    .find((one) => one.agentId === String(agentId))
    ?.actions.find(({ driverId }) => driverId === action.driver.id)
  if (!definition || !assessed) return [{ kind: 'paragraph', text: action.sentence }]
  const label = figureLabel({ id: action.driver.id, label: action.driver.label })
  const value = (number: number) => formatValue(number, definition)
  const { mean, low, high } = action.posterior
  const { benchmark } = assessed
  return [
    { kind: 'paragraph', text: [{ text: `${label}. `, is: 'strong' }, inWords(assessed, definition)] },
    {
      kind: 'figure',
      drawing: intervalRows(
        [
          {
            label,
            mean,
            low,
            high,
            peerMean: action.peerMean,
            ...(benchmark !== null && { benchmark }),
            value: value(mean),
            isStrong: true,
          },
        ],
        { format: value },
      ),
      alternative:
        benchmark === null
          ? t`${{ label }}: ${{ mean: value(mean) }}, interval ${{ low: value(low) }} to ${{ high: value(high) }}, peers ${{ peers: value(action.peerMean) }}.`
          : t`${{ label }}: ${{ mean: value(mean) }}, interval ${{ low: value(low) }} to ${{ high: value(high) }}, peers ${{ peers: value(action.peerMean) }}, mark ${{ mark: value(benchmark) }}.`,
    },
    { kind: 'paragraph', tone: 'small', text: action.followUp.watch },
  ]
}

function shortly(action: AssessedDriver, definitions: WeeklyFacts['definitions']): string {
  const definition = definitions.get(action.driver.id)
  if (!definition) return action.driver.label
  return t`${{ label: figureLabel(action.driver) }}: ${{ mean: formatValue(action.posterior.mean, definition) }} against ${{ benchmark: formatValue(action.benchmark, definition) }}.`
}

function othersBlocks({ list }: WeeklyFacts): Block[] {
  const others = list.items.filter(({ state }) => state !== 'must-address' && state !== 'act')
  if (others.length === 0) return []
  const words = {
    'on-track': t`On track`,
    'not-enough-evidence': t`Cannot be told yet`,
    'no-data': t`No data`,
    unranked: '',
  }
  return [
    {
      kind: 'section',
      title: t`Everybody else`,
      blocks: [
        {
          kind: 'table',
          columns: [
            { label: t`Agent`, width: 130 },
            { label: t`State`, width: 90 },
            { label: t`Why`, width: 'rest' },
            { label: t`Contacts`, align: 'right', width: 48 },
          ],
          rows: others.map(({ agent, state, reason, contacts }) => [
            agent.name,
            state === 'must-address' || state === 'act' ? '' : words[state],
            state === 'on-track' ? '' : reason,
            formatNumber(contacts),
          ]),
        },
      ],
    },
  ]
}

function strengthBlocks(agents: readonly RankedAgent[]): Block[] {
  const rows = agents.flatMap(({ agent, strengths }) =>
    strengths.slice(0, 1).map(({ sentence }) => [agent.name, sentence]),
  )
  if (rows.length === 0) return []
  return [
    {
      kind: 'section',
      title: t`Worth saying`,
      blocks: [
        {
          kind: 'table',
          columns: [
            { label: t`Agent`, width: 130 },
            { label: t`Strength`, width: 'rest' },
          ],
          rows,
        },
      ],
    },
  ]
}
