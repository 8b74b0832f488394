import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { DriverPattern } from '../../../../shared/contract/group-patterns.ts'
import { perCent } from '../../../../shared/domain/format.ts'
import { FunnelPlot } from '../../../charts/funnel-plot.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import { RankingOff } from '../../../ui/ranking-off.tsx'
import classes from '../patterns.module.css'
import { endsOf, valueWords } from '../words.ts'
import { NumberButton } from '../behind/number-button.tsx'
import { numberName, useNumbers } from '../behind/opened.ts'

type Point = NonNullable<DriverPattern['funnel']>['points'][number]

const SHOWN_AT_FIRST = 12

const placeWords: Record<Point['place'], string> = {
  inside: t`within the limits`,
  'outside-95': t`outside ${perCent(0.95)}`,
  'outside-998': t`outside ${perCent(0.998, 1)}`,
}

function groupOf({ agent }: Point) {
  return { kind: 'agent', key: String(agent.id) } as const
}

/** Drawn reviews are worth less than they are. */
function nWords({ n, observed }: Point): string {
  return Math.round(n) === observed
    ? formatNumber(observed)
    : t`${formatNumber(observed)}, worth ${formatNumber(n)}`
}

function wordsOf({ place, isWorse, isOfTeamApart }: Point): string {
  if (isOfTeamApart) return t`of a team that stands apart`
  return place === 'inside'
    ? placeWords.inside
    : isWorse
      ? t`${placeWords[place]}, worse`
      : t`${placeWords[place]}, better`
}

/** Agents against how much was seen of each, between limits that allow for chance and for ordinary difference. */
export function FunnelSection({ pattern: { driver, funnel, isRanked } }: { pattern: DriverPattern }) {
  const { open } = useNumbers()
  if (!isRanked)
    return (
      <Section title={t`Agents`}>
        <RankingOff />
      </Section>
    )
  if (funnel === null)
    return (
      <Section title={t`Agents`}>
        <p className={classes.sentence}>
          <Trans>Too little was observed in these days to draw limits.</Trans>
        </p>
      </Section>
    )
  const judged = funnel.points.filter(({ isOfTeamApart }) => !isOfTeamApart)
  const outside = judged.filter(({ place }) => place !== 'inside')
  const bounds = endsOf(driver)
  return (
    <Section
      title={t`Agents`}
      note={t`${plural(judged.length, { one: '# agent', other: '# agents' })}, ${outside.length} outside the limits, which allow for chance and ordinary difference`}
    >
      <div className={classes.beside}>
        <FunnelPlot
          label={t`${driver.label}: ${plural(funnel.points.length, { one: '# agent', other: '# agents' })}, ${outside.length} outside the limits`}
          centre={funnel.centre}
          limits={funnel.limits}
          unit={driver.unit}
          scale={driver.scale}
          {...(bounds && { bounds })}
          across={
            driver.kind === 'question' ? t`reviews of the agent (effective)` : t`observations of the agent`
          }
          {...(driver.kind !== 'workforce' && {
            onPoint: (key) => open({ driverId: driver.id, group: { kind: 'agent', key: String(key) } }),
          })}
          points={funnel.points.map((point) => ({
            key: point.agent.id,
            n: point.n,
            value: point.value,
            place: point.place,
            isApart: point.isOfTeamApart,
            name: point.agent.name,
            number: numberName({ driverId: driver.id, group: groupOf(point) }),
            details: `${point.agent.name}${point.team === null ? '' : `, ${point.team.name}`}: ${valueWords(driver, point.value)}, n = ${nWords(point)}, ${wordsOf(point)}`,
          }))}
        />
        <div>
          <TeamsApart points={funnel.points} />
          <AgentTable driver={driver} points={judged} />
        </div>
      </div>
    </Section>
  )
}

/** A team that is behind as a whole: said once, of the team, and its people are not lined up. */
function TeamsApart({ points }: { points: readonly Point[] }) {
  const teams = Map.groupBy(
    points.filter(({ isOfTeamApart }) => isOfTeamApart),
    ({ team }) => team?.name ?? '',
  )
  return [...teams].map(([name, own]) => (
    <p key={name} className={classes.sentence}>
      <Trans>
        <strong>
          {name}, <Plural value={own.length} one="# agent" other="# agents" />
        </strong>
        , stands apart as a whole and is drawn pale: the limits are of the others. Look at what the team has
        in common before its people.
      </Trans>
    </p>
  ))
}

/** Those outside the limits first, the furthest and worst at the top; all others by name, since none is told from the rest. */
function AgentTable({ driver, points }: { driver: DriverPattern['driver']; points: readonly Point[] }) {
  const [isWhole, { open }] = useDisclosure(false)
  const rank = ({ place, isWorse }: Point) =>
    place === 'inside' ? 0 : (place === 'outside-998' ? 2 : 1) + (isWorse ? 2 : 0)
  // within the limits nobody is worse than anybody: by name, not by figure
  const sorted = points.toSorted((a, b) => rank(b) - rank(a) || a.agent.name.localeCompare(b.agent.name))
  const shown = isWhole ? sorted : sorted.slice(0, SHOWN_AT_FIRST)
  return (
    <div>
      {sorted.every(({ place }) => place === 'inside') && (
        <p className={classes.sentence}>
          <Trans>
            Nobody stands outside the limits, so nobody is told from the others: they are in order of their
            names.
          </Trans>
        </p>
      )}
      <Table aria-label={t`Agents on ${driver.label}`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Agent</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Team</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>Value</Trans>
            </Table.Th>
            <Table.Th ta="right">n</Table.Th>
            <Table.Th>
              <Trans>In the funnel</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((point) => (
            <Table.Tr key={point.agent.id}>
              <Table.Td>
                <TextLink to="/coaching" search={{ agent: point.agent.id }} size="sm">
                  {point.agent.name}
                </TextLink>
              </Table.Td>
              <Table.Td>{point.team?.name ?? '–'}</Table.Td>
              <Table.Td ta="right">
                <NumberButton driver={driver} group={groupOf(point)} says={point.agent.name}>
                  {valueWords(driver, point.value)}
                </NumberButton>
              </Table.Td>
              <Table.Td ta="right">{nWords(point)}</Table.Td>
              <Table.Td fw={point.place === 'inside' ? undefined : 600}>{wordsOf(point)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown.length < sorted.length && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={open}>
          <Trans>All {sorted.length} agents</Trans>
        </Button>
      )}
    </div>
  )
}
