import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { notifyFailed } from '../../ui/notify.tsx'
import { orpc } from '../client.ts'
import { OwnPassphrase } from './own-passphrase.tsx'
import { roleLabels } from './role-labels.ts'

/** Who has entered which profile, what they can change of it, and the way out of it; nothing in a workspace without profiles. */
export function WhoMenu({ className }: { className?: string | undefined }) {
  const { data } = useQuery(orpc.profiles.me.queryOptions())
  const [isChanging, changing] = useDisclosure(false)
  const leave = useMutation(
    orpc.profiles.leave.mutationOptions({
      onSuccess: () => window.location.reload(),
      onError: (error) => notifyFailed(t`The profile was not left`, error),
    }),
  )
  if (!data?.profile) return null
  const { name, role, hasPassphrase } = data.profile
  return (
    <>
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
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={changing.open}>
            {hasPassphrase ? t`Change my passphrase` : t`Set a passphrase`}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leave.mutate({})}>
            <Trans>Leave</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChanging && <OwnPassphrase hasPassphrase={hasPassphrase} onClose={changing.close} />}
    </>
  )
}
