import { t } from '@lingui/core/macro'
import { Chip, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { DeskAnswer } from '../../../../shared/contract/reviews.ts'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import type { ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import { bestPoints, scoringAnswer } from '../../../../shared/domain/scorecard/score-answers.ts'
import styles from './desk.module.css'
import type { AnswerChange } from './use-desk.ts'

/** Root causes where something was missed, and the note. */
export function QuestionDetails({
  question,
  given,
  answer,
  isReadOnly,
  onChange,
}: {
  question: ScorecardQuestion
  given: DeskAnswer | null
  answer: FormAnswer
  isReadOnly: boolean
  onChange(change: AnswerChange): void
}) {
  const [note, setNote] = useState(given?.note ?? '')
  const scored = given ? scoringAnswer(question, answer) : undefined
  const isMissed =
    scored?.state === 'answered' && scored.points !== null && scored.points < bestPoints(question)
  return (
    <div className={styles.details}>
      {isMissed && question.rootCauses.length > 0 && (
        <Chip.Group
          multiple
          value={given?.rootCauses ?? []}
          onChange={(rootCauses) => onChange({ rootCauses })}
        >
          <Group gap={6} role="group" aria-label={t`What may lie behind it`}>
            {question.rootCauses.map((cause) => (
              <Chip key={cause} value={cause} size="xs" disabled={isReadOnly}>
                {cause}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
      <Textarea
        id={`note-${question.id}`}
        aria-label={t`Note on ${question.title}`}
        placeholder={t`Note (t)`}
        size="xs"
        autosize
        minRows={1}
        value={note}
        readOnly={isReadOnly}
        onChange={(event) => {
          setNote(event.currentTarget.value)
          onChange({ note: event.currentTarget.value })
        }}
      />
    </div>
  )
}
