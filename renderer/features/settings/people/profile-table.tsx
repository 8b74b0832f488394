import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Badge, Group, Menu, Table, Text } from '@mantine/core'
import { IconDots, IconKey, IconPencil, IconUserMinus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ProfileDetails } from '../../../../shared/contract/profiles.ts'
import type { PolicyDocument } from '../../../../shared/domain/policy.ts'
import { orpc } from '../../../app/client.ts'
import { roleLabels } from '../../../app/profile/role-labels.ts'
import { formatDay } from '../../../ui/dates.ts'
import { Instant } from '../../../ui/time.tsx'

interface ProfileTableProps {
  profiles: readonly ProfileDetails[]
  policy: PolicyDocument
  ownId: number | null
  onChange: (profile: ProfileDetails) => void
  onPassphrase: (profile: ProfileDetails) => void
  onRetire: (profile: ProfileDetails) => void
}

/** Everybody who has a profile: as what, for whom, since when, and when they were last here. */
export function ProfileTable({ profiles, ...others }: ProfileTableProps) {
  return (
    <Table.ScrollContainer minWidth={820}>
      <Table verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Name</Trans>
            </Table.Th>
            <Table.Th w={140}>
              <Trans>Role</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Teams or person</Trans>
            </Table.Th>
            <Table.Th w={210}>
              <Trans>Made</Trans>
            </Table.Th>
            <Table.Th w={150}>
              <Trans>Last here</Trans>
            </Table.Th>
            <Table.Th w={60}>
              <span className="visually-hidden">
                <Trans>What can be done</Trans>
              </span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {profiles.map((profile) => (
            <ProfileRow key={profile.id} profile={profile} {...others} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function ProfileRow({
  profile,
  policy,
  ownId,
  onChange,
  onPassphrase,
  onRetire,
}: Omit<ProfileTableProps, 'profiles'> & { profile: ProfileDetails }) {
  const { id, name, role, hasPassphrase, madeAt, madeBy, lastHereAt } = profile
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <Text fw={600} span>
            {name}
          </Text>
          {id === ownId && (
            <Badge size="sm" variant="light" tt="none">
              <Trans>You</Trans>
            </Badge>
          )}
          {!hasPassphrase && (
            <Badge size="sm" variant="light" tt="none" color={policy.profiles.passphrase ? 'red' : 'gray'}>
              {policy.profiles.passphrase ? t`Needs a passphrase` : t`No passphrase`}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>{roleLabels[role]}</Table.Td>
      <Table.Td>
        <ForWhom profile={profile} seesAll={policy.scope.supervisor === 'everybody'} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          <Instant at={madeAt} show="day" />
          {madeBy !== null && (
            <Text span size="sm" c="dimmed">
              {t`, by ${madeBy}`}
            </Text>
          )}
        </Text>
      </Table.Td>
      <Table.Td>
        {lastHereAt === null ? (
          <Text size="sm" c="dimmed">
            <Trans>Not yet</Trans>
          </Text>
        ) : (
          <Text size="sm">
            <Instant at={lastHereAt} show="relative" />
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t`What can be done with ${name}`}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onChange(profile)}>
              <Trans>Change</Trans>
            </Menu.Item>
            <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => onPassphrase(profile)}>
              <Trans>Set a new passphrase</Trans>
            </Menu.Item>
            <Menu.Item
              leftSection={<IconUserMinus size={16} aria-hidden />}
              color="red"
              onClick={() => onRetire(profile)}
            >
              <Trans>Retire</Trans>
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  )
}

function ForWhom({ profile, seesAll }: { profile: ProfileDetails; seesAll: boolean }) {
  const { role, teams, agentId } = profile
  const people = useQuery(orpc.people.list.queryOptions({ input: {}, enabled: role === 'agent' }))
  if (role === 'agent')
    return (
      <Text size="sm">
        {people.data?.find(({ id }) => id === agentId)?.name ?? t`nobody in the data any more`}
      </Text>
    )
  if (role !== 'supervisor') return null
  if (teams.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {seesAll ? t`everybody` : t`no team, so nobody`}
      </Text>
    )
  return <Text size="sm">{teams.map(({ team, from, to }) => `${team}${spanOf(from, to)}`).join(', ')}</Text>
}

function spanOf(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return t` (${formatDay(from)} to ${formatDay(to)})`
  if (from !== null) return t` (from ${formatDay(from)})`
  return to === null ? '' : t` (until ${formatDay(to)})`
}
