import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Kbd, Text } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import styles from './people.module.css'
import { ProposalCard } from './proposal-card.tsx'
import { useDecisions } from './use-decisions.ts'

/** People that may be one, a question for all that one name connects. Nothing is merged until somebody says so. */
export function ProposalsSection() {
  const query = useQuery(orpc.people.proposals.queryOptions())
  const { isBusy, confirm, reject } = useDecisions()
  return (
    <QueryView query={query} what={t`the proposals`}>
      {(proposals) => (
        <Section
          title={t`To confirm`}
          note={
            proposals.length === 0
              ? undefined
              : t`${plural(proposals.length, { one: '# question', other: '# questions' })}, surest first: is everybody in a box one person?`
          }
          actions={
            proposals.length > 0 && (
              <Text size="xs" c="dimmed">
                <Trans>
                  in a box: <Kbd size="xs">c</Kbd> one person, <Kbd size="xs">a</Kbd> keep a pair apart
                </Trans>
              </Text>
            )
          }
        >
          {proposals.length === 0 ? (
            <Empty icon={IconUserCheck} title={t`Nobody to confirm`}>
              <Trans>
                Equal ids, e-mails and shared contacts merge by themselves. Where only names look alike, you
                are asked here.
              </Trans>
            </Empty>
          ) : (
            <div className={styles.questions}>
              {proposals.map((proposal) => (
                <ProposalCard
                  key={`${proposal.keep.id}-${proposal.others.map(({ person }) => person.id).join('-')}`}
                  proposal={proposal}
                  isBusy={isBusy(proposal)}
                  onConfirm={() => confirm(proposal)}
                  onReject={(personId) => reject(proposal, personId)}
                />
              ))}
            </div>
          )}
        </Section>
      )}
    </QueryView>
  )
}
