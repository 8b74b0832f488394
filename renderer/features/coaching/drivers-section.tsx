import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Modal, Stack, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { AgentPage, AssessedDriver } from '../../../shared/contract/coaching.ts'
import { IntervalKey } from '../../charts/interval-key.tsx'
import { IntervalLegend } from '../../charts/interval-legend.tsx'
import { IntervalPlot } from '../../charts/interval-plot.tsx'
import { formatInterval, formatNumber, formatProbability, formatValue } from '../../ui/format.ts'
import { Section } from '../../ui/page.tsx'
import { Arithmetic } from './arithmetic.tsx'
import { DriverCourse } from './driver-course.tsx'
import { EvidenceList } from './evidence-list.tsx'
import table from './tables.module.css'
import type { CoachingActions } from './use-coaching-actions.ts'
import { kindLabels, statusLabels } from './words.ts'

const SHOWN_AT_FIRST = 6

function DriverRow({ driver, onOpen }: { driver: AssessedDriver; onOpen: () => void }) {
  const { unit, posterior } = driver
  return (
    <tr>
      <th scope="row">
        <UnstyledButton className={table.open} onClick={onOpen}>
          {driver.driver.label}
        </UnstyledButton>
        <div className={table.sub}>{kindLabels[driver.driver.kind]}</div>
      </th>
      <td className={table.plot}>
        <IntervalPlot isSmall name={driver.driver.label} data={driver} />
      </td>
      <td className={table.number}>
        {formatValue(posterior.mean, unit)}
        <div className={table.sub}>{formatInterval(posterior.low, posterior.high, unit)}</div>
      </td>
      <td className={table.number}>{formatValue(driver.peerMean, unit)}</td>
      <td className={table.number}>{formatNumber(driver.n)}</td>
      <td className={table.number}>{formatProbability(driver.probabilityOfGap)}</td>
      <td className={table.number}>{formatNumber(driver.gainPerWeek, 2)}</td>
      <td>
        <span className={table.status} data-status={driver.status}>
          {statusLabels[driver.status]}
        </span>
      </td>
    </tr>
  )
}

/** Everything that was weighed, best first; one click shows the whole arithmetic. */
export function DriversSection({ page, coaching }: { page: AgentPage; coaching: CoachingActions }) {
  const [isWhole, setIsWhole] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const { drivers } = page.ranked
  const shown = isWhole ? drivers : drivers.slice(0, SHOWN_AT_FIRST)
  const open = drivers.find(({ driver }) => driver.id === openId)
  const course = page.metrics.find(({ metric }) => metric.id === openId)
  return (
    <Section
      id="drivers"
      title={t`Everything that was weighed`}
      note={t`best first, with the gain in ${page.outcome.label} a week`}
    >
      {drivers.length === 0 ? (
        <Text c="dimmed">
          <Trans>No driver has data in this window.</Trans>
        </Text>
      ) : (
        <div className={table.scroll} tabIndex={0} role="group" aria-label={t`Table of drivers`}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Driver</Trans>
                </th>
                <th scope="col">
                  <Trans>Against peers</Trans>
                </th>
                <th scope="col" className={table.number}>
                  <Trans>Estimate</Trans>
                </th>
                <th scope="col" className={table.number}>
                  <Trans>Peers</Trans>
                </th>
                <th scope="col" className={table.number}>
                  n
                </th>
                <th scope="col" className={table.number}>
                  <Trans>Chance of a gap</Trans>
                </th>
                <th scope="col" className={table.number}>
                  <Trans>Gain</Trans>
                </th>
                <th scope="col">
                  <Trans>Standing</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((driver) => (
                <DriverRow
                  key={driver.driver.id}
                  driver={driver}
                  onOpen={() => setOpenId(driver.driver.id)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {drivers.length > 0 && <IntervalKey hasBenchmark />}
      {drivers.length > SHOWN_AT_FIRST && (
        <Button variant="default" mt="xs" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t`Show fewer` : t`Show all ${drivers.length}`}
        </Button>
      )}
      <Modal
        opened={open !== undefined}
        onClose={() => setOpenId(null)}
        title={open?.driver.label}
        size={760}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        {open && (
          <Stack gap="sm">
            <Text>{open.sentence}</Text>
            <IntervalPlot name={open.driver.label} data={open} />
            <IntervalLegend name={open.driver.label} data={open} />
            <EvidenceList evidence={open.evidence} questionId={open.driver.id} />
            <Arithmetic driver={open} outcome={page.outcome} coaching={coaching} />
            {course && <DriverCourse figure={course} />}
          </Stack>
        )}
      </Modal>
    </Section>
  )
}
