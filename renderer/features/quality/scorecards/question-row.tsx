import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Badge, Group, Menu, Text, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconChevronRight,
  IconDots,
} from '@tabler/icons-react'
import type { FormProblem } from '../../../../shared/domain/scorecard/find-problems.ts'
import {
  optionsOf,
  type ScorecardDefinition,
  type ScorecardQuestion,
} from '../../../../shared/domain/scorecard/definition.ts'
import { typeWords } from '../words.ts'
import { duplicateQuestion, freshId, moveQuestion, removeQuestion } from './edits.ts'
import { QuestionEditor } from './question-editor.tsx'
import { RuleButton } from './rule-button.tsx'
import styles from './scorecard.module.css'
import { shareWords } from './share-words.ts'

interface QuestionRowProps {
  scorecardId: number
  question: ScorecardQuestion
  definition: ScorecardDefinition
  weight: number | null
  /** Whether it is tried out as not applying. */
  isNotApplicable: boolean
  onNotApplicable(): void
  problems: readonly FormProblem[]
  isOpen: boolean
  onOpen(): void
  onChange(edit: (definition: ScorecardDefinition) => ScorecardDefinition): void
}

/** A question in its section: what it is and decides in one line; opened, everything about it. */
export function QuestionRow(props: QuestionRowProps) {
  const { question, definition, isOpen, onChange } = props
  const { id, title } = question
  const canApplyNot = question.type !== 'text' && !question.isExcluded && question.allowsNotApplicable
  return (
    <div className={styles.question} data-open={isOpen || undefined}>
      <div className={styles.questionLine}>
        <UnstyledButton className={styles.questionName} aria-expanded={isOpen} onClick={props.onOpen}>
          <IconChevronRight size={14} aria-hidden className={styles.chevron} />
          <span>{title === '' ? t`Question without a name` : title}</span>
        </UnstyledButton>
        <Group gap={6} wrap="nowrap">
          {props.problems.length > 0 && (
            <Tooltip label={props.problems.map(({ sentence }) => sentence).join(' ')}>
              <IconAlertTriangle
                size={15}
                color={props.problems.some(({ stops }) => stops) ? 'var(--state-must)' : 'var(--state-act)'}
                aria-label={props.problems.map(({ sentence }) => sentence).join(' ')}
              />
            </Tooltip>
          )}
          <Text size="xs" c="dimmed">
            {typeWords[question.type]}
          </Text>
          {question.isCritical && (
            <Badge variant="light" color="red" tt="none" fw={500}>
              <Trans>critical</Trans>
            </Badge>
          )}
          {question.condition !== null && (
            <Badge variant="default" tt="none" fw={500}>
              <Trans>conditional</Trans>
            </Badge>
          )}
          <Tooltip
            label={
              props.isNotApplicable
                ? t`Tried as not applying: its share went to the others. Press to let it apply.`
                : canApplyNot
                  ? t`Press to see the shares when this does not apply.`
                  : t`What it decides of the score.`
            }
          >
            <button
              type="button"
              className={styles.shareButton}
              aria-pressed={props.isNotApplicable}
              disabled={!canApplyNot}
              onClick={props.onNotApplicable}
            >
              {props.isNotApplicable ? t`n/a` : shareWords(question, props.weight)}
            </button>
          </Tooltip>
          {optionsOf(question).length > 0 && (
            <RuleButton scorecardId={props.scorecardId} questionId={id} title={title} />
          )}
          <ActionIcon aria-label={t`Move ${title} up`} onClick={() => onChange(moveQuestion(id, -1))}>
            <IconArrowUp size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t`Move ${title} down`} onClick={() => onChange(moveQuestion(id, 1))}>
            <IconArrowDown size={14} aria-hidden />
          </ActionIcon>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t`More for ${title}`}>
                <IconDots size={15} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                onClick={() =>
                  onChange(
                    duplicateQuestion(
                      id,
                      freshId(
                        'question',
                        definition.questions.map((one) => one.id),
                      ),
                    ),
                  )
                }
              >
                <Trans>Duplicate</Trans>
              </Menu.Item>
              <Menu.Item color="red" onClick={() => onChange(removeQuestion(id))}>
                <Trans>Take away</Trans>
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </div>
      {isOpen && <QuestionEditor question={question} definition={definition} onChange={onChange} />}
    </div>
  )
}
