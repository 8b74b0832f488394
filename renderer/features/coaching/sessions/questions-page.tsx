import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import {
  NEW_TEMPLATE,
  type QuestionDraft,
  type QuestionTemplate,
} from '../../../../shared/contract/question-templates.ts'
import { SESSION_LIMITS } from '../../../../shared/contract/session.ts'
import { client, orpc } from '../../../app/client.ts'
import { useUnsaved } from '../../../app/use-unsaved.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { CoachingTabs } from './coaching-tabs.tsx'

const draftRefused = () => t`The draft was not kept`

/** The workspace's own questions to ask, by what they are about. */
export function QuestionsPage() {
  const templates = useQuery(orpc.sessions.templates.queryOptions())
  const drafts = useQuery(orpc.sessions.questionDrafts.queryOptions())
  return (
    <QueryView query={drafts} what={t`the questions`}>
      {(kept) => <Sets templates={templates} kept={kept} />}
    </QueryView>
  )
}

/** The sets; what is typed into one is kept as a draft at every stroke, and stands here again after leaving or a crash. */
function Sets({ templates, kept }: { templates: UseQueryResult<QuestionTemplate[]>; kept: QuestionDraft[] }) {
  const key = useMemo(() => orpc.sessions.questionDrafts.queryKey(), [])
  const unsaved = useUnsaved<QuestionDraft[]>(key, draftRefused)
  useSyncExternalStore(unsaved.subscribe, unsaved.version)
  useEffect(() => unsaved.settle(kept), [unsaved, kept])
  const drafts = unsaved.over(kept)
  // opened here and not typed into yet
  const [opened, setOpened] = useState<QuestionDraft | null>(null)
  const draftOf = (templateId: string) =>
    drafts.find((one) => one.templateId === templateId) ??
    (opened?.templateId === templateId ? opened : undefined)
  const keep = (templateId: string, draft: QuestionDraft | null) =>
    unsaved.add({
      place: templateId,
      onto: (state) => [
        ...state.filter((one) => one.templateId !== templateId),
        ...(draft === null ? [] : [draft]),
      ],
      save: () => client.sessions.writeQuestionDraft({ templateId, draft }).then(() => null),
    })
  const cancel = (draft: QuestionDraft) => {
    setOpened(null)
    if (!drafts.includes(draft)) return
    keep(draft.templateId, null)
    notifyDone(t`Draft thrown away.`, () => keep(draft.templateId, draft))
  }
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.sessions.key() })
  const save = async ({ templateId, name, driverId, text }: QuestionDraft) => {
    const questions = text.split('\n').map((line) => line.trim())
    try {
      await unsaved.flush()
      await client.sessions.saveTemplate({
        templateId: templateId === NEW_TEMPLATE ? null : templateId,
        name,
        driverId,
        questions: questions.filter((line) => line !== ''),
      })
      await refresh()
      setOpened(null)
    } catch (error) {
      notifyFailed(t`The questions were not saved`, error)
    }
  }
  const remove = async ({ id, name, isChangedReady }: QuestionTemplate) => {
    try {
      const { undoId } = await client.sessions.removeTemplate({ templateId: id })
      await refresh()
      notifyDone(isChangedReady ? t`“${name}” reads as it came.` : t`“${name}” removed.`, () => {
        client.sessions
          .restoreTemplate({ undoId })
          .then(refresh, (error: unknown) => notifyFailed(t`That could not be taken back`, error))
      })
    } catch (error) {
      notifyFailed(t`The questions were not removed`, error)
    }
  }
  const form = (templateId: string) => {
    const draft = draftOf(templateId)
    return (
      draft && (
        <TemplateForm
          draft={draft}
          onChange={(next) => keep(templateId, next)}
          onSave={save}
          onCancel={() => cancel(draft)}
        />
      )
    )
  }
  return (
    <Page
      title={t`Questions to ask`}
      purpose={t`Suggested when a session is prepared, by what it is about`}
      actions={
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={draftOf(NEW_TEMPLATE) !== undefined}
          onClick={() => setOpened({ templateId: NEW_TEMPLATE, name: '', driverId: null, text: '' })}
        >
          <Trans>New set</Trans>
        </Button>
      }
    >
      <CoachingTabs />
      {form(NEW_TEMPLATE) && <Section title={t`New set`}>{form(NEW_TEMPLATE)}</Section>}
      <QueryView query={templates} what={t`the questions`}>
        {(list) =>
          list.map((template) => (
            <Section
              key={template.id}
              title={template.name}
              note={
                <Group gap={8}>
                  {template.driverLabel !== null && (
                    <span>
                      <Trans>for {template.driverLabel}</Trans>
                    </span>
                  )}
                  {template.id.startsWith('own:') && (
                    <Badge variant="default" tt="none">
                      <Trans>your own</Trans>
                    </Badge>
                  )}
                  {template.isChangedReady && (
                    <Badge variant="default" tt="none">
                      <Trans>changed here</Trans>
                    </Badge>
                  )}
                  {template.used > 0 && (
                    <span>
                      <Trans>
                        in <Plural value={template.used} one="# session" other="# sessions" />
                      </Trans>
                    </span>
                  )}
                </Group>
              }
              actions={
                draftOf(template.id) ? null : (
                  <Group gap={4}>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t`Change ${template.name}`}
                      onClick={() =>
                        setOpened({
                          templateId: template.id,
                          name: template.name,
                          driverId: template.driverId,
                          text: template.questions.join('\n'),
                        })
                      }
                    >
                      <Trans>Change</Trans>
                    </Button>
                    {(template.isChangedReady || template.id.startsWith('own:')) && (
                      <Button
                        size="xs"
                        variant="subtle"
                        color="gray"
                        aria-label={`${template.isChangedReady ? t`Reset` : t`Remove`} ${template.name}`}
                        onClick={() => void remove(template)}
                      >
                        {template.isChangedReady ? t`Reset` : t`Remove`}
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
              {form(template.id) ?? (
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
  draft,
  onChange,
  onSave,
  onCancel,
}: {
  draft: QuestionDraft
  onChange: (draft: QuestionDraft) => void
  onSave: (draft: QuestionDraft) => Promise<void>
  onCancel: () => void
}) {
  const metrics = useQuery(orpc.metrics.definitions.queryOptions())
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
          label={t`Name`}
          maxLength={200}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
        <Select
          label={t`For`}
          description={t`Suggested for this driver before any other set`}
          placeholder={t`No driver in particular`}
          clearable
          searchable
          data={drivers.map(({ id, label }) => ({ value: id, label }))}
          value={draft.driverId}
          onChange={(driverId) => onChange({ ...draft, driverId })}
        />
        <Textarea
          label={t`Questions`}
          description={t`One a line; kept as a draft while you type`}
          autosize
          minRows={4}
          maxLength={SESSION_LIMITS.note}
          value={draft.text}
          onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
        />
        <Group gap="xs">
          <Button type="submit" disabled={!isReady} loading={isBusy}>
            <Trans>Save</Trans>
          </Button>
          <Button variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
