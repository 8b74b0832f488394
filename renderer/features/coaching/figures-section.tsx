import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Group, Modal, Stack, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { AgentPage, AssessedDriver } from '../../../shared/contract/coaching.ts'
import { IntervalKey } from '../../charts/interval-key.tsx'
import { IntervalLegend } from '../../charts/interval-legend.tsx'
import { IntervalPlot } from '../../charts/interval-plot.tsx'
import { formatInterval, formatNumber, formatValue } from '../../ui/format.ts'
import { Section } from '../../ui/page.tsx'
import { DriverCourse } from './driver-course.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { PrepareButton } from './sessions/prepare-button.tsx'
import table from './tables.module.css'
import type { CoachingActions } from './use-coaching-actions.ts'
import { kindLabels } from './words.ts'

/** What is drawn of a figure: where it has no target, only the mean of the peers stands beside it. */
function drawn(driver: AssessedDriver) {
  return { ...driver, benchmark: driver.benchmark === driver.peerMean ? null : driver.benchmark }
}

/** The figures of one agent where nobody is ranked: by name, each with its interval; one click shows what it rests on. */
export function FiguresSection({ page, coaching }: { page: AgentPage; coaching: CoachingActions }) {
  const [openId, setOpenId] = useState<string | null>(null)
  const { drivers } = page.ranked
  const open = drivers.find(({ driver }) => driver.id === openId)
  const course = page.metrics.find(({ metric }) => metric.id === openId)
  return (
    <Section id="drivers" title={t`Figures`} note={t`by name, each with its 95% interval`}>
      {drivers.length === 0 ? (
        <Text c="dimmed">
          <Trans>No driver has data in this window.</Trans>
        </Text>
      ) : (
        <div className={table.scroll} tabIndex={0} role="group" aria-label={t`Table of figures`}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Figure</Trans>
                </th>
                <th scope="col">
                  <Trans>Beside the mean of the peers</Trans>
                </th>
                <th scope="col" className={table.number}>
                  <Trans>Estimate</Trans>
                </th>
                <th scope="col" className={table.number}>
                  <Trans>Mean of the peers</Trans>
                </th>
                <th scope="col" className={table.number}>
                  n
                </th>
              </tr>
            </thead>
            <tbody>
              {drivers.map((driver) => (
                <tr key={driver.driver.id}>
                  <th scope="row">
                    <UnstyledButton className={table.open} onClick={() => setOpenId(driver.driver.id)}>
                      {driver.driver.label}
                    </UnstyledButton>
                    <div className={table.sub}>{kindLabels[driver.driver.kind]}</div>
                  </th>
                  <td className={table.plot}>
                    <IntervalPlot isSmall name={driver.driver.label} data={drawn(driver)} />
                  </td>
                  <td className={table.number}>
                    {formatValue(driver.posterior.mean, driver.unit)}
                    <div className={table.sub}>
                      {formatInterval(driver.posterior.low, driver.posterior.high, driver.unit)}
                    </div>
                  </td>
                  <td className={table.number}>{formatValue(driver.peerMean, driver.unit)}</td>
                  <td className={table.number}>{formatNumber(driver.n)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {drivers.length > 0 && (
        <IntervalKey hasBenchmark={drivers.some((driver) => drawn(driver).benchmark !== null)} />
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
            <IntervalPlot name={open.driver.label} data={drawn(open)} />
            <IntervalLegend name={open.driver.label} data={drawn(open)} />
            <EvidenceList evidence={open.evidence} questionId={open.driver.id} />
            {course && <DriverCourse figure={course} />}
            <Group>
              <PrepareButton driverId={open.driver.id} coaching={coaching} />
            </Group>
          </Stack>
        )}
      </Modal>
    </Section>
  )
}
