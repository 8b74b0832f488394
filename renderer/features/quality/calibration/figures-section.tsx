import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Group, SegmentedControl, Table, Text, Tooltip } from '@mantine/core'
import { useState } from 'react'
import type {
  CalibrationFigure,
  CalibrationResults,
  CalibrationSession,
} from '../../../../shared/contract/calibration.ts'
import { IntervalRows, type IntervalRow } from '../../../charts/interval-rows.tsx'
import { formatDifference, formatShare, formatValue } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { QuestionFigures } from './question-figures.tsx'
import { figureWords, intervalWords } from './words.ts'

interface FiguresSectionProps {
  session: CalibrationSession
  results: CalibrationResults
}

/** How far the reviewers agreed before anything was settled, and how close each came to what is right. */
export function FiguresSection({ session, results }: FiguresSectionProps) {
  const [when, setWhen] = useState<'before' | 'after'>('before')
  const { scores } = results
  return (
    <>
      <Section
        title={t`Reviewers`}
        note={
          when === 'before'
            ? t`beside each other, before anything was settled`
            : t`beside what is settled, or the expert says`
        }
        actions={
          <SegmentedControl
            aria-label={t`Before or after settling`}
            value={when}
            onChange={(value) => setWhen(value)}
            data={[
              { value: 'before', label: t`Before` },
              { value: 'after', label: t`After settling` },
            ]}
          />
        }
      >
        <Group gap="xl" mb="sm">
          <Figure
            label={t`Spread of a conversation’s totals`}
            value={scores.meanSpread === null ? '–' : formatValue(scores.meanSpread, 'score')}
            more={t`largest ${scores.largestSpread === null ? '–' : formatValue(scores.largestSpread, 'score')}, of ${plural(scores.n, { one: '# conversation', other: '# conversations' })}`}
          />
          <Figure
            label={t`Reliability of one total, ICC(2,1)`}
            value={figureWords(scores.reliability, 'coefficient')}
            more={intervalWords(scores.reliability, 'coefficient')}
          />
          <Figure
            label={t`Distance from the settled total`}
            value={scores.after.meanDistance === null ? '–' : formatValue(scores.after.meanDistance, 'score')}
            more={
              scores.after.n === 0
                ? t`nothing has a settled total yet`
                : t`mean of ${plural(scores.after.n, { one: '# score', other: '# scores' })}`
            }
          />
        </Group>
        <ReviewerRows when={when} results={results} expert={session.expert} />
      </Section>
      <QuestionFigures results={results} />
      <Submissions results={results} />
    </>
  )
}

function Figure({ label, value, more }: { label: string; value: string; more: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fw={650} size="lg">
        {value}
      </Text>
      <Text size="xs" c="dimmed" maw={260}>
        {more}
      </Text>
    </div>
  )
}

function ReviewerRows({
  when,
  results,
  expert,
}: {
  when: 'before' | 'after'
  results: CalibrationResults
  expert: string | null
}) {
  const compared = results.reviewers.filter(({ reviewer }) => when === 'before' || reviewer !== expert)
  const rows = compared.flatMap((one): IntervalRow[] => {
    const { n, agreement } = when === 'before' ? one.before : one.after
    return agreement.value === null
      ? []
      : [
          {
            key: one.reviewer,
            label: one.reviewer,
            ...agreement,
            figure: formatShare(agreement.value),
            count:
              when === 'before'
                ? plural(n, { one: '# pair', other: '# pairs' })
                : plural(n, { one: '# answer', other: '# answers' }),
          },
        ]
  })
  return (
    <>
      <IntervalRows
        name={when === 'before' ? t`Share of answers alike with others` : t`Share of answers as settled`}
        head={[t`Reviewer`, when === 'before' ? t`Alike with others` : t`As settled`, t`Rests on`]}
        rows={rows}
        low={0}
        high={1}
        ends={['0%', '100%']}
      />
      {when === 'after' && (
        <Table mt="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Reviewer</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Mean score</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Lenient or strict</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>95% interval</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>Fails found</Trans>
              </Table.Th>
              <Table.Th ta="right">
                <Trans>95% interval</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {compared.map(({ reviewer, meanScore0to1, after: { bias, fails } }) => (
              <Table.Tr key={reviewer}>
                <Table.Td>{reviewer}</Table.Td>
                <Table.Td ta="right">{formatValue(meanScore0to1, 'score')}</Table.Td>
                <Table.Td ta="right">{biasWords(bias)}</Table.Td>
                <IntervalCell figure={bias} words={(value) => formatDifference(value, 'score')} />
                <Table.Td ta="right">
                  <Trans>
                    {fails.found} of {fails.items}
                  </Trans>
                </Table.Td>
                <IntervalCell figure={fails.recall} words={formatShare} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  )
}

function IntervalCell({ figure, words }: { figure: CalibrationFigure; words(value: number): string }) {
  return (
    <Table.Td ta="right">
      {figure.value === null ? (
        <Tooltip label={figure.reason}>
          <span tabIndex={0} aria-label={figure.reason}>
            –
          </span>
        </Tooltip>
      ) : (
        t`${words(figure.low)} to ${words(figure.high)}`
      )}
    </Table.Td>
  )
}

function biasWords(figure: CalibrationFigure): string {
  if (figure.value === null) return '–'
  if (Math.abs(figure.value) < 0.0005) return t`neither`
  return figure.value > 0
    ? t`${formatDifference(figure.value, 'score')}, lenient`
    : t`${formatDifference(figure.value, 'score')}, strict`
}

function Submissions({ results: { submissions } }: { results: CalibrationResults }) {
  if (submissions.length === 0) return null
  return (
    <Section
      title={t`What came as files`}
      note={plural(submissions.length, { one: '# submission', other: '# submissions' })}
    >
      <Table.ScrollContainer minWidth={500} mah={260}>
        <Table>
          <Table.Tbody>
            {submissions.map((one, index) => (
              <Table.Tr key={index}>
                <Table.Td>{one.reviewer}</Table.Td>
                <Table.Td>
                  <Trans>conversation {one.position}</Trans>
                </Table.Td>
                <Table.Td c="dimmed">{one.fileName ?? t`scored here`}</Table.Td>
                <Table.Td>{one.stands ? t`stands` : t`replaced, kept`}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  )
}
