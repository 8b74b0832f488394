import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
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
    <Section title={t`Measures`}>
      <dl className={styles.facts}>
        {measures.map((measure) => (
          <div key={measure.id}>
            <dt>
              {measure.label}
              <Tooltip
                label={t`Measured from ${basisWords(measure.basis, recording?.heardBy ?? null)}`}
                events={{ hover: true, focus: true, touch: true }}
              >
                <span
                  className={styles.basis}
                  tabIndex={0}
                  role="note"
                  aria-label={t`Measured from ${basisWords(measure.basis, recording?.heardBy ?? null)}`}
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
    <Section title={t`Survey`}>
      <dl className={styles.facts}>
        {survey.csat && (
          <div>
            <dt>
              <Trans>Satisfaction</Trans>
            </dt>
            <dd>{csatWords(survey.csat)}</dd>
          </div>
        )}
        {survey.nps !== null && (
          <div>
            <dt>
              <Trans>Would recommend, 0 to 10</Trans>
            </dt>
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
          <Trans>The customer left no comment.</Trans>
        </Text>
      )}
    </Section>
  )
}

/** The other legs of the contact and the customer's other contacts. */
export function LegsCard({ legs }: Pick<Conversation, 'legs'>) {
  if (legs.length === 0) return null
  return (
    <Section title={t`Same contact or customer`}>
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
              {leg.agent ?? t`no agent`}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}
