import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Group, Text } from '@mantine/core'
import { useMemo } from 'react'
import type { RuleLibrary, RuleOfQuestion } from '../../../../shared/contract/rules.ts'
import { ruleStructureProblems } from '../../../../shared/domain/rule-problems.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Page } from '../../../ui/page.tsx'
import { focusBlock } from './block-focus.ts'
import { ExamplesPanel } from './examples-panel.tsx'
import { RuleActions } from './rule-actions.tsx'
import { RuleContext, type RuleInHand } from './rule-context.ts'
import { RuleHistory } from './rule-history.tsx'
import { RuleTree } from './rule-tree.tsx'
import styles from './rules.module.css'
import { TryPanel } from './try-panel.tsx'
import type { RuleDraft } from './stored-draft.ts'
import { useRuleDraft } from './use-rule-draft.ts'
import { useUndoKeys } from './use-undo-keys.ts'

const stateWords = { saved: t`Saved`, saving: t`Saving…`, failed: t`Not saved` } as const

interface EditorProps {
  stored: RuleOfQuestion
  /** What is edited first. */
  start: RuleDraft
  library: RuleLibrary
}

/** The editor of a question's rule: its blocks on the left, what it answers on real conversations on the right, its examples below. */
export function RuleEditor({ stored, start, library }: EditorProps) {
  const editing = useRuleDraft(stored, start)
  const { rule, examples, change, setExamples } = editing
  const { scorecardId, questionId, options, usual } = stored
  const asked = useMemo(() => ({ scorecardId, questionId }), [scorecardId, questionId])
  const structure = useMemo(() => ruleStructureProblems(rule), [rule])
  // what the page can tell at once, then what only the engine can tell of phrases and options
  const isTouched = stored.draft !== null || editing.canUndo
  const told = !isTouched ? [] : editing.state === 'saved' ? editing.problems : structure
  const isReady = structure.length === 0
  useUndoKeys(editing)

  const inHand: RuleInHand = {
    rule,
    options,
    usual,
    phraseSets: library.phraseSets,
    readyLists: library.lists,
    problems: told,
    change,
    step: (step) => {
      if (step === undefined) return
      change(step.edit)
      focusBlock(step.to, step.isNew)
    },
  }
  return (
    <Page
      title={stored.title === '' ? t`Question without a name` : stored.title}
      purpose={
        <Group gap={8} component="span">
          <span>
            <Trans>Rule for {stored.form}</Trans>
          </span>
          <Badge variant="default" tt="none" fw={500}>
            {stored.active === null ? t`answers nothing yet` : t`version ${stored.active.version} answers`}
          </Badge>
          {stored.hasReadyAnswers && (
            <span>
              <Trans>
                Debrief’s own rules answer it{stored.active !== null && t`, too`}:{' '}
                <TextLink to="/quality" search={{ tab: 'trust' }}>
                  what each may do
                </TextLink>
              </Trans>
            </span>
          )}
          <span role="status">{stateWords[editing.state]}</span>
        </Group>
      }
      actions={
        <RuleActions
          {...{ stored, editing }}
          ready={library.rules}
          canAnswer={stored.isPublished && isTouched && isReady && told.length === 0}
        />
      }
    >
      <div className={styles.layout}>
        <div className={styles.column} data-rule="">
          {!stored.isPublished && (
            <Text size="sm" c="dimmed">
              <Trans>
                Reviewers do not score on this question yet. The rule can answer once the scorecard is
                published.
              </Trans>
            </Text>
          )}
          {told
            .filter(({ path }) => path === '')
            .map(({ sentence }) => (
              <Text key={sentence} size="sm" className={styles.problem} role="alert">
                {sentence}
              </Text>
            ))}
          <RuleContext value={inHand}>
            <RuleTree />
          </RuleContext>
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
