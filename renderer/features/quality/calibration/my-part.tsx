import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Group, Text } from '@mantine/core'
import type { CalibrationPage } from '../../../../shared/contract/calibration.ts'
import { ButtonLink, TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'

const stateWords = {
  waiting: t`not begun`,
  draft: t`in work`,
  submitted: 'submitted',
  skipped: 'skipped',
} as const

/** The conversations of whoever scores here, each leading to the desk. */
export function MyPart({ page: { me, mine, session } }: { page: CalibrationPage }) {
  const next = mine.find(({ state }) => state === 'waiting' || state === 'draft')
  const submitted = mine.filter(({ state }) => state === 'submitted').length
  if (mine.length === 0)
    return (
      <Section title={t`My part`}>
        <Text size="sm" c="dimmed">
          {me === null
            ? t`Say who you are at the top of Quality to find your part.`
            : t`${me} takes no part here. ${session.reviewers.map(({ reviewer }) => reviewer).join(', ')} ${session.reviewers.length === 1 ? t`does` : t`do`}.`}
        </Text>
      </Section>
    )
  return (
    <Section
      title={t`My part`}
      note={t`${submitted} of ${plural(mine.length, { one: '# conversation', other: '# conversations' })} submitted`}
      actions={
        next && (
          <ButtonLink to="/quality/reviews/$reviewId" params={{ reviewId: next.reviewId }}>
            {submitted === 0 && next.state === 'waiting' ? t`Start scoring` : t`Go on scoring`}
          </ButtonLink>
        )
      }
    >
      <Group gap="xs">
        {mine.map(({ reviewId, position, state }) => (
          <TextLink key={reviewId} to="/quality/reviews/$reviewId" params={{ reviewId }} underline="never">
            <Badge
              size="lg"
              tt="none"
              fw={500}
              variant={state === 'submitted' ? 'light' : 'default'}
              color={state === 'submitted' ? 'green' : 'gray'}
              style={{ cursor: 'pointer' }}
            >
              {position} · {stateWords[state]}
            </Badge>
          </TextLink>
        ))}
      </Group>
      <Text size="sm" c="dimmed" mt="sm">
        <Trans>
          You see neither the agent nor what anybody else answered until the calibration is revealed.
        </Trans>
      </Text>
    </Section>
  )
}
