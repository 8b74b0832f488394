import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconFileImport, IconSearch } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { GivenMergeOrder } from '../../../../shared/contract/merging.ts'
import { exchangeKindOf } from '../../../../shared/domain/exchange-files.ts'
import { orpc } from '../../../app/client.ts'
import { useDroppedFiles } from '../../../app/dropped-files.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { referenceOf } from '../import/file-references.ts'
import { PreviewCard } from './preview-card.tsx'

/** The key file of an encrypted backup is called as it, with this at its end. */
const KEY_FILE_ENDING = '.key.json'
const isKeyFile = ({ name }: File) => name.endsWith(KEY_FILE_ENDING)

/** Which workspaces to read: looked at first, merged when somebody has seen what that does. */
export function MergeForm({ isBusy, onStarted }: { isBusy: boolean; onStarted(jobId: number): void }) {
  const status = useQuery(orpc.workspace.status.queryOptions())
  const takesPaths = status.data?.takesPaths ?? false
  const [place, setPlace] = useState('')
  const [orders, setOrders] = useState<GivenMergeOrder[]>([])
  const filesInput = useRef<HTMLInputElement>(null)
  const preview = useMutation(
    orpc.merging.preview.mutationOptions({
      onError: (error) => notifyFailed(t`The workspace could not be looked at`, error),
    }),
  )
  const start = useMutation(
    orpc.merging.start.mutationOptions({
      onSuccess: ({ jobId }) => {
        onStarted(jobId)
        setOrders([])
        preview.reset()
      },
      onError: (error) => notifyFailed(t`The merge could not be started`, error),
    }),
  )
  const look = (next: GivenMergeOrder[]) => {
    setOrders(next)
    if (next.length === 0) preview.reset()
    else preview.mutate({ orders: next })
  }
  const add = (found: readonly Pick<GivenMergeOrder, 'reference' | 'keyFile'>[]) => {
    const named = new Set(orders.flatMap(({ reference }) => ('path' in reference ? [reference.path] : [])))
    const fresh = found.filter(
      ({ reference }) =>
        !('path' in reference && (named.has(reference.path) || reference.path.endsWith(KEY_FILE_ENDING))),
    )
    if (fresh.length > 0) look([...orders, ...fresh.map((one) => ({ ...one, apart: [], same: [] }))])
  }
  const addPaths = (paths: readonly string[]) => add(paths.map((path) => ({ reference: { path } })))
  const takeFiles = async (files: readonly File[]) => {
    try {
      const keyFiles = new Map(
        await Promise.all(
          files.filter(isKeyFile).map(async (file) => [file.name, await file.text()] as const),
        ),
      )
      const others = files.filter((file) => !isKeyFile(file))
      add(
        await Promise.all(
          others.map(async (file) => {
            const keyFile = keyFiles.get(`${file.name}${KEY_FILE_ENDING}`)
            const reference = await referenceOf(file, new AbortController().signal)
            return { reference, ...(keyFile !== undefined && { keyFile }) }
          }),
        ),
      )
    } catch (error) {
      notifyFailed(t`The file could not be taken`, error)
    }
  }
  const bridge = globalThis.debriefBridge
  const dropped = useDroppedFiles()
  const takeOpened = useEffectEvent(({ paths, files, take }: typeof dropped) => {
    const names = [...paths, ...files.map(({ name }) => name)]
    if (names.length === 0 || names.some((name) => exchangeKindOf(name) !== 'aggregate')) return
    const taken = take()
    if (taken.paths.length > 0) addPaths(taken.paths)
    if (taken.files.length > 0) void takeFiles(taken.files)
  })
  useEffect(() => {
    const soon = setTimeout(() => takeOpened(dropped))
    return () => clearTimeout(soon)
  }, [dropped])
  const choose = () => {
    if (bridge) void bridge.chooseFiles().then(addPaths)
    else filesInput.current?.click()
  }
  const previews = preview.data ?? []
  const mergeable = orders.filter((_, index) => previews[index]?.error === null)
  return (
    <Section title={t`Merge workspaces`} note={t`nothing is written until you have seen what it does`}>
      <Group gap="xs" align="flex-end">
        {takesPaths && (
          <TextInput
            label={t`Folder of another workspace`}
            placeholder={t`The folder that debrief.sqlite lies in`}
            style={{ flex: 1 }}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
        )}
        {takesPaths && (
          <Button
            size="sm"
            leftSection={<IconSearch size={16} aria-hidden />}
            disabled={place.trim() === ''}
            loading={preview.isPending}
            onClick={() => {
              addPaths([place.trim()])
              setPlace('')
            }}
          >
            <Trans>Look at it</Trans>
          </Button>
        )}
        <Button
          size="sm"
          variant="default"
          leftSection={<IconFileImport size={16} aria-hidden />}
          loading={preview.isPending}
          onClick={choose}
        >
          <Trans>Choose a backup or an aggregate</Trans>
        </Button>
        <input
          ref={filesInput}
          type="file"
          multiple
          hidden
          data-testid="choose-merge"
          onChange={(event) => {
            void takeFiles([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        <Trans>
          The other workspace is only read, also while it is open elsewhere. Merge it again whenever it has
          something new.
          {!takesPaths &&
            t` In the browser, choose a backup of it; folders are merged in the desktop app or the terminal.`}
        </Trans>
      </Text>
      {previews.map((found, index) => (
        <PreviewCard
          // two orders may name one place while the looking is under way
          key={`${index} ${found.place}`}
          preview={found}
          isLooking={preview.isPending}
          onRemove={() => look(orders.filter((_, at) => at !== index))}
          onKey={(text) => look(orders.map((order, at) => (at === index ? { ...order, text } : order)))}
          onSource={(source, choice) =>
            look(
              orders.map((order, at) =>
                at === index
                  ? {
                      ...order,
                      apart: [
                        ...order.apart.filter((one) => one !== source),
                        ...(choice === 'apart' ? [source] : []),
                      ],
                      same: [
                        ...order.same.filter((one) => one !== source),
                        ...(choice === 'same' ? [source] : []),
                      ],
                    }
                  : order,
              ),
            )
          }
        />
      ))}
      {mergeable.length > 0 && (
        <Group mt="md" justify="flex-end">
          <Button
            size="sm"
            disabled={isBusy}
            loading={start.isPending}
            onClick={() => start.mutate({ orders: mergeable })}
          >
            <Trans>
              Merge <Plural value={mergeable.length} one="# workspace" other="# workspaces" />
            </Trans>
          </Button>
        </Group>
      )}
    </Section>
  )
}
