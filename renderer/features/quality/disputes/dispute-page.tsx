import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { IconChevronLeft } from '@tabler/icons-react'
import type { DisputePage as DisputeData } from '../../../../shared/contract/disputes.ts'
import { orpc } from '../../../app/client.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { BothAnswers } from './both-answers.tsx'
import { DecideForm } from './decide-form.tsx'
import { Decided } from './decided.tsx'
import styles from './disputes.module.css'
import { Said } from './said.tsx'
import { stateWords, timeLeftWords } from './words.ts'

const route = getRouteApi('/quality/disputes/$disputeId')

/** One dispute: both answers with what they rest on, and the decision. */
export function DisputePage() {
  const { disputeId } = route.useParams()
  const query = useQuery(orpc.disputes.get.queryOptions({ input: { id: disputeId } }))
  const dispute = query.data?.dispute
  const nextId = query.data?.nextId ?? null
  return (
    <Page
      title={dispute?.question ?? t`Dispute`}
      purpose={dispute && `${dispute.form}${dispute.section ? ` · ${dispute.section}` : ''}`}
      actions={
        <>
          <Link to="/quality" search={{ tab: 'disputes' }} className={styles.back}>
            <Trans>
              <IconChevronLeft size={15} aria-hidden />
              Disputes
            </Trans>
          </Link>
          {nextId !== null && (
            <Link to="/quality/disputes/$disputeId" params={{ disputeId: nextId }} className={styles.back}>
              <Trans>Next</Trans>
            </Link>
          )}
        </>
      }
    >
      <QueryView query={query} what={t`the dispute`} loading={<Loading label={t`the dispute`} rows={8} />}>
        {(page) => (
          <div className={styles.columns}>
            <div className={styles.stack}>
              <BothAnswers page={page} />
              {page.dispute.interactionId !== null && (
                <Said
                  interactionId={page.dispute.interactionId}
                  marked={[...(page.moment ? [page.moment] : []), ...page.evidence].map(
                    ({ segment }) => segment,
                  )}
                />
              )}
              <History page={page} />
            </div>
            <div className={styles.stack}>
              {page.dispute.state === 'open' ? (
                <DecideForm key={page.dispute.id} page={page} />
              ) : (
                <Decided page={page} />
              )}
              <Facts page={page} />
            </div>
          </div>
        )}
      </QueryView>
    </Page>
  )
}

function Facts({ page: { dispute } }: { page: DisputeData }) {
  return (
    <Section title={t`About it`}>
      <dl className={styles.facts}>
        <dt>
          <Trans>State</Trans>
        </dt>
        <dd>
          {stateWords[dispute.state]} · {timeLeftWords(dispute)}
        </dd>
        <dt>
          <Trans>Round</Trans>
        </dt>
        <dd>{dispute.round}</dd>
        <dt>
          <Trans>Agent</Trans>
        </dt>
        <dd>{dispute.agent?.name ?? t`not known`}</dd>
        <dt>
          <Trans>Reviewer</Trans>
        </dt>
        <dd>{dispute.reviewer ?? t`not known`}</dd>
        <dt>
          <Trans>Evaluated</Trans>
        </dt>
        <dd>
          <Instant at={dispute.evaluatedAt} />
        </dd>
        <dt>
          <Trans>Conversation</Trans>
        </dt>
        <dd>
          {dispute.interactionId === null || dispute.evaluationId === null ? (
            (dispute.contactRef ?? t`not here`)
          ) : (
            <Link
              to="/conversations/$interactionId"
              params={{ interactionId: dispute.interactionId }}
              search={{ evaluation: dispute.evaluationId, question: t`question:${dispute.questionId}` }}
            >
              {dispute.contactRef ?? t`Open it`}
            </Link>
          )}
        </dd>
      </dl>
    </Section>
  )
}

/** Other rounds of this answer, and decisions that were taken back. */
function History({ page: { rounds, undone } }: { page: DisputeData }) {
  if (rounds.length + undone.length === 0) return null
  return (
    <Section title={t`What happened before`}>
      <ul className={styles.rounds}>
        {rounds.map((round) => (
          <li key={round.id}>
            <Link to="/quality/disputes/$disputeId" params={{ disputeId: round.id }}>
              <Trans>Round {round.round}</Trans>
            </Link>
            , {round.raisedBy}: “{round.comment}” {stateWords[round.state]}
            {round.resolution &&
              ` (${round.resolution.by}${round.resolution.remark === '' ? '' : `: “${round.resolution.remark}”`})`}
            .
          </li>
        ))}
        {undone.map(({ outcome, by, at, undoneAt }) => (
          <li key={undoneAt}>
            <Trans>
              {by} decided “{stateWords[outcome]}” on <Instant at={at} />, and it was taken back on{' '}
              <Instant at={undoneAt} />.
            </Trans>
          </li>
        ))}
      </ul>
    </Section>
  )
}
