import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Popover } from '@mantine/core'
import { IconBookmarkPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import type { SearchSearch } from '../../../app/search.ts'
import { notifyDone } from '../../../ui/notify.tsx'
import { NameForm } from './name-form.tsx'
import { inputOf } from './search-input.ts'

/** Saves what is searched for under a name. */
export function SaveSearch({ search }: { search: SearchSearch }) {
  const queries = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const save = useMutation(
    orpc.search.save.mutationOptions({
      onSuccess: async ({ name }) => {
        await queries.invalidateQueries({ queryKey: orpc.search.saved.key() })
        setIsOpen(false)
        notifyDone(t`“${name}” is saved`)
      },
    }),
  )
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="md"
          leftSection={<IconBookmarkPlus size={17} stroke={1.6} aria-hidden />}
          disabled={!search.q?.trim()}
          onClick={() => {
            save.reset()
            setIsOpen(true)
          }}
        >
          <Trans>Save</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <NameForm
          first={search.q?.trim().slice(0, 60) ?? ''}
          label={t`Save this search as`}
          error={save.error}
          isBusy={save.isPending}
          onName={(name) => save.mutate({ name, search: inputOf(search) })}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
