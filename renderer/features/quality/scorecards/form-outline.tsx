import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Group, Text } from '@mantine/core'
import { effectiveWeights } from '../../../../shared/domain/scorecard/effective-weights.ts'
import {
  optionsOf,
  type ScorecardDefinition,
  type ScorecardQuestion,
} from '../../../../shared/domain/scorecard/definition.ts'
import { Section } from '../../../ui/page.tsx'
import { typeWords } from '../words.ts'
import { RuleButton } from './rule-button.tsx'
import styles from './scorecard.module.css'
import { shareWords } from './share-words.ts'

/** A form to look at: sections, questions, their answers and what each decides when everything applies. */
export function FormOutline({
  definition,
  scorecardId,
}: {
  definition: ScorecardDefinition
  scorecardId: number
}) {
  const weights = effectiveWeights(definition)
  return (
    <>
      {definition.sections.map((section) => {
        const questions = definition.questions.filter(({ sectionId }) => sectionId === section.id)
        if (questions.length === 0) return null
        return (
          <Section key={section.id} title={section.title} note={section.instructions}>
            {questions.map((question) => (
              <div key={question.id} className={styles.outlineQuestion}>
                <div>
                  <Text fw={550}>{question.title}</Text>
                  {question.guidance !== '' && (
                    <Text size="sm" c="dimmed">
                      {question.guidance}
                    </Text>
                  )}
                  <Answers question={question} />
                </div>
                <Group gap={6} wrap="nowrap">
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
                  <Text size="sm">{shareWords(question, weights.get(question.id) ?? null)}</Text>
                  {optionsOf(question).length > 0 && (
                    <RuleButton scorecardId={scorecardId} questionId={question.id} title={question.title} />
                  )}
                </Group>
              </div>
            ))}
          </Section>
        )
      })}
    </>
  )
}

function Answers({ question }: { question: ScorecardQuestion }) {
  const options = optionsOf(question)
  const words =
    question.type === 'numeric'
      ? question.ranges.map(({ from, to, points }) => t`${from} to ${to}: ${points}`).join(' · ')
      : question.type === 'points'
        ? t`${question.leastPoints} to ${question.mostPoints} points`
        : options
            .map(({ label, points, fatal }) =>
              fatal === null ? `${label} (${points})` : t`${label} (${points}, fatal)`,
            )
            .join(' · ')
  return (
    <Text size="xs" c="dimmed">
      {typeWords[question.type]}
      {words === '' ? '' : `: ${words}`}
    </Text>
  )
}
