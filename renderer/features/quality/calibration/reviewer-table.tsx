import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Table, Text, Tooltip } from '@mantine/core'
import type { ReviewerStanding } from '../../../../shared/contract/calibration.ts'
import { IntervalRows } from '../../../charts/interval-rows.tsx'
import { durationWords } from '../../../conversation/words.ts'
import { formatDifference, formatShare } from '../../../ui/format.ts'
import { figureWords } from './words.ts'

/** How strict each reviewer is beside the others, and their habits: drift, "not applicable", defaults, time, settled calibrations. */
export function ReviewerTable({ reviewers }: { reviewers: ReviewerStanding[] }) {
  const known = reviewers.flatMap(({ reviewer, severity: { effect, low, high, n } }) =>
    effect === null || low === null || high === null ? [] : [{ reviewer, effect, low, high, n }],
  )
  const reach = Math.max(0.05, ...known.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]))
  return (
    <>
      {known.length > 0 && (
        <IntervalRows
          name={t`Severity`}
          head={[t`Reviewer`, t`Lenient or strict`, t`Rests on`]}
          low={-reach}
          high={reach}
          ends={[t`stricter`, t`more lenient`]}
          reference={{ value: 0, says: t`the average of comparable reviewers` }}
          rows={known.map(({ reviewer, effect, low, high, n }) => ({
            key: reviewer,
            label: reviewer,
            value: effect,
            low,
            high,
            figure: formatDifference(effect, 'score'),
            count: plural(n, { one: '# evaluation', other: '# evaluations' }),
            isMarked: low > 0 || high < 0,
          }))}
        />
      )}
      <Table.ScrollContainer minWidth={900} mt="md">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Reviewer</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Evaluations</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Drift in four weeks</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Not applicable</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Defaults untouched</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Median time</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>As settled</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Fails found</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {reviewers.map((one) => (
              <Table.Tr key={one.reviewer}>
                <Table.Td>
                  {one.reviewer}
                  {one.severity.reason !== null && (
                    <Text size="xs" c="dimmed" maw={260}>
                      {one.severity.reason}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">{one.evaluations}</Table.Td>
                <Table.Td ta="right">
                  {one.drift.perFourWeeks === null ? (
                    <Why reason={one.drift.reason ?? ''} />
                  ) : (
                    <WithInterval
                      value={formatDifference(one.drift.perFourWeeks, 'score')}
                      low={one.drift.low}
                      high={one.drift.high}
                      words={(value) => formatDifference(value, 'score')}
                    />
                  )}
                </Table.Td>
                <ShareCell share={one.notApplicable} none={t`No answers.`} />
                <ShareCell
                  share={one.untouchedDefaults}
                  none={t`No question with a default was answered here.`}
                />
                <Table.Td ta="right">
                  {one.timed === 0 ? (
                    <Why reason={t`Time is known for reviews made here.`} />
                  ) : (
                    <>
                      {durationWords(one.medianActiveMs)}
                      <Text size="xs" c="dimmed">
                        <Trans>of {one.timed}</Trans>
                      </Text>
                    </>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {one.settled.agreement.value === null ? (
                    <Why reason={t`No part in a settled calibration.`} />
                  ) : (
                    <>
                      {figureWords(one.settled.agreement, 'share')}
                      <Text size="xs" c="dimmed">
                        <Trans>of {one.settled.n}</Trans>
                      </Text>
                    </>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  <Trans>
                    {one.settled.fails.found} of {one.settled.fails.items}
                  </Trans>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}

function Why({ reason }: { reason: string }) {
  return (
    <Tooltip label={reason} multiline maw={300}>
      <span tabIndex={0} aria-label={reason}>
        –
      </span>
    </Tooltip>
  )
}

function WithInterval({
  value,
  low,
  high,
  words,
}: {
  value: string
  low: number | null
  high: number | null
  words(value: number): string
}) {
  return (
    <>
      {value}
      {low !== null && high !== null && (
        <Text size="xs" c="dimmed">
          <Trans>
            {words(low)} to {words(high)}
          </Trans>
        </Text>
      )}
    </>
  )
}

function ShareCell({
  share: { share, low, high, of },
  none,
}: {
  share: ReviewerStanding['notApplicable']
  none: string
}) {
  return (
    <Table.Td ta="right">
      {share === null ? (
        <Why reason={none} />
      ) : (
        <>
          <WithInterval value={formatShare(share)} low={low} high={high} words={formatShare} />
          <Text size="xs" c="dimmed">
            <Trans>of {of}</Trans>
          </Text>
        </>
      )}
    </Table.Td>
  )
}
