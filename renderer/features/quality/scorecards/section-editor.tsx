import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Group, NumberInput, Text, Textarea, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { FormProblem } from '../../../../shared/domain/scorecard/find-problems.ts'
import type { ScorecardDefinition, ScorecardSection } from '../../../../shared/domain/scorecard/definition.ts'
import { addQuestion, addSection, editSection, freshId, removeSection } from './edits.ts'
import { QuestionRow } from './question-row.tsx'
import styles from './scorecard.module.css'
import { percent } from '../words.ts'

interface SectionEditorProps {
  scorecardId: number
  section: ScorecardSection
  definition: ScorecardDefinition
  weights: ReadonlyMap<string, number | null>
  notApplicable: ReadonlySet<string>
  onNotApplicable(id: string): void
  problems: readonly FormProblem[]
  openId: string | null
  onOpen(id: string | null): void
  onChange(edit: (definition: ScorecardDefinition) => ScorecardDefinition): void
}

/** A section with its questions; one of them open to be edited. */
export function SectionEditor(props: SectionEditorProps) {
  const { section, definition, onChange } = props
  const questions = definition.questions.filter(({ sectionId }) => sectionId === section.id)
  const isWeighed =
    section.parentId === null &&
    (definition.strategy === 'section-weighted' || definition.strategy === 'weighted-groups')
  const decides = questions.reduce(
    (sum, { id, isBonus }) => sum + (isBonus ? 0 : (props.weights.get(id) ?? 0)),
    0,
  )
  return (
    <section
      className={styles.section}
      aria-label={section.title}
      data-sub={section.parentId !== null || undefined}
    >
      <Group gap="xs" align="center" wrap="nowrap" className={styles.sectionHead}>
        <TextInput
          aria-label={t`Name of the section`}
          variant="unstyled"
          className={styles.sectionName}
          value={section.title}
          maxLength={300}
          onChange={(event) => onChange(editSection(section.id, { title: event.currentTarget.value }))}
        />
        {isWeighed && (
          <NumberInput
            aria-label={t`Weight of ${section.title}`}
            size="xs"
            w={90}
            min={0}
            value={section.weight ?? ''}
            placeholder={definition.strategy === 'weighted-groups' ? '1' : t`weight`}
            onChange={(value) =>
              onChange(editSection(section.id, { weight: typeof value === 'number' ? value : null }))
            }
          />
        )}
        <Text size="xs" c="dimmed" className={styles.share}>
          <Trans>{percent(decides)} of the score</Trans>
        </Text>
        {section.parentId === null && (
          <Tooltip label={t`Add a part of this section`}>
            <ActionIcon
              aria-label={t`Add a part of ${section.title}`}
              onClick={() =>
                onChange((before) =>
                  addSection(
                    freshId(
                      'section',
                      before.sections.map(({ id }) => id),
                    ),
                    section.id,
                  )(before),
                )
              }
            >
              <IconPlus size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={t`Take the section away with its questions (it can be undone)`}>
          <ActionIcon
            aria-label={t`Take ${section.title} away`}
            disabled={definition.sections.length === 1}
            onClick={() => onChange(removeSection(section.id))}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      {section.instructions !== '' && (
        <Textarea
          aria-label={t`Instructions of ${section.title}`}
          variant="unstyled"
          size="xs"
          autosize
          px={14}
          value={section.instructions}
          onChange={(event) => onChange(editSection(section.id, { instructions: event.currentTarget.value }))}
        />
      )}
      {questions.map((question) => (
        <QuestionRow
          scorecardId={props.scorecardId}
          key={question.id}
          question={question}
          definition={definition}
          weight={props.weights.get(question.id) ?? null}
          isNotApplicable={props.notApplicable.has(question.id)}
          onNotApplicable={() => props.onNotApplicable(question.id)}
          problems={props.problems.filter(({ questionId }) => questionId === question.id)}
          isOpen={props.openId === question.id}
          onOpen={() => props.onOpen(props.openId === question.id ? null : question.id)}
          onChange={onChange}
        />
      ))}
      <div className={styles.addQuestion}>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            const id = freshId(
              'question',
              definition.questions.map((question) => question.id),
            )
            onChange(addQuestion(section.id, id, definition.strategy === 'question-weighted' ? 0 : null))
            props.onOpen(id)
          }}
        >
          <Trans>Add a question</Trans>
        </Button>
      </div>
    </section>
  )
}
