import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Menu, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Commitment, CommitmentState } from '../../../../shared/contract/session.ts'
import { formatDay } from '../../../ui/dates.ts'
import { commitmentWords } from '../../../ui/commitment-words.ts'
import classes from './session.module.css'

const choices: CommitmentState[] = ['open', 'kept', 'not-kept', 'dropped']

/** One commitment: what, how it is seen, by when, and what became of it. */
export function CommitmentLine({
  commitment,
  hasName,
  hasSession = false,
  onState,
  onEdit,
  onRemove,
}: {
  commitment: Commitment
  hasName: boolean
  /** Whether it leads to the session it was agreed in. */
  hasSession?: boolean
  onState: (state: CommitmentState) => void
  onEdit?: (() => void) | undefined
  onRemove?: () => void
}) {
  const { behaviour, seenBy, dueOn, state, isOverdue, agent } = commitment
  const { label, color } = commitmentWords[state]
  return (
    <li className={classes.commitment}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <div>
          <p className={classes.behaviour}>
            {hasName && (
              <>
                <Link to="/coaching" search={{ agent: agent.id }}>
                  {agent.name}
                </Link>
                :{' '}
              </>
            )}
            {behaviour}
          </p>
          <Text size="sm" c="dimmed">
            {seenBy !== '' && (
              <>
                <Trans>Seen by: {seenBy.replace(/\.$/, '')}. </Trans>
              </>
            )}
            {dueOn !== null && (
              <span className={isOverdue ? classes.overdue : undefined}>
                {isOverdue ? t`Overdue, was due by` : t`By`} {formatDay(dueOn)}.{' '}
              </span>
            )}
            {hasSession && (
              <Link to="/coaching/sessions/$sessionId" params={{ sessionId: commitment.sessionId }}>
                <Trans>Session</Trans>
              </Link>
            )}
            {onEdit && (
              <Button variant="subtle" color="gray" size="compact-xs" onClick={onEdit}>
                <Trans>Change</Trans>
              </Button>
            )}
            {onRemove && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                onClick={onRemove}
                aria-label={t`Remove: ${behaviour}`}
              >
                <Trans>Remove</Trans>
              </Button>
            )}
          </Text>
        </div>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="light"
              color={color}
              size="compact-sm"
              flex="none"
              rightSection={<IconChevronDown size={13} aria-hidden />}
              aria-label={t`${label}: ${behaviour}. Change`}
            >
              {label}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {choices.map((choice) => (
              <Menu.Item key={choice} onClick={() => onState(choice)}>
                <Badge variant="light" color={commitmentWords[choice].color} tt="none">
                  {commitmentWords[choice].label}
                </Badge>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
    </li>
  )
}
