import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { DriverGrid } from '../../../../shared/contract/group-patterns.ts'
import { orpc } from '../../../app/client.ts'
import type { PatternsSearch } from '../../../app/search.ts'
import { formatDayRange } from '../../../ui/dates.ts'
import { countOf } from '../../../ui/format.ts'
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
      what="the decision grid"
      loading={<Loading label="the decision grid" rows={10} />}
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
      title="Fix the process, or coach people?"
      note={`${formatDayRange(window)} · ${countOf(drivers.length, 'driver')}`}
    >
      <div className={classes.gridFrame}>
        <span />
        <p className={classes.gridHead}>Agents of one team hardly differ</p>
        <p className={classes.gridHead}>Agents of one team differ by more than is worth acting on</p>
        <p className={classes.gridSide}>Low on average, or in one team</p>
        {cell('fix-the-process', classes.gridCell)}
        {cell('mixed', classes.gridCell)}
        <p className={classes.gridSide}>Good on average</p>
        {cell('leave-alone', classes.gridCell)}
        {cell('coach-the-few', classes.gridCell)}
      </div>
      {at.has('calibrate-first') && cell('calibrate-first', classes.gridOther)}
      {cell('cannot-tell', classes.gridOther)}
    </Section>
  )
}

const placeLabels: Record<GridPlace, string> = {
  'fix-the-process': 'Low on average or in one team, agents of one team hardly differ',
  mixed: 'Low on average or in one team, agents of one team differ',
  'leave-alone': 'Good on average, agents of one team hardly differ',
  'coach-the-few': 'Good on average, agents of one team differ',
  'calibrate-first': 'Reviewers differ',
  'cannot-tell': 'Cannot tell yet',
}

function DriverLinks({ placed, days }: { placed: readonly Placed[]; days: PatternsSearch['days'] }) {
  if (placed.length === 0) return <span className={classes.dim}>none</span>
  return (
    <ul className={classes.gridList}>
      {placed.map(({ driver, mean }) => (
        <li key={driver.id}>
          <TextLink to="/patterns" search={{ view: 'driver', days, driver: driver.id }}>
            {driver.label}
          </TextLink>{' '}
          <span className={classes.dim}>
            <MeanOf driver={driver} mean={mean} />
            {driver.kind === 'auto-question' && ', automated'}
          </span>
        </li>
      ))}
    </ul>
  )
}

function MeanOf({ driver, mean }: Pick<Placed, 'driver' | 'mean'>) {
  if (mean === null) return valueWords(driver, mean)
  return (
    <NumberButton driver={driver} group={{ kind: 'everyone' }} says={`${driver.label}, mean of agents`}>
      {valueWords(driver, mean)}
    </NumberButton>
  )
}

function GridTable({ drivers, days }: { drivers: readonly Placed[]; days: PatternsSearch['days'] }) {
  return (
    <Section title="Why each stands where it stands">
      <Table.ScrollContainer minWidth={900}>
        <Table aria-label="Drivers in the decision grid" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Driver</Table.Th>
              <Table.Th>Mean</Table.Th>
              <Table.Th>Held against</Table.Th>
              <Table.Th>Spread within teams (95% interval)</Table.Th>
              <Table.Th>Reviewers</Table.Th>
              <Table.Th>What it says</Table.Th>
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
  target: 'the target',
  'like-drivers': 'like drivers',
  'good-agents': 'the better quarter',
  band: 'its band',
} as const
const reviewerWords = {
  wide: 'differ',
  little: 'agree',
  'cannot-tell': 'cannot tell',
  nobody: 'none',
} as const
