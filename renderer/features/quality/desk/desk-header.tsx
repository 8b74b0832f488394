import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Badge, Group, Text, Title, Tooltip } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Desk } from '../../../../shared/contract/reviews.ts'
import { durationWords } from '../../../conversation/words.ts'
import { formatValue } from '../../../ui/format.ts'
import { Instant } from '../../../ui/time.tsx'
import { selectionWords } from '../words.ts'
import styles from './desk.module.css'

/** Whose conversation it is, why it is here, and where the queue stands. */
export function DeskHeader({ desk }: { desk: Desk }) {
  const { review } = desk
  return (
    <header className={styles.head}>
      <Group justify="space-between" align="center" wrap="nowrap">
        <Link to="/quality" search={{}} className={styles.back}>
          <Trans>
            <IconChevronLeft size={15} aria-hidden />
            Review queue
          </Trans>
        </Link>
        <Group gap="md">
          {desk.previousId !== null && (
            <Link
              to="/quality/reviews/$reviewId"
              params={{ reviewId: desk.previousId }}
              className={styles.back}
            >
              <Trans>Previous</Trans>
            </Link>
          )}
          {review.state === 'draft' && (
            <Text size="sm" c="dimmed">
              <Trans>
                <Plural value={desk.left} one="# review" other="# reviews" /> in the queue
              </Trans>
            </Text>
          )}
          {desk.nextId !== null && (
            <Link to="/quality/reviews/$reviewId" params={{ reviewId: desk.nextId }} className={styles.back}>
              <Trans>Next</Trans>
            </Link>
          )}
        </Group>
      </Group>
      <Group gap="sm" align="center">
        <Title order={1}>{nameOf(review)}</Title>
        <Tooltip label={review.why}>
          <Badge variant="light" tt="none" tabIndex={0}>
            {selectionWords[review.selection]}
            {review.chance !== null && t` · chance ${formatValue(review.chance, 'share')}`}
          </Badge>
        </Tooltip>
        <Text c="dimmed" size="sm" component="div">
          {review.isBlind ? (
            <>
              <Trans>{review.why} The agent is hidden until it is revealed.</Trans>
            </>
          ) : (
            <>
              <Instant at={review.at} />
              {review.queue === null ? '' : ` · ${review.queue}`} · {durationWords(review.durationMs)} ·{' '}
              {review.contactRef ?? t`no contact id`}
            </>
          )}
        </Text>
      </Group>
    </header>
  )
}

function nameOf({ isBlind, agent, durationMs }: Desk['review']): string {
  if (isBlind)
    return durationMs === null ? t`A conversation` : t`A conversation of ${durationWords(durationMs)}`
  return agent ? agent.name : t`Agent not known`
}
