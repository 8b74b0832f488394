import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Popover, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconClipboardText } from '@tabler/icons-react'
import { useState } from 'react'
import { usePrepare } from './use-prepare.ts'

/** A session about something the ranking does not propose, in one's own words. */
export function PrepareIdea({ agentId, name }: { agentId: number; name: string }) {
  const [isOpen, { toggle, close, open }] = useDisclosure(false)
  const [idea, setIdea] = useState('')
  const { prepare, isBusy } = usePrepare()
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => (opened ? open() : close())}
      width={320}
      position="bottom-end"
      trapFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          flex="none"
          leftSection={<IconClipboardText size={14} aria-hidden />}
          onClick={toggle}
        >
          <Trans>Other session</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (idea.trim() !== '') prepare({ agentIds: [agentId], idea: idea.trim() })
          }}
        >
          <Stack gap="sm">
            <TextInput
              label={t`What to talk about with ${name}`}
              description={t`Your own idea: no figure belongs to it`}
              maxLength={500}
              value={idea}
              onChange={(event) => setIdea(event.currentTarget.value)}
              data-autofocus
            />
            <Button type="submit" loading={isBusy} disabled={idea.trim() === ''}>
              <Trans>Prepare session</Trans>
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
