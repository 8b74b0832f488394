import { Badge, Button, Group, Menu, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Commitment, CommitmentState } from '../../../../shared/contract/session.ts'
import { formatDay } from '../../../ui/dates.ts'
import classes from './session.module.css'
import { commitmentWords } from './state-words.ts'

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
            {seenBy !== '' && <>Seen by: {seenBy.replace(/\.$/, '')}. </>}
            {dueOn !== null && (
              <span className={isOverdue ? classes.overdue : undefined}>
                {isOverdue ? 'Overdue, was due by' : 'By'} {formatDay(dueOn)}.{' '}
              </span>
            )}
            {hasSession && (
              <Link to="/coaching/sessions/$sessionId" params={{ sessionId: commitment.sessionId }}>
                Session
              </Link>
            )}
            {onEdit && (
              <Button variant="subtle" color="gray" size="compact-xs" onClick={onEdit}>
                Change
              </Button>
            )}
            {onRemove && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                onClick={onRemove}
                aria-label={`Remove: ${behaviour}`}
              >
                Remove
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
              aria-label={`${label}: ${behaviour}. Change`}
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
