import type { AssessedDriver, RankedAgent } from '../../shared/contract/coaching.ts'
import { formatValue } from '../../shared/domain/format.ts'
import { figureLabel, inWords } from '../coaching/index.ts'
import {
  dayInWords,
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
import { counted } from './words.ts'

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
    title: team === null ? 'Weekly report' : `Weekly report: ${team}`,
    subtitle: `${dayInWords(from)} to ${dayInWords(to)}`,
    language: 'en-GB',
    author: 'Debrief',
    createdAtMs: facts.madeAtMs,
    paper,
    foot: `Debrief, ${team ?? 'all teams'}, to ${dayInWords(to)}. Prompts for conversations, not verdicts.`,
    blocks: [
      {
        kind: 'figures',
        items: [
          isRanked
            ? {
                label: 'To see this week',
                value: counted(toSee.length, 'person', 'people'),
                note: `of ${people.length}`,
              }
            : { label: 'People', value: people.length.toLocaleString('en-GB') },
          { label: 'Contacts', value: contacts.toLocaleString('en-GB') },
          {
            label: 'Evaluated',
            value: sum('evaluations').toLocaleString('en-GB'),
            note: share(sum('evaluations'), contacts),
          },
          {
            label: 'Surveys',
            value: sum('surveys').toLocaleString('en-GB'),
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
              title: 'What is missing',
              text: missing.join(' '),
            },
          ]),
      ...(isRanked ? rankedBlocks(toSee, facts) : unrankedBlocks(facts)),
      ...course,
      ...agreedBlocks(facts),
      {
        kind: 'section',
        title: 'What this rests on',
        blocks: [
          { kind: 'paragraph', text: withDaysInWords(ranking.coverage.sentence) },
          ...(list.hidden.length === 0
            ? []
            : [
                {
                  kind: 'paragraph' as const,
                  text: `Not listed: ${list.hidden.map(({ agent, why }) => `${agent.name} (${why})`).join(', ')}.`,
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
      title: 'Who needs what this week',
      blocks:
        toSee.length === 0
          ? [
              {
                kind: 'paragraph',
                text: 'Nobody stands out from peers by more than chance would explain. What is missing above may be why.',
              },
            ]
          : [
              {
                kind: 'paragraph',
                tone: 'small',
                text: 'Dot: where the person probably stands; line: 95% interval; stroke: mean of the peers; diamond: the target, or what a good peer reaches.',
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
  return of === 0 ? 'no contacts' : `${((n / of) * 100).toFixed(1)}% of contacts`
}

function personBlocks(ranked: RankedAgent, facts: WeeklyFacts): Block[] {
  const must: Block[] = ranked.mustAddress.map(({ sentence }) => ({
    kind: 'callout',
    tone: 'attention',
    title: 'Must address',
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
                  { text: 'After that: ', is: 'muted' as const },
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
  const against = benchmark === null ? '' : `, mark ${value(benchmark)}`
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
      alternative: `${label}: ${value(mean)}, interval ${value(low)} to ${value(high)}, peers ${value(action.peerMean)}${against}.`,
    },
    { kind: 'paragraph', tone: 'small', text: action.followUp.watch },
  ]
}

function shortly(action: AssessedDriver, definitions: WeeklyFacts['definitions']): string {
  const definition = definitions.get(action.driver.id)
  if (!definition) return action.driver.label
  return `${figureLabel(action.driver)}: ${formatValue(action.posterior.mean, definition)} against ${formatValue(action.benchmark, definition)}.`
}

function othersBlocks({ list }: WeeklyFacts): Block[] {
  const others = list.items.filter(({ state }) => state !== 'must-address' && state !== 'act')
  if (others.length === 0) return []
  const words = {
    'on-track': 'On track',
    'not-enough-evidence': 'Cannot be told yet',
    'no-data': 'No data',
    unranked: '',
  }
  return [
    {
      kind: 'section',
      title: 'Everybody else',
      blocks: [
        {
          kind: 'table',
          columns: [
            { label: 'Agent', width: 130 },
            { label: 'State', width: 90 },
            { label: 'Why', width: 'rest' },
            { label: 'Contacts', align: 'right', width: 48 },
          ],
          rows: others.map(({ agent, state, reason, contacts }) => [
            agent.name,
            state === 'must-address' || state === 'act' ? '' : words[state],
            state === 'on-track' ? '' : reason,
            contacts.toLocaleString('en-GB'),
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
      title: 'Worth saying',
      blocks: [
        {
          kind: 'table',
          columns: [
            { label: 'Agent', width: 130 },
            { label: 'Strength', width: 'rest' },
          ],
          rows,
        },
      ],
    },
  ]
}
