import { Button, Popover, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

const reasons = [
  'Wrong language',
  'Too short to judge',
  'The recording cannot be heard',
  'I know the agent or was involved',
  'Not this kind of contact',
]

/** Sets the review aside, for a reason: one of the usual ones, or one's own. */
export function SkipButton({ onSkip, isBusy }: { onSkip(reason: string): void; isBusy: boolean }) {
  const [isOpen, setIsOpen] = useState(false)
  const [own, setOwn] = useState('')
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="top-start" trapFocus returnFocus>
      <Popover.Target>
        <Button data-skip-review variant="default" loading={isBusy} onClick={() => setIsOpen(!isOpen)}>
          Skip…
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Why is it skipped?">
        <Stack gap={6} w={260}>
          <Text size="sm" fw={600}>
            Why is it skipped?
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
              aria-label="Another reason"
              placeholder="Another reason, then Enter"
              value={own}
              onChange={(event) => setOwn(event.currentTarget.value)}
            />
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
