import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Switch, Table, Text } from '@mantine/core'
import { IconClipboardList } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ModelForm, ModelQuestion } from '../../../../shared/contract/judge.ts'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'

/** The questions a model may be asked, one switch each. */
export function QuestionsSection() {
  const forms = useQuery(orpc.judge.questions.queryOptions())
  return (
    <Section title={t`Questions`} note={t`A model is asked nothing that is not switched on here.`}>
      <QueryView query={forms} what={t`the questions`}>
        {(list) =>
          list.length === 0 ? (
            <Empty
              icon={IconClipboardList}
              title={t`No scorecard to score on yet`}
              actions={
                <Button
                  variant="default"
                  renderRoot={(props) => <Link {...props} to="/quality" search={{ tab: 'scorecards' }} />}
                >
                  <Trans>Go to Scorecards</Trans>
                </Button>
              }
            >
              <Trans>
                Publish a scorecard first: its questions, with their guidance, are what a model is asked.
              </Trans>
            </Empty>
          ) : (
            list.map((form) => <FormTable key={form.scorecardId} form={form} />)
          )
        }
      </QueryView>
    </Section>
  )
}

function FormTable({ form }: { form: ModelForm }) {
  const queryClient = useQueryClient()
  const switching = useMutation(
    orpc.judge.setQuestion.mutationOptions({
      onSuccess: (list) => queryClient.setQueryData(orpc.judge.questions.queryKey(), list),
      onError: (error) => notifyFailed(t`The question was not switched`, error),
    }),
  )
  return (
    <Table mb="md" verticalSpacing={6} aria-label={t`Questions of ${form.form}`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            <Trans>
              {form.form}, version {form.version}
            </Trans>
          </Table.Th>
          <Table.Th w={180}>
            <Trans>Section</Trans>
          </Table.Th>
          <Table.Th w={260}>
            <Trans>Goes with it</Trans>
          </Table.Th>
          <Table.Th w={110} ta="right">
            <Trans>Ask a model</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {form.questions.map((question) => (
          <Table.Tr key={question.questionId}>
            <Table.Td>{question.title}</Table.Td>
            <Table.Td c="dimmed">{question.section}</Table.Td>
            <Table.Td c="dimmed">{companyWords(question)}</Table.Td>
            <Table.Td ta="right">
              {question.whyNot === null && (
                <Switch
                  display="inline-block"
                  aria-label={t`Ask a model: ${question.title}`}
                  checked={question.isOn}
                  disabled={switching.isPending}
                  onChange={(event) =>
                    switching.mutate({
                      scorecardId: form.scorecardId,
                      questionId: question.questionId,
                      isOn: event.currentTarget.checked,
                    })
                  }
                />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function companyWords({ whyNot, hasGuidance, examples }: ModelQuestion) {
  if (whyNot !== null) return <Text size="sm">{whyNot}</Text>
  const parts = [
    hasGuidance ? t`guidance` : t`no guidance yet: its wording alone`,
    examples > 0 && plural(examples, { one: '# settled example', other: '# settled examples' }),
  ]
  return parts.filter(Boolean).join(', ')
}
