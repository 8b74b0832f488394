import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconDots,
  IconLink,
  IconPencil,
  IconRepeat,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import { placeWords } from '../words.ts'
import styles from './transcript.module.css'
import type { Segment, TurnActions } from './turn.tsx'

interface TurnMenuProps {
  segment: Segment
  speakerName: string
  canPlay: boolean
  actions: TurnActions
  onEdit(): void
}

const roles = [
  { role: 'agent', name: t`the agent` },
  { role: 'customer', name: t`the customer` },
] as const

/** What one can do with a turn: correct it, say who speaks, loop it, share it. */
export function TurnMenu({ segment, speakerName, canPlay, actions, onEdit }: TurnMenuProps) {
  const others = roles.filter(({ role }) => role !== segment.role)
  const isTimed = segment.startMs !== null
  return (
    <Menu position="bottom-end" withinPortal shadow="md" width={290}>
      <Menu.Target>
        <ActionIcon
          size="sm"
          className={styles.menu}
          aria-label={t`More about the turn at ${placeWords(segment.startMs, segment.index)}`}
        >
          <IconDots size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={onEdit}>
          <Trans>Correct what was said</Trans>
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>
          <Trans>Who speaks</Trans>
        </Menu.Label>
        {others.map(({ role, name }) => (
          <Menu.Item
            key={role}
            leftSection={<IconUser size={15} aria-hidden />}
            onClick={() => actions.setRole(segment, role, false)}
          >
            <Trans>This turn is {name}’s</Trans>
          </Menu.Item>
        ))}
        {others.map(({ role, name }) => (
          <Menu.Item
            key={role}
            leftSection={<IconUsers size={15} aria-hidden />}
            onClick={() => actions.setRole(segment, role, true)}
          >
            <Trans>
              Everything “{speakerName}” says is {name}’s
            </Trans>
          </Menu.Item>
        ))}
        {segment.corrected && (
          <Menu.Item
            leftSection={<IconArrowBackUp size={15} aria-hidden />}
            onClick={() => actions.restore(segment)}
          >
            <Trans>Take the correction back</Trans>
          </Menu.Item>
        )}
        <Menu.Divider />
        {canPlay && isTimed && segment.endMs !== null && (
          <Menu.Item leftSection={<IconRepeat size={15} aria-hidden />} onClick={() => actions.loop(segment)}>
            <Trans>Loop this turn</Trans>
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLink size={15} aria-hidden />} onClick={() => actions.share(segment)}>
          <Trans>Copy a link to this moment</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
