import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Autocomplete, Button, Group, Popover, Stack, Text } from '@mantine/core'
import { IconUserEdit } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'

/** Under whose name reviews are made here, and a way to change it. */
export function WhoReviews() {
  const who = useQuery(orpc.reviews.me.queryOptions())
  const setMe = useMutation(orpc.reviews.setMe.mutationOptions())
  const [isOpen, setIsOpen] = useState(false)
  const [name, setName] = useState('')
  if (who.data === undefined) return null
  // a name that is typed in full needs no list, which would lie over the button
  const offered = [...new Set(who.data.known)].filter((known) => known !== name.trim())
  const save = () => {
    if (name.trim() === '') return
    setMe.mutate(
      { name: name.trim() },
      {
        onSuccess: () => setIsOpen(false),
        onError: (error) => notifyFailed(t`The name was not kept`, error),
      },
    )
  }
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant={who.data.name === null ? 'filled' : 'default'}
          leftSection={<IconUserEdit size={15} aria-hidden />}
          onClick={() => {
            setName(who.data.name ?? '')
            setIsOpen(!isOpen)
          }}
        >
          {who.data.name ?? t`Say who you are`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t`Who reviews here`}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <Stack gap="xs" w={280}>
            <Text size="sm">
              <Trans>Reviews are made under this name, and your queue is found by it.</Trans>
            </Text>
            <Autocomplete
              aria-label={t`Your name`}
              placeholder={t`Your name`}
              data={offered}
              limit={8}
              value={name}
              onChange={setName}
              comboboxProps={{ withinPortal: false }}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={setMe.isPending} disabled={name.trim() === ''}>
                <Trans>That is me</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
