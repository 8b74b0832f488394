import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Badge, Menu } from '@mantine/core'
import { IconDots, IconLock, IconLockOpen, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { orpc } from '../../app/client.ts'
import { useMay } from '../../app/profile/use-may.ts'
import { ForgetModal } from '../../privacy/forget-modal.tsx'
import { HoldModal } from '../../privacy/hold-modal.tsx'
import { useLift } from '../../privacy/use-hold.ts'

/** A conversation as a record: put under legal hold, or deleted for good; for whoever may govern. */
export function PrivacyMenu({ interactionId }: { interactionId: number }) {
  const mayGovern = useMay()('govern')
  return mayGovern ? <OfConversation interactionId={interactionId} /> : null
}

function OfConversation({ interactionId }: { interactionId: number }) {
  const [asked, setAsked] = useState<'hold' | 'forget' | null>(null)
  const navigate = useNavigate()
  const hold = useQuery(orpc.privacy.holds.queryOptions()).data?.find(
    ({ kind, recordId, liftedAt }) =>
      kind === 'conversation' && recordId === interactionId && liftedAt === null,
  )
  const lift = useLift()
  const close = () => setAsked(null)
  return (
    <>
      {hold && (
        <Badge variant="default" tt="none" leftSection={<IconLock size={12} aria-hidden />}>
          <Trans>Under legal hold: {hold.why}</Trans>
        </Badge>
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t`Hold or delete this conversation`}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {hold ? (
            <Menu.Item
              leftSection={<IconLockOpen size={16} aria-hidden />}
              onClick={() => lift.mutate({ id: hold.id })}
            >
              <Trans>Lift the legal hold</Trans>
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconLock size={16} aria-hidden />} onClick={() => setAsked('hold')}>
              <Trans>Put under legal hold…</Trans>
            </Menu.Item>
          )}
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => setAsked('forget')}
          >
            <Trans>Delete for good…</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'hold' && <HoldModal subject={{ interactionId }} onClose={close} />}
      {asked === 'forget' && (
        <ForgetModal
          subject={{ interactionId }}
          onClose={close}
          onDone={() => void navigate({ to: '/conversations' })}
        />
      )}
    </>
  )
}
