import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { FilePreview } from '../../../../shared/contract/imports.ts'
import { orpc } from '../../../app/client.ts'
import { useDroppedFiles } from '../../../app/dropped-files.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { DropArea } from './drop-area.tsx'
import { FileCard } from './file-card.tsx'
import { standingOf } from './file-standing.ts'
import styles from './import.module.css'
import { ImportJob } from './import-job.tsx'
import { RunningImports } from './running-imports.tsx'
import { RecentImports } from './recent-imports.tsx'
import { asSidecar, recordingOf, useToldTogether } from './describing-files.ts'
import { canBeLookedInto, importInput, inspectInput, useStagedFiles } from './staged-files.ts'

interface ImportTabProps {
  jobId: number | null
  onJob(jobId: number | null): void
}

/** Files in, one card each, one button for all; then the running import and what it came to. */
export function ImportTab({ jobId, onJob }: ImportTabProps) {
  const { files, addFiles, addPaths, edit, check, giveAway, remove } = useStagedFiles()
  useTakeDropped()
  const inputs = files.flatMap((file) => {
    const input = inspectInput(file)
    return input === null ? [] : [{ id: file.id, input }]
  })
  const inspections = useQueries({
    queries: inputs.map(({ id, input }) =>
      orpc.imports.inspect.queryOptions({ input, enabled: () => canBeLookedInto(id) }),
    ),
  })
  useUnfoldFolders(inputs, inspections)
  const told = useToldTogether(inputs, inspections)
  const lines = files.map((file) => {
    const inspection = inspections[inputs.findIndex(({ id }) => id === file.id)]
    const preview = asSidecar(inspection?.data?.[0] ?? null, told)
    return {
      file,
      preview,
      recording: recordingOf(preview, told),
      error: inspection?.error,
      standing: standingOf(file, preview, inspection?.isError === true || inspection?.data?.length === 0),
    }
  })
  const ready = lines.filter(({ standing }) => standing === 'ready')
  const waiting = lines.filter(({ standing }) => standing === 'needs-a-look')
  const unreadable = lines.filter(({ standing }) => standing === 'unreadable')
  const isReading = lines.some(({ standing }) => standing === 'reading' || standing === 'handing-over')
  const start = useMutation(
    orpc.imports.start.mutationOptions({
      onMutate: () => {
        const ids = ready.map(({ file }) => file.id)
        giveAway(ids, true)
        return ids
      },
      onSuccess: ({ jobId: started }, _input, ids) => {
        remove(ids)
        onJob(started)
      },
      onError: (error, _input, ids) => {
        giveAway(ids ?? [], false)
        notifyFailed(t`The import could not start`, error)
      },
    }),
  )
  const startAll = () =>
    start.mutate({ files: ready.map(({ file }) => importInput(file)).filter((input) => input !== null) })

  if (jobId !== null) return <ImportJob jobId={jobId} onClose={() => onJob(null)} />
  return (
    <Stack gap="md">
      <RunningImports onOpen={onJob} />
      <DropArea isCompact={files.length > 0} onFiles={addFiles} onPaths={addPaths} />
      {files.length === 0 ? (
        <RecentImports />
      ) : (
        <>
          <ul className={styles.cards} aria-label={t`Files to import`}>
            {lines.map(({ file, preview, recording, standing, error }) => (
              <FileCard
                key={file.id}
                file={file}
                preview={preview}
                recording={recording}
                standing={standing}
                error={error}
                onEdit={(edits) => edit(file.id, edits)}
                onCheck={() => check(file.id)}
                onRemove={() => remove([file.id])}
              />
            ))}
          </ul>
          <div className={styles.bar}>
            <Text size="sm" role="status">
              {isReading
                ? t`Looking into the files …`
                : ready.length === 0
                  ? t`No file is ready yet.`
                  : t`${plural(ready.length, { one: '# file', other: '# files' })} ready.`}
              {waiting.length > 0 &&
                t` ${plural(waiting.length, { one: '# file', other: '# files' })} to look at first, left out until then.`}
              {unreadable.length > 0 &&
                t` ${plural(unreadable.length, { one: '# file', other: '# files' })} cannot be read.`}
            </Text>
            <Group gap="sm" wrap="nowrap">
              <Anchor
                component="button"
                type="button"
                size="sm"
                c="dimmed"
                onClick={() => remove(files.map(({ id }) => id))}
              >
                <Trans>Remove all</Trans>
              </Anchor>
              <Button
                size="sm"
                disabled={ready.length === 0 || isReading}
                loading={start.isPending}
                onClick={startAll}
              >
                {ready.length === files.length && files.length > 1
                  ? t`Import all ${files.length} files`
                  : t`Import ${plural(Math.max(1, ready.length), { one: '# file', other: '# files' })}`}
              </Button>
            </Group>
          </div>
        </>
      )}
    </Stack>
  )
}

/** A path that turned out to be a folder of files is looked into as so many files. */
function useUnfoldFolders(
  inputs: readonly { id: string }[],
  inspections: readonly { data: FilePreview[] | undefined }[],
): void {
  const unfold = useStagedFiles((state) => state.unfold)
  const folder = inputs.findIndex((_, place) => (inspections[place]?.data?.length ?? 1) > 1)
  const id = inputs[folder]?.id
  const previews = inspections[folder]?.data
  useEffect(() => {
    if (id === undefined || previews === undefined) return
    unfold(
      id,
      previews.flatMap(({ reference }) => ('path' in reference ? [reference.path] : [])),
    )
  }, [id, previews, unfold])
}

/** Takes over what was dropped on the window or opened from the desktop, now and while this page is open. */
function useTakeDropped(): void {
  const { files, paths, take } = useDroppedFiles()
  const { addFiles, addPaths } = useStagedFiles()
  useEffect(() => {
    if (files.length === 0 && paths.length === 0) return
    const taken = take()
    if (taken.files.length > 0) addFiles(taken.files)
    if (taken.paths.length > 0) addPaths(taken.paths)
  }, [files, paths, take, addFiles, addPaths])
}
