import { Badge, Collapse, Group, Table, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { CoachingEffect } from '../../../../shared/contract/effects.ts'
import type { SessionPage } from '../../../../shared/contract/session.ts'
import { orpc } from '../../../app/client.ts'
import { ChangePlot } from '../../../charts/change-plot.tsx'
import { ControlChart } from '../../../charts/control-chart.tsx'
import { IntervalLine } from '../../../charts/interval-line.tsx'
import { domainOf } from '../../../charts/scale.ts'
import { formatDay, formatDayRange, withLocalDays } from '../../../ui/dates.ts'
import { countOf, formatCount, formatDifference, formatNumber, formatValue } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { effectWords } from './effect-words.ts'
import classes from './session.module.css'

/** What came of a session that was held: the change beyond what was to be expected, with its interval, and the one verdict. */
export function EffectCard({ session }: { session: SessionPage }) {
  const effects = useQuery(orpc.sessions.effects.queryOptions({ input: { ids: [session.id] } }))
  return (
    <Section
      title="What came of it"
      note="against people who were not coached; judged once, after eight weeks"
    >
      <QueryView query={effects} what="what came of it">
        {(list) =>
          list.length === 0 ? (
            <Text size="sm" c="dimmed">
              {session.focus.driverId === null
                ? 'An idea of your own has no figure, so nothing is measured.'
                : 'This is no longer measured here.'}
            </Text>
          ) : (
            <>
              {list.map(({ effect }) => (
                <Effect
                  key={effect.agentId}
                  effect={effect}
                  name={
                    session.people.length > 1
                      ? (session.people.find(({ id }) => id === effect.agentId)?.name ?? null)
                      : null
                  }
                />
              ))}
            </>
          )
        }
      </QueryView>
    </Section>
  )
}

function Effect({ effect, name }: { effect: CoachingEffect; name: string | null }) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const { driver, selecting, after, looks, chart } = effect
  const { label, color } = effectWords[effect.state]
  const { unit, scale } = driver
  return (
    <div className={classes.person}>
      {name !== null && <p className={classes.personName}>{name}</p>}
      <Group gap="sm" align="flex-start" wrap="nowrap" mb={8}>
        <Badge variant="light" color={color} tt="none" size="lg" flex="none">
          {label}
        </Badge>
        <Text>{withLocalDays(effect.sentence)}</Text>
      </Group>
      {effect.expectedWithout !== null && after !== null && (
        <ChangePlot
          name={driver.label}
          picked={selecting.adjusted}
          expectedWithout={effect.expectedWithout}
          since={after.adjusted}
          unit={unit}
          scale={scale}
        />
      )}
      {effect.effect !== null && (
        <div className={classes.effectLine}>
          <Text size="sm" c="dimmed">
            Beyond what was expected
          </Text>
          <IntervalLine
            interval={effect.effect}
            domain={domainOf([effect.effect.low, effect.effect.high, 0])}
            reference={0}
          />
          <Text size="sm" ta="end">
            {formatDifference(effect.effect.value, unit, scale)} (
            {formatDifference(effect.effect.low, unit, scale)} to{' '}
            {formatDifference(effect.effect.high, unit, scale)}), positive is better
          </Text>
        </div>
      )}
      <ol className={classes.looks} aria-label="Looks">
        {looks.map((look) => (
          <li key={look.weeks} data-reached={look.isReached || undefined}>
            <strong>{look.isVerdict ? 'Verdict' : `${look.weeks} weeks`}</strong>
            <span>
              {look.isReached
                ? look.effect === null
                  ? 'nothing to compare'
                  : `${formatDifference(look.effect.value, unit, scale)}, n = ${formatCount(look.n)}`
                : formatDay(look.on, 'short')}
            </span>
          </li>
        ))}
      </ol>
      {chart !== null && (
        <ControlChart
          name={driver.label}
          points={chart.weeks}
          mean={chart.mean}
          lowerLimit={chart.lowerLimit}
          upperLimit={chart.upperLimit}
          unit={unit}
          scale={scale}
          markBefore={{ week: 0, says: 'session' }}
        />
      )}
      <UnstyledButton className={classes.disclose} aria-expanded={isOpen} onClick={toggle}>
        <IconChevronRight size={14} aria-hidden data-open={isOpen || undefined} /> How this was told
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <EffectArithmetic effect={effect} />
      </Collapse>
    </div>
  )
}

function EffectArithmetic({ effect }: { effect: CoachingEffect }) {
  const { driver, before, selecting, after, bounce, controls, smallestDifference, chart } = effect
  const value = (number: number | null) => formatValue(number, driver.unit, driver.scale)
  const stretches = [
    { says: 'Before', of: before },
    { says: 'Weeks that picked', of: selecting },
    ...(after === null ? [] : [{ says: 'Since the session', of: after }]),
  ]
  return (
    <>
      <Table withRowBorders={false} verticalSpacing={4} mt={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Days</Table.Th>
            <Table.Th ta="end">n</Table.Th>
            <Table.Th ta="end">as observed</Table.Th>
            <Table.Th ta="end">adjusted</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {stretches.map(({ says, of }) => (
            <Table.Tr key={says}>
              <Table.Td>
                {says}, {formatDayRange(of.days)}
              </Table.Td>
              <Table.Td ta="end">{formatCount(of.n)}</Table.Td>
              <Table.Td ta="end">{value(of.raw)}</Table.Td>
              <Table.Td ta="end">{value(of.adjusted)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {bounce !== null && (
        <Text size="sm" c="dimmed" mt={4}>
          Picked in weeks that read {value(selecting.adjusted)}, where peers average {value(bounce.peerMean)}.
          Of such a distance {formatNumber(bounce.reliability * 100)}% lasts; the rest was luck and comes back
          by itself: {formatDifference(bounce.value, driver.unit, driver.scale)}.
        </Text>
      )}
      <Text size="sm" c="dimmed" mt={4}>
        {controls.tooFew ??
          `Compared with ${countOf(controls.n, 'person', 'people')} who were not coached on it, ${
            controls.from === 'own-team' ? 'of the same team' : 'of other teams first'
          }${controls.isNear ? ', at about the same level' : ', the nearest there were'}. They changed by ${formatDifference(controls.change ?? 0, driver.unit, driver.scale)} beyond what was expected of them.`}{' '}
        The smallest difference worth acting on is{' '}
        {formatDifference(smallestDifference, driver.unit, driver.scale).replace('+', '')}.
      </Text>
      {chart !== null && (
        <Text size="sm" c="dimmed" mt={4}>
          The weeks before the session give the mean and the limits of the chart; a diamond is a week that is
          no noise: outside them, or one of eight in a row on one side.
        </Text>
      )}
    </>
  )
}
