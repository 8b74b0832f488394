import { ActionIcon, Badge, Button, Group, Menu, Text, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconChevronDown } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ReadyRule, RuleOfQuestion } from '../../../../shared/contract/rules.ts'
import { ruleStructureProblems } from '../../../../shared/domain/rule-problems.ts'
import { orpc } from '../../../app/client.ts'
import { modKey } from '../../../app/shortcuts.ts'
import { ButtonLink } from '../../../ui/link.tsx'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { ExamplesPanel } from './examples-panel.tsx'
import { RuleHistory } from './rule-history.tsx'
import { RuleTree } from './rule-tree.tsx'
import styles from './rules.module.css'
import { TryPanel } from './try-panel.tsx'
import { useRuleDraft } from './use-rule-draft.ts'

const stateWords = { saved: 'Saved', saving: 'Saving…', failed: 'Not saved' } as const

/** The editor of a question's rule: its blocks on the left, what it answers on real conversations on the right, its examples below. */
export function RuleEditor({
  stored,
  library,
}: {
  stored: RuleOfQuestion
  library: { rules: ReadyRule[]; phraseSets: string[] }
}) {
  const editing = useRuleDraft(stored)
  const { rule, examples, undo, redo, change, setExamples, replace } = editing
  const { scorecardId, questionId } = stored
  const asked = useMemo(() => ({ scorecardId, questionId }), [scorecardId, questionId])
  const structure = useMemo(() => ruleStructureProblems(rule), [rule])
  // what the page can tell at once, then what only the engine can tell of phrases and options
  const isTouched = stored.draft !== null || editing.canUndo
  const told = !isTouched ? [] : editing.state === 'saved' ? editing.problems : structure
  const isReady = structure.length === 0
  const queryClient = useQueryClient()
  const activating = useMutation(orpc.rules.activate.mutationOptions())
  const deactivating = useMutation(orpc.rules.deactivate.mutationOptions())
  const undoing = useMutation(orpc.rules.undo.mutationOptions())

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target
      const isField =
        target instanceof HTMLElement && target.closest('input, textarea, [role="dialog"]') !== null
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || isField) return
      event.preventDefault()
      if (event.shiftKey) redo()
      else undo()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [undo, redo])

  const decide = async (what: typeof activating, failed: string) => {
    try {
      const { rule: changed } = await what.mutateAsync({ ...asked, revision: await editing.flush() })
      queryClient.setQueryData(orpc.rules.get.queryKey({ input: asked }), changed)
    } catch (error) {
      notifyFailed(failed, error)
    }
  }

  return (
    <Page
      title={stored.title === '' ? 'Question without a name' : stored.title}
      purpose={
        <Group gap={8} component="span">
          <span>Rule for {stored.form}</span>
          <Badge variant="default" tt="none" fw={500}>
            {stored.active === null ? 'answers nothing yet' : `version ${stored.active.version} answers`}
          </Badge>
          <span role="status">{stateWords[editing.state]}</span>
        </Group>
      }
      actions={
        <>
          <Tooltip label={`Undo (${modKey} Z)`}>
            <ActionIcon aria-label="Undo" disabled={!editing.canUndo} onClick={undo}>
              <IconArrowBackUp size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={`Redo (${modKey} Shift Z)`}>
            <ActionIcon aria-label="Redo" disabled={!editing.canRedo} onClick={redo}>
              <IconArrowForwardUp size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <ButtonLink variant="default" to="/quality/scorecards/$scorecardId" params={{ scorecardId }}>
            Scorecard
          </ButtonLink>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
                Ready rules
              </Button>
            </Menu.Target>
            <Menu.Dropdown maw={380}>
              {library.rules.map((ready) => (
                <Menu.Item
                  key={ready.id}
                  onClick={() => replace({ rule: ready.rule, examples: ready.examples })}
                >
                  <Text size="sm">{ready.title}</Text>
                  <Text size="xs" c="dimmed">
                    {ready.text}
                  </Text>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {stored.events.length > 0 && (
            <Button
              variant="default"
              loading={undoing.isPending}
              onClick={() => void decide(undoing, 'The decision stays')}
            >
              Undo last decision
            </Button>
          )}
          {stored.active !== null && (
            <Button
              variant="default"
              loading={deactivating.isPending}
              onClick={() => void decide(deactivating, 'The rule still answers')}
            >
              Stop answering
            </Button>
          )}
          <Button
            loading={activating.isPending}
            disabled={!stored.isPublished || !isTouched || !isReady || told.length > 0}
            onClick={() => void decide(activating, 'The rule does not answer yet')}
          >
            Let it answer
          </Button>
        </>
      }
    >
      <div className={styles.layout}>
        <div className={styles.column}>
          {!stored.isPublished && (
            <Text size="sm" c="dimmed">
              Reviewers do not score on this question yet. The rule can answer once the scorecard is
              published.
            </Text>
          )}
          {told
            .filter(({ path }) => path === '')
            .map(({ sentence }) => (
              <Text key={sentence} size="sm" className={styles.problem} role="alert">
                {sentence}
              </Text>
            ))}
          <RuleTree
            rule={rule}
            options={stored.options}
            phraseSets={library.phraseSets}
            problems={told}
            onChange={change}
          />
          <ExamplesPanel
            asked={asked}
            rule={rule}
            examples={examples}
            onRemove={(index) => setExamples((before) => before.filter((_, at) => at !== index))}
          />
          <RuleHistory events={stored.events} />
        </div>
        <div className={`${styles.column} ${styles.side}`}>
          <TryPanel
            asked={asked}
            rule={rule}
            isReady={isReady}
            onExample={(example) => setExamples((before) => [...before, example])}
          />
        </div>
      </div>
    </Page>
  )
}
