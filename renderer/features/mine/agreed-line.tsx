import { t } from '@lingui/core/macro'
import { Badge, Group, Text } from '@mantine/core'
import type { MySession } from '../../../shared/contract/profiles.ts'
import { commitmentWords } from '../../ui/commitment-words.ts'
import { formatDay } from '../../ui/dates.ts'
import classes from './mine.module.css'

/** Something that was agreed: what, how one sees it, until when, and what became of it. */
export function AgreedLine({ commitment }: { commitment: MySession['commitments'][number] }) {
  const { behaviour, seenBy, dueOn, state, isOverdue } = commitment
  const { label, color } = commitmentWords[state]
  return (
    <li className={classes.item}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div>
          <p className={classes.agreed}>{behaviour}</p>
          {seenBy !== '' && (
            <Text size="sm" c="dimmed">
              {t`Seen by: ${seenBy}`}
            </Text>
          )}
          {dueOn !== null && (
            <Text size="sm" {...(isOverdue ? { className: classes.overdue } : { c: 'dimmed' })}>
              {isOverdue ? t`Overdue: it was due by ${formatDay(dueOn)}` : t`By ${formatDay(dueOn)}`}
            </Text>
          )}
        </div>
        <Badge variant="light" color={color} tt="none" flex="none">
          {label}
        </Badge>
      </Group>
    </li>
  )
}
