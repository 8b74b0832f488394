import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DisputeStart } from '../../../../shared/contract/disputes.ts'
import type { AttachedMoment } from '../../../../shared/contract/reviews.ts'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { AnswerChoice, isChosen } from './answer-choice.tsx'
import styles from './disputes.module.css'
import { MomentQuote } from './moment-quote.tsx'
import { saveText } from '../../../ui/save-text.ts'
import { Said } from './said.tsx'
import { answerWords } from './words.ts'

const route = getRouteApi('/quality/disputes/new')

/** One answer of an evaluation, to be disputed. */
export function NewDisputePage() {
  const { evaluation, question } = route.useSearch()
  if (evaluation === undefined || question === undefined)
    return (
      <Page title={t`Dispute an answer`}>
        <Empty title={t`No answer is chosen`}>
          <Trans>Choose “Dispute” beside an answer, on the page of its conversation.</Trans>
        </Empty>
      </Page>
    )
  return <Start key={`${evaluation} ${question}`} evaluationId={evaluation} questionId={question} />
}

function Start({ evaluationId, questionId }: { evaluationId: number; questionId: number }) {
  const query = useQuery(orpc.disputes.start.queryOptions({ input: { evaluationId, questionId } }))
  return (
    <Page
      title={t`Dispute an answer`}
      purpose={t`Say which answer is right, and why; somebody decides on it`}
      actions={query.data && <Exporting evaluationId={evaluationId} />}
    >
      <QueryView query={query} what={t`the answer`} loading={<Loading label={t`the answer`} rows={6} />}>
        {(start) => (
          <div className={styles.columns}>
            <Filling start={start} />
            <Facts start={start} />
          </div>
        )}
      </QueryView>
    </Page>
  )
}

/** The same as a file, for an agent who has no Debrief. */
function Exporting({ evaluationId }: { evaluationId: number }) {
  const exporting = useMutation(orpc.disputes.export.mutationOptions())
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={15} aria-hidden />}
      loading={exporting.isPending}
      onClick={() =>
        exporting.mutate(
          { evaluationId },
          {
            onSuccess: ({ fileName, text }) => saveText(fileName, text),
            onError: (error) => notifyFailed(t`No file was written`, error),
          },
        )
      }
    >
      <Trans>File for the agent</Trans>
    </Button>
  )
}

function Filling({ start }: { start: DisputeStart }) {
  const navigate = route.useNavigate()
  const raising = useMutation(orpc.disputes.raise.mutationOptions())
  const [answer, setAnswer] = useState<FormAnswer | null>(null)
  const [comment, setComment] = useState('')
  const [as, setAs] = useState<'agent' | 'supervisor'>('agent')
  const [by, setBy] = useState(start.agent?.name ?? '')
  const [moment, setMoment] = useState<Omit<AttachedMoment, 'quote'> | null>(null)
  if (start.mayNot !== null || start.definition === null)
    return (
      <Section title={start.question} note={start.form}>
        <Alert variant="light" color="amber">
          {start.mayNot ?? t`The form no longer asks this question.`}
        </Alert>
      </Section>
    )
  const isReady = isChosen(answer) && comment.trim() !== '' && by.trim() !== ''
  return (
    <div className={styles.stack}>
      <Section title={start.question} note={start.form}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (!isReady) return
            const { evaluationId, questionId } = start
            raising.mutate(
              { evaluationId, questionId, answer, comment: comment.trim(), by: by.trim(), as, moment },
              {
                onSuccess: ({ id }) => {
                  notifyDone(t`The dispute is in the list.`)
                  void navigate({ to: '/quality/disputes/$disputeId', params: { disputeId: id } })
                },
                onError: (error) => notifyFailed(t`The answer was not disputed`, error),
              },
            )
          }}
        >
          <Stack>
            <div>
              <Text size="sm" fw={600} mb={6}>
                <Trans>The answer you think right</Trans>
              </Text>
              <AnswerChoice
                label={t`The answer you think right`}
                hasKeys={false}
                question={start.definition}
                answer={answer}
                onAnswer={setAnswer}
              />
            </div>
            <Textarea
              label={t`Why`}
              description={t`What was said, and when. Numbers of cards and the like are blacked out.`}
              required
              autosize
              minRows={3}
              value={comment}
              onChange={(event) => setComment(event.currentTarget.value)}
            />
            <Group align="flex-end">
              <TextInput
                label={t`Your name`}
                required
                w={260}
                value={by}
                onChange={(event) => setBy(event.currentTarget.value)}
              />
              <SegmentedControl
                aria-label={t`You are`}
                value={as}
                onChange={(value) => setAs(value)}
                data={[
                  { value: 'agent', label: t`The agent` },
                  { value: 'supervisor', label: t`A supervisor` },
                ]}
              />
            </Group>
            <Group justify="flex-end">
              <Button type="submit" disabled={!isReady} loading={raising.isPending}>
                <Trans>Dispute the answer</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      </Section>
      {start.interactionId !== null && (
        <Said
          interactionId={start.interactionId}
          marked={start.evidence.map(({ segment }) => segment)}
          chosen={moment?.segment ?? null}
          onChoose={(turn) =>
            setMoment(
              turn && {
                segment: turn.segment,
                startChar: 0,
                endChar: turn.text.length,
                startMs: turn.startMs,
                endMs: turn.endMs,
              },
            )
          }
        />
      )}
    </div>
  )
}

function Facts({ start }: { start: DisputeStart }) {
  return (
    <Section title={t`The answer now`}>
      <Text fw={650} size="lg">
        {answerWords(start.standing)}
      </Text>
      {start.evidence.map((moment) => (
        <MomentQuote
          key={`${moment.segment} ${moment.startChar}`}
          moment={moment}
          interactionId={start.interactionId}
        />
      ))}
      <dl className={styles.facts} style={{ marginTop: 12 }}>
        <dt>
          <Trans>Agent</Trans>
        </dt>
        <dd>{start.agent?.name ?? t`not known`}</dd>
        <dt>
          <Trans>Reviewer</Trans>
        </dt>
        <dd>{start.reviewer ?? t`not known`}</dd>
        <dt>
          <Trans>Evaluated</Trans>
        </dt>
        <dd>
          <Instant at={start.evaluatedAt} />
        </dd>
        <dt>
          <Trans>Round</Trans>
        </dt>
        <dd>{start.round}</dd>
        <dt>
          <Trans>Until</Trans>
        </dt>
        <dd>
          {start.until === null ? (
            t`no end: the evaluation has no date`
          ) : (
            <Instant at={start.until} show="day" />
          )}
        </dd>
      </dl>
      {start.interactionId !== null && (
        <Text size="sm" mt="sm">
          <Link
            to="/conversations/$interactionId"
            params={{ interactionId: start.interactionId }}
            search={{}}
          >
            <Trans>Open the conversation</Trans>
          </Link>
        </Text>
      )}
    </Section>
  )
}
