import { ActionIcon, Button, Group, Menu, Popover, Stack, Text, TextInput } from '@mantine/core'
import { IconBookmarkPlus, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { SavedSearch } from '../../../../shared/contract/search.ts'
import { orpc } from '../../../app/client.ts'
import type { SearchSearch } from '../../../app/search.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { addressOf, inputOf, isSameSearch } from './search-input.ts'
import styles from './saved-searches.module.css'

/** Saved searches as chips: press one to search again; each can be renamed and deleted. */
export function SavedSearches({ search }: { search: SearchSearch }) {
  const saved = useQuery(orpc.search.saved.queryOptions())
  if (!saved.data || saved.data.length === 0) return null
  return (
    <ul className={styles.chips} aria-label="Saved searches">
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
      onError: (error) => notifyFailed('The search could not be saved again', error),
    }),
  )
  const remove = useMutation(
    orpc.search.remove.mutationOptions({
      onSuccess: ({ name, search }) => {
        void refresh()
        notifyDone(`“${name}” is deleted`, () => save.mutate({ name, search }))
      },
      onError: (error) => notifyFailed('The search could not be deleted', error),
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
                  aria-label={`Rename or delete ${saved.name}`}
                >
                  <IconDots size={14} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconPencil size={15} aria-hidden />}
                  onClick={() => setIsRenaming(true)}
                >
                  Rename
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconTrash size={15} aria-hidden />}
                  onClick={() => remove.mutate({ id: saved.id })}
                >
                  Delete
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
      label="New name"
      error={rename.error}
      isBusy={rename.isPending}
      onName={(name) => rename.mutate({ id: saved.id, name })}
    />
  )
}

/** Saves what is searched for under a name. */
export function SaveSearch({ search }: { search: SearchSearch }) {
  const queries = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const save = useMutation(
    orpc.search.save.mutationOptions({
      onSuccess: async ({ name }) => {
        await queries.invalidateQueries({ queryKey: orpc.search.saved.key() })
        setIsOpen(false)
        notifyDone(`“${name}” is saved`)
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
          Save
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <NameForm
          first={search.q?.trim().slice(0, 60) ?? ''}
          label="Save this search as"
          error={save.error}
          isBusy={save.isPending}
          onName={(name) => save.mutate({ name, search: inputOf(search) })}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function NameForm({
  first,
  label,
  error,
  isBusy,
  onName,
}: {
  first: string
  label: string
  error: unknown
  isBusy: boolean
  onName(name: string): void
}) {
  const [name, setName] = useState(first)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onName(name.trim())
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" w={260}>
        <TextInput
          label={label}
          value={name}
          maxLength={80}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {error !== null && (
          <Text size="sm" c="var(--state-must)" role="alert">
            {errorSentence(error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button type="submit" size="xs" loading={isBusy} disabled={name.trim() === ''}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
