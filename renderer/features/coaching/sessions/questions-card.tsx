import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Badge, Button, Checkbox, Group, Select } from '@mantine/core'
import { IconPlus, IconSparkles, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  SESSION_LIMITS,
  type SessionPage,
  type SessionQuestion,
} from '../../../../shared/contract/session.ts'
import { client, orpc } from '../../../app/client.ts'
import { TextLink } from '../../../ui/link.tsx'
import { notifyDone } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { LineField } from './line-field.tsx'
import classes from './session.module.css'
import type { SessionActions } from './use-session.ts'

/** Questions to ask, rather than verdicts to give. */
export function QuestionsCard({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  const templates = useQuery(orpc.sessions.templates.queryOptions())
  const model = useQuery(orpc.judge.state.queryOptions())
  const { questions, id, focus } = session
  const [isDrafting, setIsDrafting] = useState(false)
  const mayDraft = model.data?.draftsQuestions === true && focus.driverId !== null
  const draft = async () => {
    setIsDrafting(true)
    await actions.act(
      async () => {
        const { added } = await client.sessions.draftQuestions({ id })
        notifyDone(
          added === 0
            ? t`The model had no question that can be used.`
            : t`${plural(added, { one: '# draft', other: '# drafts' })} added. Change or take out what does not fit.`,
        )
      },
      t`No questions were drafted`,
    )
    setIsDrafting(false)
  }
  const change = (next: SessionQuestion[]) => actions.write({ questions: next })
  const changeAt = (index: number, part: Partial<SessionQuestion>) =>
    change(actions.now().questions.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <Section
      title={t`Questions to ask`}
      note={t`rather than verdicts to give`}
      actions={
        <Group gap="xs">
          <Select
            size="xs"
            w={210}
            aria-label={t`Questions from`}
            allowDeselect={false}
            comboboxProps={{ width: 260, position: 'bottom-end' }}
            data={(templates.data ?? []).map((one) => ({
              value: one.id,
              label: one.name,
              disabled: one.questions.length === 0,
            }))}
            value={session.templateId}
            onChange={(templateId) =>
              templateId !== null &&
              void actions.act(
                () => client.sessions.takeTemplate({ id, templateId }),
                t`The questions were not changed`,
              )
            }
          />
          <TextLink size="sm" to="/coaching/questions">
            <Trans>Edit sets</Trans>
          </TextLink>
        </Group>
      }
    >
      <ul className={classes.lines} aria-label={t`Questions to ask`}>
        {questions.map((question, index) => (
          <li key={index} className={classes.line}>
            <Checkbox
              className={classes.tick}
              aria-label={t`Asked: ${question.text}`}
              checked={question.isAsked}
              onChange={(event) => changeAt(index, { isAsked: event.currentTarget.checked })}
            />
            <Group gap={6} wrap="nowrap" align="flex-start">
              {question.from === 'model' && (
                <Badge size="sm" variant="outline" color="gray" tt="none" mt={5} flex="none">
                  <Trans>draft</Trans>
                </Badge>
              )}
              <LineField
                label={t`Question ${index + 1}`}
                text={question.text}
                isDone={question.isAsked}
                onChange={(text) => changeAt(index, { text, from: 'own' })}
              />
            </Group>
            <ActionIcon
              className={classes.tools}
              variant="subtle"
              color="gray"
              aria-label={t`Take out: ${question.text}`}
              onClick={() => change(actions.now().questions.filter((_one, at) => at !== index))}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {mayDraft && (
        <Button
          mt={6}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconSparkles size={14} aria-hidden />}
          loading={isDrafting}
          disabled={questions.length >= SESSION_LIMITS.questions}
          onClick={() => void draft()}
        >
          <Trans>Draft questions</Trans>
        </Button>
      )}
      <Button
        mt={6}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={questions.length >= SESSION_LIMITS.questions}
        onClick={() =>
          change([
            ...actions.now().questions,
            { text: t`What would you like to talk about?`, from: 'own', isAsked: false },
          ])
        }
      >
        <Trans>Add a question</Trans>
      </Button>
    </Section>
  )
}
