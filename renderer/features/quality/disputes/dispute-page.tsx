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
      title={dispute?.question ?? 'Dispute'}
      purpose={dispute && `${dispute.form}${dispute.section ? ` · ${dispute.section}` : ''}`}
      actions={
        <>
          <Link to="/quality" search={{ tab: 'disputes' }} className={styles.back}>
            <IconChevronLeft size={15} aria-hidden />
            Disputes
          </Link>
          {nextId !== null && (
            <Link to="/quality/disputes/$disputeId" params={{ disputeId: nextId }} className={styles.back}>
              Next
            </Link>
          )}
        </>
      }
    >
      <QueryView query={query} what="the dispute" loading={<Loading label="the dispute" rows={8} />}>
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
    <Section title="About it">
      <dl className={styles.facts}>
        <dt>State</dt>
        <dd>
          {stateWords[dispute.state]} · {timeLeftWords(dispute)}
        </dd>
        <dt>Round</dt>
        <dd>{dispute.round}</dd>
        <dt>Agent</dt>
        <dd>{dispute.agent?.name ?? 'not known'}</dd>
        <dt>Reviewer</dt>
        <dd>{dispute.reviewer ?? 'not known'}</dd>
        <dt>Evaluated</dt>
        <dd>
          <Instant at={dispute.evaluatedAt} />
        </dd>
        <dt>Conversation</dt>
        <dd>
          {dispute.interactionId === null || dispute.evaluationId === null ? (
            (dispute.contactRef ?? 'not here')
          ) : (
            <Link
              to="/conversations/$interactionId"
              params={{ interactionId: dispute.interactionId }}
              search={{ evaluation: dispute.evaluationId, question: `question:${dispute.questionId}` }}
            >
              {dispute.contactRef ?? 'Open it'}
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
    <Section title="What happened before">
      <ul className={styles.rounds}>
        {rounds.map((round) => (
          <li key={round.id}>
            <Link to="/quality/disputes/$disputeId" params={{ disputeId: round.id }}>
              Round {round.round}
            </Link>
            , {round.raisedBy}: “{round.comment}” {stateWords[round.state]}
            {round.resolution &&
              ` (${round.resolution.by}${round.resolution.remark === '' ? '' : `: “${round.resolution.remark}”`})`}
            .
          </li>
        ))}
        {undone.map(({ outcome, by, at, undoneAt }) => (
          <li key={undoneAt}>
            {by} decided “{stateWords[outcome]}” on <Instant at={at} />, and it was taken back on{' '}
            <Instant at={undoneAt} />.
          </li>
        ))}
      </ul>
    </Section>
  )
}
