import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Menu } from '@mantine/core'
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { notifyFailed } from '../../ui/notify.tsx'
import { orpc } from '../client.ts'
import { roleLabels } from './role-labels.ts'

/** Who has entered which profile, and the way out of it; nothing in a workspace without profiles. */
export function WhoMenu({ className }: { className?: string | undefined }) {
  const { data } = useQuery(orpc.profiles.me.queryOptions())
  const leave = useMutation(
    orpc.profiles.leave.mutationOptions({
      onSuccess: () => window.location.reload(),
      onError: (error) => notifyFailed(t`The profile was not left`, error),
    }),
  )
  if (!data?.profile) return null
  const { name, role } = data.profile
  return (
    <Menu position="right-end">
      <Menu.Target>
        <ActionIcon className={className} size="lg" aria-label={t`You are ${name}`}>
          <IconUserCircle size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name} · {roleLabels[role]}
        </Menu.Label>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leave.mutate({})}>
          <Trans>Leave</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
