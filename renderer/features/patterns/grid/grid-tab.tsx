import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { DriverGrid } from '../../../../shared/contract/group-patterns.ts'
import { orpc } from '../../../app/client.ts'
import type { PatternsSearch } from '../../../app/search.ts'
import { formatDayRange } from '../../../ui/dates.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { GridPlaceMark, type GridPlace } from '../grid-place.tsx'
import { TargetLink } from '../target-link.tsx'
import { NumberButton } from '../behind/number-button.tsx'
import { NothingMeasured } from '../nothing-measured.tsx'
import classes from '../patterns.module.css'
import { estimateWords, valueWords } from '../words.ts'

type Placed = DriverGrid['drivers'][number]

/** Every driver in the decision grid: low or good on average, with little or wide spread between agents. */
export function GridTab({ days }: { days: PatternsSearch['days'] }) {
  const query = useQuery(orpc.patterns.grid.queryOptions({ input: { days } }))
  return (
    <QueryView
      query={query}
      what={t`the decision grid`}
      loading={<Loading label={t`the decision grid`} rows={10} />}
    >
      {(grid) =>
        grid.drivers.length === 0 ? (
          <NothingMeasured />
        ) : (
          <div className={classes.stack}>
            <Grid grid={grid} days={days} />
            <GridTable drivers={grid.drivers} days={days} />
          </div>
        )
      }
    </QueryView>
  )
}

function Grid({ grid: { drivers, window }, days }: { grid: DriverGrid; days: PatternsSearch['days'] }) {
  const at = Map.groupBy(drivers, ({ grid }) => grid.place)
  const cell = (place: GridPlace, className: string | undefined) => (
    <section className={className} aria-label={placeLabels[place]}>
      <h3>
        <GridPlaceMark place={place} />
      </h3>
      <DriverLinks placed={at.get(place) ?? []} days={days} />
    </section>
  )
  return (
    <Section
      title={t`Fix the process, or coach people?`}
      note={`${formatDayRange(window)} · ${plural(drivers.length, { one: '# driver', other: '# drivers' })}`}
    >
      <div className={classes.gridFrame}>
        <span />
        <p className={classes.gridHead}>
          <Trans>Agents of one team hardly differ</Trans>
        </p>
        <p className={classes.gridHead}>
          <Trans>Agents of one team differ by more than is worth acting on</Trans>
        </p>
        <p className={classes.gridSide}>
          <Trans>Low on average, or in one team</Trans>
        </p>
        {cell('fix-the-process', classes.gridCell)}
        {cell('mixed', classes.gridCell)}
        <p className={classes.gridSide}>
          <Trans>Good on average</Trans>
        </p>
        {cell('leave-alone', classes.gridCell)}
        {cell('coach-the-few', classes.gridCell)}
      </div>
      {at.has('calibrate-first') && cell('calibrate-first', classes.gridOther)}
      {cell('cannot-tell', classes.gridOther)}
    </Section>
  )
}

const placeLabels: Record<GridPlace, string> = {
  'fix-the-process': t`Low on average or in one team, agents of one team hardly differ`,
  mixed: t`Low on average or in one team, agents of one team differ`,
  'leave-alone': t`Good on average, agents of one team hardly differ`,
  'coach-the-few': t`Good on average, agents of one team differ`,
  'calibrate-first': t`Reviewers differ`,
  'cannot-tell': t`Cannot tell yet`,
}

function DriverLinks({ placed, days }: { placed: readonly Placed[]; days: PatternsSearch['days'] }) {
  if (placed.length === 0)
    return (
      <span className={classes.dim}>
        <Trans>none</Trans>
      </span>
    )
  return (
    <ul className={classes.gridList}>
      {placed.map(({ driver, mean }) => (
        <li key={driver.id}>
          <TextLink to="/patterns" search={{ view: 'driver', days, driver: driver.id }}>
            {driver.label}
          </TextLink>{' '}
          <span className={classes.dim}>
            <MeanOf driver={driver} mean={mean} />
            {driver.kind === 'auto-question' && t`, automated`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function MeanOf({ driver, mean }: Pick<Placed, 'driver' | 'mean'>) {
  if (mean === null) return valueWords(driver, mean)
  return (
    <NumberButton driver={driver} group={{ kind: 'everyone' }} says={t`${driver.label}, mean of agents`}>
      {valueWords(driver, mean)}
    </NumberButton>
  )
}

function GridTable({ drivers, days }: { drivers: readonly Placed[]; days: PatternsSearch['days'] }) {
  return (
    <Section title={t`Why each stands where it stands`}>
      <Table.ScrollContainer minWidth={900}>
        <Table aria-label={t`Drivers in the decision grid`} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Driver</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Mean</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Held against</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Spread within teams (95% interval)</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Reviewers</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>What it says</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {drivers.map(({ driver, mean, grid }) => (
              <Table.Tr key={driver.id}>
                <Table.Td>
                  <TextLink to="/patterns" search={{ view: 'driver', days, driver: driver.id }} size="sm">
                    {driver.label}
                  </TextLink>
                </Table.Td>
                <Table.Td>
                  <MeanOf driver={driver} mean={mean} />
                </Table.Td>
                <Table.Td>
                  {grid.yardstick === null
                    ? '–'
                    : `${valueWords(driver, grid.yardstick.value)}, ${yardsticks[grid.yardstick.basis]}`}
                </Table.Td>
                <Table.Td>
                  {grid.betweenAgents === null ? '–' : estimateWords(driver, grid.betweenAgents)}
                </Table.Td>
                <Table.Td>{reviewerWords[grid.reviewers]}</Table.Td>
                <Table.Td>
                  {grid.sentence} <TargetLink driver={driver} grid={grid} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  )
}

const yardsticks = {
  target: t`the target`,
  'like-drivers': t`like drivers`,
  'good-agents': t`the better quarter`,
  band: t`its band`,
} as const
const reviewerWords = {
  wide: t`differ`,
  little: t`agree`,
  'cannot-tell': t`cannot tell`,
  nobody: t`none`,
} as const
