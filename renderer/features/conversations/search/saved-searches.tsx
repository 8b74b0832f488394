import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Menu, Popover } from '@mantine/core'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { SavedSearch } from '../../../../shared/contract/search.ts'
import { orpc } from '../../../app/client.ts'
import type { SearchSearch } from '../../../app/search.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { NameForm } from './name-form.tsx'
import { addressOf, isSameSearch } from './search-input.ts'
import styles from './saved-searches.module.css'

/** Saved searches as chips: press one to search again; each can be renamed and deleted. */
export function SavedSearches({ search }: { search: SearchSearch }) {
  const saved = useQuery(orpc.search.saved.queryOptions())
  if (!saved.data || saved.data.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={t`Saved searches`}>
      {saved.data.map((one) => (
        <Chip key={one.id} saved={one} isCurrent={isSameSearch(addressOf(one.search), search)} />
      ))}
    </ul>
  )
}

function Chip({ saved, isCurrent }: { saved: SavedSearch; isCurrent: boolean }) {
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: orpc.search.saved.key() })
  const [isRenaming, setIsRenaming] = useState(false)
  const save = useMutation(
    orpc.search.save.mutationOptions({
      onSuccess: refresh,
      onError: (error) => notifyFailed(t`The search could not be saved again`, error),
    }),
  )
  const remove = useMutation(
    orpc.search.remove.mutationOptions({
      onSuccess: ({ name, search }) => {
        void refresh()
        notifyDone(t`“${name}” is deleted`, () => save.mutate({ name, search }))
      },
      onError: (error) => notifyFailed(t`The search could not be deleted`, error),
    }),
  )
  return (
    <li className={styles.chip} data-current={isCurrent}>
      <Link
        to="/conversations/search"
        search={addressOf(saved.search)}
        className={styles.name}
        aria-current={isCurrent ? 'true' : undefined}
      >
        {saved.name}
      </Link>
      <Popover opened={isRenaming} onChange={setIsRenaming} position="bottom-start" trapFocus>
        <Popover.Target>
          <span>
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon
                  variant="transparent"
                  color="gray"
                  size={20}
                  aria-label={t`Rename or delete ${saved.name}`}
                >
                  <IconDots size={14} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconPencil size={15} aria-hidden />}
                  onClick={() => setIsRenaming(true)}
                >
                  <Trans>Rename</Trans>
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconTrash size={15} aria-hidden />}
                  onClick={() => remove.mutate({ id: saved.id })}
                >
                  <Trans>Delete</Trans>
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </span>
        </Popover.Target>
        <Popover.Dropdown>
          <RenameForm saved={saved} onDone={() => setIsRenaming(false)} onRenamed={refresh} />
        </Popover.Dropdown>
      </Popover>
    </li>
  )
}

function RenameForm({
  saved,
  onDone,
  onRenamed,
}: {
  saved: SavedSearch
  onDone(): void
  onRenamed(): Promise<void>
}) {
  const rename = useMutation(
    orpc.search.rename.mutationOptions({
      onSuccess: async () => {
        await onRenamed()
        onDone()
      },
    }),
  )
  return (
    <NameForm
      first={saved.name}
      label={t`New name`}
      error={rename.error}
      isBusy={rename.isPending}
      onName={(name) => rename.mutate({ id: saved.id, name })}
    />
  )
}
