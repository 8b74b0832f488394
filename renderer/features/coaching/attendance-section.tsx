import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTable } from '@tabler/icons-react'
import { formatDay } from '../../ui/dates.ts'
import { formatNumber, formatValue } from '../../ui/format.ts'
import { Section } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { attendanceWeeks, type AttendanceDay } from './attendance-weeks.ts'
import classes from './attendance-section.module.css'
import { MissingNote } from './missing-note.tsx'
import table from './tables.module.css'

const HOUR_MS = 3_600_000

function stateOf(day: AttendanceDay): { state: string; mark: string; words: string } {
  if (day.absence === 'unplanned')
    return {
      state: 'unplanned',
      mark: '✕',
      words: t`unplanned absence${day.reason ? `: ${day.reason}` : ''}`,
    }
  if (day.absence === 'planned')
    return { state: 'planned', mark: '–', words: t`planned absence${day.reason ? `: ${day.reason}` : ''}` }
  if (day.adherence !== null) {
    // Coloured by the number shown, so that the same number never has two colours.
    const percent = Math.round(day.adherence * 100)
    return {
      state: percent < 85 ? 'low' : percent < 92 ? 'middle' : 'high',
      mark: formatNumber(percent),
      words: t`adherence ${formatValue(day.adherence, 'share')}`,
    }
  }
  if (day.scheduledMs !== null) return { state: 'unknown', mark: '·', words: t`scheduled, adherence unknown` }
  return { state: 'free', mark: '', words: t`not scheduled` }
}

function Cell({ day }: { day: AttendanceDay }) {
  const { state, mark, words } = stateOf(day)
  return (
    <Tooltip label={`${formatDay(day.day, 'weekday')}: ${words}`}>
      <span
        className={classes.cell}
        data-state={state}
        role="img"
        aria-label={`${formatDay(day.day, 'weekday')}: ${words}`}
      >
        {mark}
      </span>
    </Tooltip>
  )
}

/** Shifts by day: adherence in whole per cent, absences by their own mark. */
export function AttendanceSection({ days, missing }: { days: AttendanceDay[]; missing: string | null }) {
  const [isTable, { toggle }] = useDisclosure(false)
  const hasShifts = days.some(
    ({ scheduledMs, adherence, absence }) => scheduledMs !== null || adherence !== null || absence !== null,
  )
  const unplanned = days.filter(({ absence }) => absence === 'unplanned').length
  return (
    <Section
      id="attendance"
      title={t`Attendance`}
      note={
        hasShifts
          ? t`adherence in per cent by day · ${plural(unplanned, { one: '# unplanned absence', other: '# unplanned absences' })}`
          : undefined
      }
      actions={
        hasShifts && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-expanded={isTable}
            leftSection={<IconTable size={14} aria-hidden />}
            onClick={toggle}
          >
            {isTable ? t`Show the calendar` : t`Show the table`}
          </Button>
        )
      }
    >
      <MissingNote sentence={missing} />
      {!hasShifts && (
        <Empty title={t`No shifts in this window`}>
          <Trans>Import adherence or schedule exports of your workforce tool, and they appear here.</Trans>
        </Empty>
      )}
      {hasShifts && !isTable && (
        <>
          <div className={classes.strip}>
            {attendanceWeeks(days).map((week) => (
              <div key={week[0]?.day} className={classes.week}>
                <span className={classes.weekLabel}>{week[0] && formatDay(week[0].day, 'short')}</span>
                <div className={classes.days}>
                  {week.map((day) => (
                    <Cell key={day.day} day={day} />
                  ))}
                </div>
              </div>
            ))}
          </div>
          <p className={classes.key}>
            <span data-state="high">
              <Trans>92% and more</Trans>
            </span>
            <span data-state="middle">
              <Trans>85 to 92%</Trans>
            </span>
            <span data-state="low">
              <Trans>below 85%</Trans>
            </span>
            <span data-state="unplanned">
              <Trans>✕ unplanned absence</Trans>
            </span>
            <span data-state="planned">
              <Trans>– planned absence</Trans>
            </span>
          </p>
        </>
      )}
      {hasShifts && isTable && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Day</Trans>
              </th>
              <th scope="col" className={table.number}>
                <Trans>Scheduled</Trans>
              </th>
              <th scope="col" className={table.number}>
                <Trans>Adherence</Trans>
              </th>
              <th scope="col" className={table.number}>
                <Trans>Conformance</Trans>
              </th>
              <th scope="col">
                <Trans>Absence</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {days
              .filter(
                ({ scheduledMs, adherence, absence }) =>
                  scheduledMs !== null || adherence !== null || absence !== null,
              )
              .map((day) => (
                <tr key={day.day}>
                  <th scope="row">{formatDay(day.day, 'weekday')}</th>
                  <td className={table.number}>
                    {day.scheduledMs === null ? '–' : `${formatNumber(day.scheduledMs / HOUR_MS, 1)} h`}
                  </td>
                  <td className={table.number}>{formatValue(day.adherence, 'share')}</td>
                  <td className={table.number}>{formatValue(day.conformance, 'share')}</td>
                  <td>
                    {day.absence === null || day.absence === 'none'
                      ? ''
                      : [day.absence, day.reason].filter(Boolean).join(': ')}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
