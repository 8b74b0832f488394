import { t } from '@lingui/core/macro'
import { Checkbox, Group, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import {
  optionsOf,
  questionTypes,
  type ScorecardDefinition,
  type ScorecardQuestion,
} from '../../../../shared/domain/scorecard/definition.ts'
import { typeWords } from '../words.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { editQuestion, ofType } from './edits.ts'
import { OptionsEditor } from './options-editor.tsx'
import { RangesEditor } from './ranges-editor.tsx'
import styles from './scorecard.module.css'

interface QuestionEditorProps {
  question: ScorecardQuestion
  definition: ScorecardDefinition
  onChange(edit: (definition: ScorecardDefinition) => ScorecardDefinition): void
}

const usualCauses = ['Process', 'Tool', 'Policy', 'Knowledge', 'Skill', 'Will']

/** Everything about one question. */
export function QuestionEditor({ question, definition, onChange }: QuestionEditorProps) {
  const set = (change: Partial<ScorecardQuestion>) => onChange(editQuestion(question.id, change))
  const options = optionsOf(question)
  const isScored = question.type !== 'text'
  return (
    <div className={styles.questionEditor}>
      <TextInput
        label={t`Question`}
        data-autofocus
        value={question.title}
        maxLength={500}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t`Guidance`}
        description={t`What to look at, with an example. Reviewers open it beside the question.`}
        autosize
        minRows={1}
        value={question.guidance}
        maxLength={3000}
        onChange={(event) => set({ guidance: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <Select
          label={t`Answered with`}
          allowDeselect={false}
          data={questionTypes.map((value) => ({ value, label: typeWords[value] }))}
          value={question.type}
          onChange={(value) => {
            const type = questionTypes.find((one) => one === value)
            if (type) set(ofType(question, type))
          }}
        />
        {definition.strategy === 'question-weighted' && isScored && (
          <NumberInput
            label={t`Weight`}
            min={0}
            value={question.weight ?? ''}
            onChange={(value) => set({ weight: typeof value === 'number' ? value : null })}
          />
        )}
        {options.length > 0 && question.type !== 'multiple' && (
          <Select
            label={t`Set beforehand`}
            description={t`An answer left at it is recorded as untouched.`}
            inputWrapperOrder={['label', 'input', 'description']}
            clearable
            placeholder={t`nothing`}
            data={options.map(({ id, label }) => ({ value: id, label }))}
            value={question.defaultOptionId}
            onChange={(defaultOptionId) => set({ defaultOptionId })}
          />
        )}
      </Group>
      {question.type === 'points' && (
        <Group grow>
          <NumberInput
            label={t`Points at least`}
            value={question.leastPoints}
            onChange={(value) => set({ leastPoints: Number(value) || 0 })}
          />
          <NumberInput
            label={t`Points at most`}
            value={question.mostPoints}
            onChange={(value) => set({ mostPoints: Number(value) || 0 })}
          />
        </Group>
      )}
      {question.type === 'numeric' && (
        <RangesEditor question={question} definition={definition} onChange={set} />
      )}
      {options.length > 0 && <OptionsEditor question={question} definition={definition} onChange={set} />}
      <Group>
        <Checkbox
          label={t`May not apply`}
          checked={question.allowsNotApplicable}
          onChange={(event) => set({ allowsNotApplicable: event.currentTarget.checked })}
        />
        {isScored && (
          <>
            <Checkbox
              label={t`Critical: also enters the critical score`}
              checked={question.isCritical}
              onChange={(event) => set({ isCritical: event.currentTarget.checked })}
            />
            <Checkbox
              label={t`Bonus: only adds`}
              checked={question.isBonus}
              onChange={(event) => set({ isBonus: event.currentTarget.checked })}
            />
            <Checkbox
              label={t`Asked but not scored`}
              checked={question.isExcluded}
              onChange={(event) => set({ isExcluded: event.currentTarget.checked })}
            />
          </>
        )}
      </Group>
      <ConditionEditor
        question={question}
        definition={definition}
        onChange={(condition) => set({ condition })}
      />
      <TagsInput
        label={t`Root causes`}
        description={t`What may lie behind a poor answer; reviewers choose from these.`}
        data={usualCauses}
        value={question.rootCauses}
        onChange={(rootCauses) => set({ rootCauses })}
      />
    </div>
  )
}
