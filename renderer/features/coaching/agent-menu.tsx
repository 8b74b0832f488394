import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconUserSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { orpc } from '../../app/client.ts'

/** What else can be done about an agent, by whoever may. */
export function AgentMenu({ agentId, name }: { agentId: number; name: string }) {
  const navigate = useNavigate()
  const may = useQuery(orpc.profiles.me.queryOptions()).data?.may
  if (may?.includes('export') !== true) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t`More about ${name}`}>
          <IconDots size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconUserSearch size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/settings', search: { tab: 'privacy', agent: agentId } })}
        >
          <Trans>What is held about {name}</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
