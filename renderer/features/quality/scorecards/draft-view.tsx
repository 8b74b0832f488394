import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Group, Menu, Select, Text, Textarea, TextInput, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconDots, IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { Scorecard, ScorecardDraft } from '../../../../shared/contract/scorecards.ts'
import { compareVersions } from '../../../../shared/domain/scorecard/compare-versions.ts'
import { effectiveWeights } from '../../../../shared/domain/scorecard/effective-weights.ts'
import { findProblems } from '../../../../shared/domain/scorecard/find-problems.ts'
import { scoringStrategies } from '../../../../shared/domain/scorecard/definition.ts'
import { orpc } from '../../../app/client.ts'
import { modKey } from '../../../app/shortcuts.ts'
import { ButtonLink } from '../../../ui/link.tsx'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { strategySentences, strategyWords } from '../words.ts'
import { DraftSide } from './draft-side.tsx'
import { addSection, freshId, weighEvenly } from './edits.ts'
import { PublishDialog } from './publish-dialog.tsx'
import styles from './scorecard.module.css'
import { SectionEditor } from './section-editor.tsx'
import { useDraft } from './use-draft.ts'

const stateWords = { saved: t`Saved`, saving: t`Saving…`, failed: t`Not saved` } as const

/** The editor of a form: sections and questions on the left, what is wrong and what it changes on the right. */
export function DraftView({ scorecard, draft }: { scorecard: Scorecard; draft: ScorecardDraft }) {
  const editing = useDraft(scorecard, draft)
  const { definition, change, undo, redo } = editing
  const [openId, setOpenId] = useState<string | null>(null)
  const [notApplicable, setNotApplicable] = useState<ReadonlySet<string>>(new Set())
  const [isPublishing, setIsPublishing] = useState(false)
  const problems = useMemo(() => findProblems(definition), [definition])
  const published = scorecard.versions.find((version) => version.definition !== null)?.definition ?? null
  const changes = useMemo(
    () => (published === null ? null : compareVersions(published, definition)),
    [published, definition],
  )
  const isWhole = definition.questions.every(({ sectionId }) =>
    definition.sections.some(({ id }) => id === sectionId),
  )
  const weights = useMemo(
    () => (isWhole ? effectiveWeights(definition, notApplicable) : new Map<string, number | null>()),
    [definition, notApplicable, isWhole],
  )

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)
      const target = event.target
      const isField =
        target instanceof HTMLElement && target.closest('input, textarea, [role="dialog"]') !== null
      if (!isUndo || isField) return
      event.preventDefault()
      if (event.shiftKey) redo()
      else undo()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [undo, redo])

  const weighs = definition.strategy !== 'points'
  return (
    <Page
      title={definition.title === '' ? t`Scorecard without a name` : definition.title}
      purpose={
        <>
          <Trans>
            Draft{published === null ? '' : t`, on top of the published version`} ·{' '}
            <span role="status">{stateWords[editing.state]}</span>
          </Trans>
        </>
      }
      actions={
        <>
          <Tooltip label={t`Undo (${modKey} Z)`}>
            <ActionIcon aria-label={t`Undo`} disabled={!editing.canUndo} onClick={undo}>
              <IconArrowBackUp size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t`Redo (${modKey} Shift Z)`}>
            <ActionIcon aria-label={t`Redo`} disabled={!editing.canRedo} onClick={redo}>
              <IconArrowForwardUp size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <ButtonLink variant="default" to="/quality" search={{ tab: 'scorecards' }}>
            <Trans>All scorecards</Trans>
          </ButtonLink>
          <DraftMenu scorecard={scorecard} />
          <Button
            disabled={problems.some(({ stops }) => stops) || changes?.length === 0}
            onClick={() => setIsPublishing(true)}
          >
            <Trans>Publish…</Trans>
          </Button>
        </>
      }
    >
      <div className={styles.editor}>
        <div className={styles.editorMain}>
          <div className={styles.formHead}>
            <TextInput
              label={t`Name`}
              value={definition.title}
              maxLength={200}
              onChange={(event) => {
                const title = event.currentTarget.value
                change((before) => ({ ...before, title }))
              }}
            />
            <Select
              label={t`How answers become a score`}
              description={strategySentences[definition.strategy]}
              inputWrapperOrder={['label', 'input', 'description']}
              allowDeselect={false}
              data={scoringStrategies.map((value) => ({ value, label: strategyWords[value] }))}
              value={definition.strategy}
              onChange={(value) => {
                const strategy = scoringStrategies.find((one) => one === value)
                if (strategy) change((before) => ({ ...before, strategy }))
              }}
            />
            <Textarea
              label={t`What it is for`}
              autosize
              minRows={1}
              value={definition.description}
              onChange={(event) => {
                const description = event.currentTarget.value
                change((before) => ({ ...before, description }))
              }}
            />
          </div>
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm" c="dimmed">
              <Trans>
                The share beside a question is what it decides when everything applies. Press it to see what
                is left for the others when it does not.
              </Trans>
            </Text>
            {weighs && (
              <Button variant="default" flex="none" onClick={() => change(weighEvenly)}>
                <Trans>Weigh all the same</Trans>
              </Button>
            )}
          </Group>
          {definition.sections.map((section) => (
            <SectionEditor
              key={section.id}
              scorecardId={scorecard.id}
              section={section}
              definition={definition}
              weights={weights}
              notApplicable={notApplicable}
              onNotApplicable={(id) =>
                setNotApplicable((before) => {
                  const after = new Set(before)
                  if (!after.delete(id)) after.add(id)
                  return after
                })
              }
              problems={problems}
              openId={openId}
              onOpen={setOpenId}
              onChange={change}
            />
          ))}
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() =>
                change((before) =>
                  addSection(
                    freshId(
                      'section',
                      before.sections.map(({ id }) => id),
                    ),
                    null,
                  )(before),
                )
              }
            >
              <Trans>Add a section</Trans>
            </Button>
          </Group>
        </div>
        <DraftSide
          scorecardId={scorecard.id}
          isSaved={editing.state === 'saved'}
          problems={problems}
          changes={changes}
          onProblem={(questionId) => setOpenId(questionId)}
        />
      </div>
      {isPublishing && (
        <PublishDialog
          scorecard={scorecard}
          changes={changes}
          onRevision={editing.flush}
          onClose={() => setIsPublishing(false)}
        />
      )}
    </Page>
  )
}

/** What else can be done with a draft. */
function DraftMenu({ scorecard }: { scorecard: Scorecard }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const discarding = useMutation(orpc.scorecards.discardDraft.mutationOptions())
  const isOnly = scorecard.versions.length === 0
  const discard = () =>
    discarding.mutate(
      { id: scorecard.id },
      {
        onSuccess: ({ isGone }) => {
          if (isGone) void navigate({ to: '/quality', search: { tab: 'scorecards' } })
          else void queryClient.invalidateQueries({ queryKey: orpc.scorecards.key() })
        },
        onError: (error) => notifyFailed(t`The draft stays`, error),
      },
    )
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t`More`} variant="default" size={30}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>This cannot be undone</Trans>
        </Menu.Label>
        <Menu.Item color="red" onClick={discard}>
          {isOnly ? t`Throw the scorecard away` : t`Throw the draft away`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
