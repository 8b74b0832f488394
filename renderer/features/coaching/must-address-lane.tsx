import { t } from '@lingui/core/macro'
import { Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertOctagonFilled } from '@tabler/icons-react'
import type { MustAddress } from '../../../shared/contract/coaching.ts'
import { EvidenceList } from './evidence-list.tsx'
import { PrepareButton } from './sessions/prepare-button.tsx'
import type { CoachingActions } from './use-coaching-actions.ts'
import classes from './must-address-lane.module.css'

/** Failed critical questions: above everything else, in units of their own; said as facts where nobody is ranked. */
export function MustAddressLane({
  items,
  isRanked,
  coaching,
}: {
  items: MustAddress[]
  isRanked: boolean
  coaching: CoachingActions
}) {
  if (items.length === 0) return null
  return (
    <section className={classes.lane} aria-label={isRanked ? t`Must address` : t`Failed critical questions`}>
      <Group gap={8} className={classes.head}>
        <IconAlertOctagonFilled size={17} aria-hidden />
        <Title order={2}>{isRanked ? t`Must address first` : t`Failed critical questions`}</Title>
      </Group>
      <Stack gap="md">
        {items.map((item) => (
          <div key={item.questionId}>
            <Text mb={6}>{item.sentence}</Text>
            <EvidenceList evidence={item.evidence} questionId={item.questionId} />
            {item.questionId.startsWith('question:') && (
              <Group mt="xs">
                <PrepareButton driverId={item.questionId} coaching={coaching} />
              </Group>
            )}
          </div>
        ))}
      </Stack>
    </section>
  )
}
