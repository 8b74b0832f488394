import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Popover, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

const reasons = [
  t`Wrong language`,
  t`Too short to judge`,
  t`The recording cannot be heard`,
  t`I know the agent or was involved`,
  t`Not this kind of contact`,
]

/** Sets the review aside, for a reason: one of the usual ones, or one's own. */
export function SkipButton({ onSkip, isBusy }: { onSkip(reason: string): void; isBusy: boolean }) {
  const [isOpen, setIsOpen] = useState(false)
  const [own, setOwn] = useState('')
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="top-start" trapFocus returnFocus>
      <Popover.Target>
        <Button data-skip-review variant="default" loading={isBusy} onClick={() => setIsOpen(!isOpen)}>
          <Trans>Skip…</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t`Why is it skipped?`}>
        <Stack gap={6} w={260}>
          <Text size="sm" fw={600}>
            <Trans>Why is it skipped?</Trans>
          </Text>
          {reasons.map((reason) => (
            <Button key={reason} variant="subtle" justify="flex-start" onClick={() => onSkip(reason)}>
              {reason}
            </Button>
          ))}
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (own.trim() !== '') onSkip(own.trim())
            }}
          >
            <TextInput
              size="xs"
              aria-label={t`Another reason`}
              placeholder={t`Another reason, then Enter`}
              value={own}
              onChange={(event) => setOwn(event.currentTarget.value)}
            />
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
