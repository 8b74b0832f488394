import { Anchor, Text, Tooltip } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { formatNumber } from '../../ui/format.ts'
import { Section } from '../../ui/page.tsx'
import { Instant } from '../../ui/time.tsx'
import styles from './conversation-page.module.css'
import { basisWords, csatWords, measureWords } from '../../conversation/words.ts'

/** What was measured in the conversation, each figure with what it was measured from. */
export function MeasuresCard({ measures, recording }: Pick<Conversation, 'measures' | 'recording'>) {
  if (measures.length === 0) return null
  return (
    <Section title="Measures">
      <dl className={styles.facts}>
        {measures.map((measure) => (
          <div key={measure.id}>
            <dt>
              {measure.label}
              <Tooltip
                label={`Measured from ${basisWords(measure.basis, recording?.heardBy ?? null)}`}
                events={{ hover: true, focus: true, touch: true }}
              >
                <span
                  className={styles.basis}
                  tabIndex={0}
                  role="note"
                  aria-label={`Measured from ${basisWords(measure.basis, recording?.heardBy ?? null)}`}
                >
                  <IconInfoCircle size={13} aria-hidden />
                </span>
              </Tooltip>
            </dt>
            <dd data-unknown={measure.value === null}>{measureWords(measure.value, measure.unit)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

/** What the customer said of it afterwards. */
export function SurveyCard({ survey }: Pick<Conversation, 'survey'>) {
  if (survey === null) return null
  return (
    <Section title="Survey">
      <dl className={styles.facts}>
        {survey.csat && (
          <div>
            <dt>Satisfaction</dt>
            <dd>{csatWords(survey.csat)}</dd>
          </div>
        )}
        {survey.nps !== null && (
          <div>
            <dt>Would recommend, 0 to 10</dt>
            <dd>{formatNumber(survey.nps)}</dd>
          </div>
        )}
      </dl>
      {survey.comment ? (
        <Text size="sm" mt={6} className={styles.comment}>
          “{survey.comment}”
        </Text>
      ) : (
        <Text size="sm" c="dimmed" mt={6}>
          The customer left no comment.
        </Text>
      )}
    </Section>
  )
}

/** The other legs of the contact and the customer's other contacts. */
export function LegsCard({ legs }: Pick<Conversation, 'legs'>) {
  if (legs.length === 0) return null
  return (
    <Section title="Same contact or customer">
      <ul className={styles.legs}>
        {legs.map((leg) => (
          <li key={leg.interactionId}>
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/conversations/$interactionId"
                  params={{ interactionId: leg.interactionId }}
                />
              )}
            >
              <Instant at={leg.at} />
            </Anchor>
            <Text size="sm" c="dimmed">
              {leg.agent ?? 'no agent'}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}
