import { Trans } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { AccessSubject } from '../../../../shared/contract/access.ts'
import { useMay } from '../../../app/profile/use-may.ts'
import { ForgetModal } from '../../../privacy/forget-modal.tsx'

/** Deletes what is held about somebody, for whoever may. */
export function ForgetHeld({ subject }: { subject: AccessSubject }) {
  const [isOpen, setIsOpen] = useState(false)
  const mayGovern = useMay()('govern')
  if (!mayGovern) return null
  return (
    <Group>
      <Button
        variant="default"
        c="red"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        <Trans>Delete for good…</Trans>
      </Button>
      {isOpen && (
        <ForgetModal
          subject={'agentId' in subject ? { personId: subject.agentId } : subject}
          onClose={() => setIsOpen(false)}
          onDone={() => setIsOpen(false)}
        />
      )}
    </Group>
  )
}
