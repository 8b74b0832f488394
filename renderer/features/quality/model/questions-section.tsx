import { Button, Switch, Table, Text } from '@mantine/core'
import { IconClipboardList } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ModelForm, ModelQuestion } from '../../../../shared/contract/judge.ts'
import { orpc } from '../../../app/client.ts'
import { countOf } from '../../../ui/format.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'

/** The questions a model may be asked, one switch each. */
export function QuestionsSection() {
  const forms = useQuery(orpc.judge.questions.queryOptions())
  return (
    <Section title="Questions" note="A model is asked nothing that is not switched on here.">
      <QueryView query={forms} what="the questions">
        {(list) =>
          list.length === 0 ? (
            <Empty
              icon={IconClipboardList}
              title="No scorecard to score on yet"
              actions={
                <Button
                  variant="default"
                  renderRoot={(props) => <Link {...props} to="/quality" search={{ tab: 'scorecards' }} />}
                >
                  Go to Scorecards
                </Button>
              }
            >
              Publish a scorecard first: its questions, with their guidance, are what a model is asked.
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
      onError: (error) => notifyFailed('The question was not switched', error),
    }),
  )
  return (
    <Table mb="md" verticalSpacing={6} aria-label={`Questions of ${form.form}`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            {form.form}, version {form.version}
          </Table.Th>
          <Table.Th w={180}>Section</Table.Th>
          <Table.Th w={260}>Goes with it</Table.Th>
          <Table.Th w={110} ta="right">
            Ask a model
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
                  aria-label={`Ask a model: ${question.title}`}
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
    hasGuidance ? 'guidance' : 'no guidance yet: its wording alone',
    examples > 0 && countOf(examples, 'settled example'),
  ]
  return parts.filter(Boolean).join(', ')
}
