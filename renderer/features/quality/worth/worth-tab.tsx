import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { QuestionWorth } from '../../../../shared/contract/worth.ts'
import { orpc } from '../../../app/client.ts'
import { formatDayRange } from '../../../ui/dates.ts'
import { Section } from '../../../ui/page.tsx'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { FormAndDays, mostUsedFirst } from '../form-and-days.tsx'
import { QuestionTable } from './question-table.tsx'
import styles from './worth.module.css'

interface WorthTabProps {
  scorecardId: number | null
  onScorecard(scorecardId: number): void
}

/** What every question of a scorecard is worth, and which of them could go. */
export function WorthTab({ scorecardId: asked, onScorecard }: WorthTabProps) {
  const scorecards = useQuery(orpc.scorecards.list.queryOptions())
  const [days, setDays] = useState<number>(84)
  const answered = (scorecards.data ?? []).filter(
    ({ evaluations, automatedEvaluations }) => evaluations + automatedEvaluations > 0,
  )
  const most = mostUsedFirst(answered)[0] ?? answered[0]
  const scorecardId = answered.find(({ id }) => id === asked)?.id ?? most?.id ?? null
  return (
    <QueryView
      query={scorecards}
      what={t`the questions`}
      loading={<Loading label={t`the questions`} rows={8} />}
    >
      {() =>
        scorecardId === null ? (
          <Empty icon={IconListCheck} title={t`No question has an answer yet`}>
            <Trans>
              What a question is worth shows once conversations are reviewed, here or in an import.
            </Trans>
          </Empty>
        ) : (
          <>
            <FormAndDays forms={answered} days={days} onDays={setDays} {...{ scorecardId, onScorecard }} />
            <Questions key={scorecardId} scorecardId={scorecardId} days={days} />
          </>
        )
      }
    </QueryView>
  )
}

function Questions({ scorecardId, days }: { scorecardId: number; days: number }) {
  const query = useQuery(orpc.worth.questions.queryOptions({ input: { scorecardId, days } }))
  return (
    <QueryView query={query} what={t`the questions`} loading={<Loading label={t`the questions`} rows={10} />}>
      {({ from, to, questions }) =>
        questions.length === 0 ? (
          <Empty title={t`Nobody answered this form in these days`}>
            <Trans>Look at more days, or at another form.</Trans>
          </Empty>
        ) : (
          <Section title={t`What each question is worth`} note={formatDayRange({ from, to })}>
            <Text size="sm" c="dimmed" mb="xs" maw={860}>
              <Trans>
                A question earns its place when reviewers agree on it, agents differ on it, and customers do
                better where it is met. What surely predicts nothing is offered for retirement; nothing goes
                by itself.
              </Trans>
            </Text>
            <Offered questions={questions} />
            <QuestionTable scorecardId={scorecardId} questions={questions} />
            <Text size="xs" c="dimmed" mt="xs">
              <Trans>
                Dot and bar: value with its 95% interval; n: answers, or conversations scored twice. Link: how
                far the customer’s outcome differs, in points of 100, from the worst answer to the best;
                “assumed” where too few contacts have both. Open a question for what its verdict rests on.
              </Trans>
            </Text>
          </Section>
        )
      }
    </QueryView>
  )
}

/** Which questions could go, said before the table. */
function Offered({ questions }: { questions: readonly QuestionWorth[] }) {
  const offered = questions.filter(({ isOfferedForRetirement }) => isOfferedForRetirement)
  if (offered.length === 0) return null
  return (
    <Text className={styles.offered} fw={600}>
      <Trans>
        <Plural value={offered.length} one="# question" other="# questions" /> could go:{' '}
        {offered.map(({ question }) => question).join('; ')}.
      </Trans>
    </Text>
  )
}
