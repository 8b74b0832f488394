import { Badge, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { QuestionTemplate } from '../../../../shared/contract/question-templates.ts'
import { client, orpc } from '../../../app/client.ts'
import { countOf } from '../../../ui/format.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { CoachingTabs } from './coaching-tabs.tsx'

/** What one writes into a set of questions. */
interface Draft {
  name: string
  driverId: string | null
  /** One question a line. */
  text: string
}

/** The workspace's own questions to ask, by what they are about. */
export function QuestionsPage() {
  const templates = useQuery(orpc.sessions.templates.queryOptions())
  const [edited, setEdited] = useState<string | null>(null)
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.sessions.key() })
  const save = async (templateId: string | null, { name, driverId, text }: Draft) => {
    const questions = text.split('\n').map((line) => line.trim())
    try {
      await client.sessions.saveTemplate({
        templateId,
        name,
        driverId,
        questions: questions.filter((line) => line !== ''),
      })
      await refresh()
      setEdited(null)
    } catch (error) {
      notifyFailed('The questions were not saved', error)
    }
  }
  const remove = async ({ id, name, isChangedReady }: QuestionTemplate) => {
    try {
      const { undoId } = await client.sessions.removeTemplate({ templateId: id })
      await refresh()
      notifyDone(isChangedReady ? `“${name}” reads as it came.` : `“${name}” removed.`, () => {
        client.sessions
          .restoreTemplate({ undoId })
          .then(refresh, (error: unknown) => notifyFailed('That could not be taken back', error))
      })
    } catch (error) {
      notifyFailed('The questions were not removed', error)
    }
  }
  return (
    <Page
      title="Questions to ask"
      purpose="Suggested when a session is prepared, by what it is about"
      actions={
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={edited !== null}
          onClick={() => setEdited('new')}
        >
          New set
        </Button>
      }
    >
      <CoachingTabs />
      {edited === 'new' && (
        <Section title="New set">
          <TemplateForm
            before={{ name: '', driverId: null, text: '' }}
            onSave={(draft) => save(null, draft)}
            onCancel={() => setEdited(null)}
          />
        </Section>
      )}
      <QueryView query={templates} what="the questions">
        {(list) =>
          list.map((template) => (
            <Section
              key={template.id}
              title={template.name}
              note={
                <Group gap={8}>
                  {template.driverLabel !== null && <span>for {template.driverLabel}</span>}
                  {template.id.startsWith('own:') && (
                    <Badge variant="default" tt="none">
                      your own
                    </Badge>
                  )}
                  {template.isChangedReady && (
                    <Badge variant="default" tt="none">
                      changed here
                    </Badge>
                  )}
                  {template.used > 0 && <span>in {countOf(template.used, 'session')}</span>}
                </Group>
              }
              actions={
                edited === template.id ? null : (
                  <Group gap={4}>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={`Change ${template.name}`}
                      disabled={edited !== null}
                      onClick={() => setEdited(template.id)}
                    >
                      Change
                    </Button>
                    {(template.isChangedReady || template.id.startsWith('own:')) && (
                      <Button
                        size="xs"
                        variant="subtle"
                        color="gray"
                        aria-label={`${template.isChangedReady ? 'Reset' : 'Remove'} ${template.name}`}
                        onClick={() => void remove(template)}
                      >
                        {template.isChangedReady ? 'Reset' : 'Remove'}
                      </Button>
                    )}
                  </Group>
                )
              }
            >
              {template.problem !== null && (
                <Text size="sm" c="var(--state-act)" role="alert">
                  {template.problem}
                </Text>
              )}
              {edited === template.id ? (
                <TemplateForm
                  before={{ ...template, text: template.questions.join('\n') }}
                  onSave={(draft) => save(template.id, draft)}
                  onCancel={() => setEdited(null)}
                />
              ) : (
                <ul>
                  {template.questions.map((question) => (
                    <li key={question}>{question}</li>
                  ))}
                </ul>
              )}
            </Section>
          ))
        }
      </QueryView>
    </Page>
  )
}

function TemplateForm({
  before,
  onSave,
  onCancel,
}: {
  before: Draft
  onSave: (draft: Draft) => Promise<void>
  onCancel: () => void
}) {
  const metrics = useQuery(orpc.metrics.definitions.queryOptions())
  const [draft, setDraft] = useState(before)
  const [isBusy, setBusy] = useState(false)
  const drivers = (metrics.data ?? []).filter(({ role }) => role === 'driver')
  const isReady = draft.name.trim() !== '' && draft.text.trim() !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setBusy(true)
        void onSave(draft).finally(() => setBusy(false))
      }}
    >
      <Stack gap="sm" maw={720}>
        <TextInput
          label="Name"
          maxLength={200}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <Select
          label="For"
          description="Suggested for this driver before any other set"
          placeholder="No driver in particular"
          clearable
          searchable
          data={drivers.map(({ id, label }) => ({ value: id, label }))}
          value={draft.driverId}
          onChange={(driverId) => setDraft({ ...draft, driverId })}
        />
        <Textarea
          label="Questions"
          description="One a line"
          autosize
          minRows={4}
          value={draft.text}
          onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
        />
        <Group gap="xs">
          <Button type="submit" disabled={!isReady} loading={isBusy}>
            Save
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
