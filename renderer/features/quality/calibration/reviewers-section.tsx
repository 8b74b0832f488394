import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { SegmentedControl, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { formatDayRange } from '../../../ui/dates.ts'
import { Section } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { mostUsedFirst } from '../form-and-days.tsx'
import { AdjustedAgents } from './adjusted-agents.tsx'
import { AgreementTable } from './question-figures.tsx'
import { ReviewerTable } from './reviewer-table.tsx'

const windows = [84, 182, 365] as const

/** How each reviewer scores on a form over time: severity, drift, habits, and what agents' scores would be without it. */
export function ReviewersSection() {
  const scorecards = useQuery(orpc.scorecards.list.queryOptions())
  const [chosen, setChosen] = useState<number | null>(null)
  const [days, setDays] = useState<number>(182)
  const [shown, setShown] = useState<'reviewers' | 'questions' | 'agents'>('reviewers')
  const scored = mostUsedFirst(scorecards.data ?? [])
  const scorecardId = chosen ?? scored[0]?.id ?? null
  if (scorecardId === null) return null
  return (
    <Section
      title={t`How reviewers score`}
      actions={
        <>
          <SegmentedControl
            aria-label={t`What to show`}
            value={shown}
            onChange={(value) => setShown(value)}
            data={[
              { value: 'reviewers', label: t`Reviewers` },
              { value: 'questions', label: t`Questions` },
              { value: 'agents', label: t`Agents` },
            ]}
          />
          <Select
            aria-label={t`Scorecard`}
            w={240}
            allowDeselect={false}
            data={scored.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={String(scorecardId)}
            onChange={(value) => setChosen(Number(value))}
          />
          <Select
            aria-label={t`Days looked at`}
            w={110}
            allowDeselect={false}
            data={windows.map((n) => ({ value: String(n), label: t`${n} days` }))}
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
    <QueryView query={query} what={t`the agreement`} loading={<Loading label={t`the agreement`} rows={6} />}>
      {({ questions, contacts, ...range }) => (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {contacts === 0
              ? t`No contact of these days was scored by two reviewers on this form.`
              : t`${plural(contacts, { one: '# contact', other: '# contacts' })} scored by two reviewers or more, ${formatDayRange(range)}.`}
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
    <QueryView query={query} what={t`the reviewers`} loading={<Loading label={t`the reviewers`} rows={6} />}>
      {(found) => (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            <Trans>
              <Plural value={found.evaluations} one="# evaluation" other="# evaluations" /> of{' '}
              {formatDayRange(found)}.{' '}
              {shown === 'agents'
                ? t`Adjusted: had everybody scored alike. The plain mean stays the one that counts.`
                : t`Severity is the distance from comparable reviewers, once who scored whom is taken out.`}
              {found.basis === 'wide-default' && t` Under five reviewers, so their spread is assumed.`}
            </Trans>
          </Text>
          {shown === 'agents' ? (
            <AdjustedAgents agents={found.agents} />
          ) : (
            <ReviewerTable reviewers={found.reviewers} />
          )}
        </>
      )}
    </QueryView>
  )
}
