import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import type { TrustedQuestion } from '../../../../shared/contract/trust.ts'
import { orpc } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { QuestionDetails } from './question-details.tsx'
import { QuestionRow } from './question-row.tsx'
import styles from './trust.module.css'

const keyOf = ({ scorecardId, questionId, scorerId }: TrustedQuestion) =>
  `${scorecardId} ${scorerId} ${questionId}`

/** What automation may do, question by question, and on what that rests. */
export function TrustTab({ onGo }: { onGo(tab: 'scorecards' | 'plans'): void }) {
  const query = useQuery(orpc.trust.list.queryOptions())
  const [openKey, setOpenKey] = useState<string | null>(null)
  return (
    <QueryView
      query={query}
      what={t`what is trusted`}
      loading={<Loading label={t`what is trusted`} rows={6} />}
    >
      {(list) =>
        list.length === 0 ? (
          <Empty
            icon={IconShieldCheck}
            title={t`No question to compare yet`}
            actions={
              <Button onClick={() => onGo('scorecards')}>
                <Trans>Go to scorecards</Trans>
              </Button>
            }
          >
            <Trans>
              Automation earns trust question by question. Publish a scorecard that asks what the rules answer
              too: greeting, verification, empathy, recap, further help or closing. Or let a rule of your own,
              or a language model, answer a question.
            </Trans>
          </Empty>
        ) : (
          <Section title={t`What automation may do`} note={t`question by question, earned on blind answers`}>
            {list.every(({ agreement }) => agreement === null) && (
              <Text size="sm" mb="sm">
                <Trans>
                  Draw conversations at random under{' '}
                  <Button variant="transparent" size="compact-sm" px={0} onClick={() => onGo('plans')}>
                    Sampling plans
                  </Button>{' '}
                  and score them: every first answer is compared with what each scorer said.
                </Trans>
              </Text>
            )}
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col" style={{ width: '18%' }}>
                    <Trans>Question</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Step</Trans>
                  </th>
                  <th scope="col" style={{ width: '27%' }}>
                    <Trans>Agreement with people</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Of 12 weeks’ conversations</Trans>
                  </th>
                  <th scope="col" style={{ width: '25%' }}>
                    <Trans>To the next step</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.map((question) => {
                  const key = keyOf(question)
                  const isOpen = key === openKey
                  return (
                    <Fragment key={key}>
                      <QuestionRow
                        question={question}
                        isOpen={isOpen}
                        onToggle={() => setOpenKey(isOpen ? null : key)}
                      />
                      {isOpen && (
                        <tr className={styles.details}>
                          <td colSpan={5}>
                            <QuestionDetails question={question} />
                          </td>
                        </tr>
                      )}
                    </Fragment>
                  )
                })}
              </tbody>
            </table>
            <Text size="xs" c="dimmed" mt="sm">
              <Trans>
                Dot and bar: agreement on blind answers with its 95% interval, from 50% to 100%. Line: the 80%
                that the lower end has to reach. Tested at 50, 100, 200 and 400 answers only.
              </Trans>
            </Text>
          </Section>
        )
      }
    </QueryView>
  )
}
