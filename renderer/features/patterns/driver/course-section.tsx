import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { DriverPattern } from '../../../../shared/contract/group-patterns.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import { CourseChart } from '../../../charts/course-chart.tsx'
import { formatDay, withLocalDays } from '../../../ui/dates.ts'
import { formatInterval, formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import classes from '../patterns.module.css'
import { NumberButton } from '../behind/number-button.tsx'
import { numberName, useNumbers } from '../behind/opened.ts'
import { valueWords } from '../words.ts'

const signalWords = { outside: t`outside the noise`, run: t`one of a run on one side` } as const

function daysOf({ from, to }: { from: string; to: string }) {
  return { kind: 'days', key: `${from} ${to}` } as const
}

function weekOf(weekStart: string) {
  return daysOf({ from: weekStart, to: addDays(weekStart, 6) })
}

/** The driver week by week, and where its level changed beyond the noise of weeks. */
export function CourseSection({ pattern: { driver, trend } }: { pattern: DriverPattern }) {
  const [showsTable, { toggle }] = useDisclosure(false)
  const { open } = useNumbers()
  const first = trend.weeks.findIndex(({ value }) => value !== null)
  const weeks = first < 0 ? [] : trend.weeks.slice(first)
  return (
    <Section
      title={t`Week by week`}
      note={t`Everybody together, as observed`}
      actions={
        weeks.length > 0 && (
          <Button variant="subtle" size="compact-sm" aria-expanded={showsTable} onClick={toggle}>
            {showsTable ? t`Hide the table` : t`Show as a table`}
          </Button>
        )
      }
    >
      {trend.changes.length === 0 ? (
        <p className={classes.sentence}>{withLocalDays(trend.sentence)}</p>
      ) : (
        <ul className={classes.changes} aria-label={t`Changes of the level`}>
          {trend.changes.map(({ weekStart, before, after, beforeDays, afterDays }) => (
            <li key={weekStart}>
              <Trans>
                From {formatDay(weekStart)} on{' '}
                <NumberButton driver={driver} group={daysOf(afterDays)} says={t`after the change`}>
                  {valueWords(driver, after)}
                </NumberButton>
                , before{' '}
                <NumberButton driver={driver} group={daysOf(beforeDays)} says={t`before the change`}>
                  {valueWords(driver, before)}
                </NumberButton>
                .
              </Trans>
            </li>
          ))}
        </ul>
      )}
      {weeks.length > 0 && (
        <CourseChart
          label={t`${driver.label} by week`}
          weeks={weeks.map((week) => ({
            ...week,
            details: t`Week of ${formatDay(week.weekStart)}: ${valueWords(driver, week.value)}, n = ${formatNumber(week.n)}`,
            number: numberName({ driverId: driver.id, group: weekOf(week.weekStart) }),
          }))}
          {...(driver.kind !== 'workforce' && {
            onWeek: (weekStart) => open({ driverId: driver.id, group: weekOf(weekStart) }),
          })}
          xmr={trend.xmr}
          changes={trend.changes}
          unit={driver.unit}
          scale={driver.scale}
        />
      )}
      {showsTable && (
        <Table aria-label={t`${driver.label} by week`} mt="sm" maw={860}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Week of</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Value</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>95% interval</Trans>
              </Table.Th>
              <Table.Th ta="right">n</Table.Th>
              <Table.Th>
                <Trans>Signal</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {weeks.map(({ weekStart, value, low, high, n, signal }) => (
              <Table.Tr key={weekStart}>
                <Table.Td>{formatDay(weekStart)}</Table.Td>
                <Table.Td ta="right">
                  {value === null ? (
                    '–'
                  ) : (
                    <NumberButton
                      driver={driver}
                      group={weekOf(weekStart)}
                      says={t`Week of ${formatDay(weekStart)}`}
                    >
                      {valueWords(driver, value)}
                    </NumberButton>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {low === null || high === null ? '–' : formatInterval(low, high, driver.unit, driver.scale)}
                </Table.Td>
                <Table.Td ta="right">{formatNumber(n)}</Table.Td>
                <Table.Td>
                  {[
                    ...(signal === null ? [] : [signalWords[signal]]),
                    ...(trend.changes.some((change) => change.weekStart === weekStart)
                      ? [t`the level changed`]
                      : []),
                  ].join(', ')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}
