import { SegmentedControl, Select, Table, Text, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReviewerStanding } from '../../../../shared/contract/calibration.ts'
import { orpc } from '../../../app/client.ts'
import { IntervalRows } from '../../../charts/interval-rows.tsx'
import { durationWords } from '../../../conversation/words.ts'
import { formatDayRange } from '../../../ui/dates.ts'
import { countOf, formatDifference, formatShare, formatValue } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { AgreementTable } from './question-figures.tsx'
import { figureWords } from './words.ts'

const windows = [84, 182, 365] as const

/** How each reviewer scores on a form over time: severity, drift, habits, and what agents' scores would be without it. */
export function ReviewersSection() {
  const scorecards = useQuery(orpc.scorecards.list.queryOptions())
  const [chosen, setChosen] = useState<number | null>(null)
  const [days, setDays] = useState<number>(182)
  const [shown, setShown] = useState<'reviewers' | 'questions' | 'agents'>('reviewers')
  const scored = (scorecards.data ?? []).filter(({ evaluations }) => evaluations > 0)
  const scorecardId = chosen ?? scored[0]?.id ?? null
  if (scorecardId === null) return null
  return (
    <Section
      title="How reviewers score"
      actions={
        <>
          <SegmentedControl
            aria-label="What to show"
            value={shown}
            onChange={(value) => setShown(value)}
            data={[
              { value: 'reviewers', label: 'Reviewers' },
              { value: 'questions', label: 'Questions' },
              { value: 'agents', label: 'Agents' },
            ]}
          />
          <Select
            aria-label="Scorecard"
            w={240}
            allowDeselect={false}
            data={scored.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={String(scorecardId)}
            onChange={(value) => setChosen(Number(value))}
          />
          <Select
            aria-label="Days looked at"
            w={110}
            allowDeselect={false}
            data={windows.map((n) => ({ value: String(n), label: `${n} days` }))}
            value={String(days)}
            onChange={(value) => setDays(Number(value))}
          />
        </>
      }
    >
      {shown === 'questions' ? (
        <Questions scorecardId={scorecardId} days={days} />
      ) : (
        <Standings scorecardId={scorecardId} days={days} shown={shown} />
      )}
    </Section>
  )
}

function Questions({ scorecardId, days }: { scorecardId: number; days: number }) {
  const query = useQuery(orpc.calibration.questions.queryOptions({ input: { scorecardId, days } }))
  return (
    <QueryView query={query} what="the agreement" loading={<Loading label="the agreement" rows={6} />}>
      {({ questions, contacts, ...range }) => (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {contacts === 0
              ? 'No contact of these days was scored by two reviewers on this form.'
              : `${countOf(contacts, 'contact')} scored by two reviewers or more, ${formatDayRange(range)}.`}
          </Text>
          {questions.length > 0 && (
            <AgreementTable
              rows={questions.map(({ questionId, label, agreement }) => ({
                key: questionId,
                title: label,
                figures: agreement,
              }))}
            />
          )}
        </>
      )}
    </QueryView>
  )
}

function Standings({
  scorecardId,
  days,
  shown,
}: {
  scorecardId: number
  days: number
  shown: 'reviewers' | 'agents'
}) {
  const query = useQuery(orpc.calibration.reviewers.queryOptions({ input: { scorecardId, days } }))
  return (
    <QueryView query={query} what="the reviewers" loading={<Loading label="the reviewers" rows={6} />}>
      {(found) => (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {countOf(found.evaluations, 'evaluation')} of {formatDayRange(found)}.{' '}
            {shown === 'agents'
              ? 'Adjusted: had everybody scored alike. The plain mean stays the one that counts.'
              : 'Severity is the distance from comparable reviewers, once who scored whom is taken out.'}
            {found.basis === 'wide-default' && ' Under five reviewers, so their spread is assumed.'}
          </Text>
          {shown === 'agents' ? (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Agent</Table.Th>
                  <Table.Th ta="right">Evaluations</Table.Th>
                  <Table.Th ta="right">Mean score</Table.Th>
                  <Table.Th ta="right">Adjusted for severity</Table.Th>
                  <Table.Th ta="right">Difference</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {found.agents.map(({ agentId, name, n, mean, adjustedMean }) => (
                  <Table.Tr key={agentId}>
                    <Table.Td>{name}</Table.Td>
                    <Table.Td ta="right">{n}</Table.Td>
                    <Table.Td ta="right">{formatValue(mean, 'score')}</Table.Td>
                    <Table.Td ta="right">{formatValue(adjustedMean, 'score')}</Table.Td>
                    <Table.Td ta="right">
                      {adjustedMean === null ? '–' : formatDifference(adjustedMean - mean, 'score')}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          ) : (
            <Reviewers reviewers={found.reviewers} />
          )}
        </>
      )}
    </QueryView>
  )
}

function Reviewers({ reviewers }: { reviewers: ReviewerStanding[] }) {
  const known = reviewers.flatMap(({ reviewer, severity: { effect, low, high, n } }) =>
    effect === null || low === null || high === null ? [] : [{ reviewer, effect, low, high, n }],
  )
  const reach = Math.max(0.05, ...known.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]))
  return (
    <>
      {known.length > 0 && (
        <IntervalRows
          name="Severity"
          head={['Reviewer', 'Lenient or strict', 'Rests on']}
          low={-reach}
          high={reach}
          ends={['stricter', 'more lenient']}
          reference={{ value: 0, says: 'the average of comparable reviewers' }}
          rows={known.map(({ reviewer, effect, low, high, n }) => ({
            key: reviewer,
            label: reviewer,
            value: effect,
            low,
            high,
            figure: formatDifference(effect, 'score'),
            count: countOf(n, 'evaluation'),
            isMarked: low > 0 || high < 0,
          }))}
        />
      )}
      <Table.ScrollContainer minWidth={900} mt="md">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Reviewer</Table.Th>
              <Table.Th ta="right">Evaluations</Table.Th>
              <Table.Th ta="right">Drift in four weeks</Table.Th>
              <Table.Th ta="right">Not applicable</Table.Th>
              <Table.Th ta="right">Defaults untouched</Table.Th>
              <Table.Th ta="right">Median time</Table.Th>
              <Table.Th ta="right">As settled</Table.Th>
              <Table.Th ta="right">Fails found</Table.Th>
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
                <ShareCell share={one.notApplicable} none="No answers." />
                <ShareCell
                  share={one.untouchedDefaults}
                  none="No question with a default was answered here."
                />
                <Table.Td ta="right">
                  {one.timed === 0 ? (
                    <Why reason="Time is known for reviews made here." />
                  ) : (
                    <>
                      {durationWords(one.medianActiveMs)}
                      <Text size="xs" c="dimmed">
                        of {one.timed}
                      </Text>
                    </>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {one.settled.agreement.value === null ? (
                    <Why reason="No part in a settled calibration." />
                  ) : (
                    <>
                      {figureWords(one.settled.agreement, 'share')}
                      <Text size="xs" c="dimmed">
                        of {one.settled.n}
                      </Text>
                    </>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {one.settled.fails.found} of {one.settled.fails.items}
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
          {words(low)} to {words(high)}
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
            of {of}
          </Text>
        </>
      )}
    </Table.Td>
  )
}
