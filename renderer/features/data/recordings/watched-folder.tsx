import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'

/** The folder that is watched, whether that is paused, and whether Debrief goes on watching when its window is closed. */
export function WatchedFolder({
  folder,
  onChange,
}: {
  folder: string | null
  onChange(folder: string | null): void
}) {
  const [path, setPath] = useState(folder ?? '')
  const save = () => {
    const wanted = path.trim() === '' ? null : path.trim()
    if (wanted !== folder) onChange(wanted)
  }
  return (
    <Stack gap="xs" align="flex-end">
      <TextInput
        size="xs"
        w={220}
        disabled={!globalThis.debriefBridge}
        aria-label={t`Watched folder`}
        placeholder={t`Path of a folder`}
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      {folder !== null && globalThis.debriefBridge && (
        <>
          <Paused />
          <InTray />
        </>
      )}
    </Stack>
  )
}

function Paused() {
  const queryClient = useQueryClient()
  const watching = useQuery(orpc.recordings.watching.queryOptions())
  const goOn = useMutation(
    orpc.recordings.pauseWatching.mutationOptions({
      onSuccess: (now) => queryClient.setQueryData(orpc.recordings.watching.queryKey(), now),
      onError: (error) => notifyFailed(t`This could not be set`, error),
    }),
  )
  if (!watching.data?.isPaused) return null
  return (
    <Stack gap={4} align="flex-end">
      <Text size="sm" c="dimmed">
        <Trans>Paused until Debrief is closed.</Trans>
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => goOn.mutate({ isPaused: false })}>
        <Trans>Watch again</Trans>
      </Button>
    </Stack>
  )
}

const trayKey = ['shell', 'tray']

function InTray() {
  const queryClient = useQueryClient()
  const choice = useQuery({
    queryKey: trayKey,
    queryFn: async () => (await globalThis.debriefBridge?.trayChoice()) ?? null,
  })
  const choose = useMutation({
    mutationFn: async (isOn: boolean) => (await globalThis.debriefBridge?.keepInTray(isOn)) ?? null,
    onSuccess: (now) => queryClient.setQueryData(trayKey, now),
  })
  if (!choice.data) return null
  return (
    <Switch
      size="xs"
      labelPosition="left"
      label={t`Go on in the tray when the window is closed`}
      description={choice.data.isPossible ? undefined : t`This desktop shows no icons of programs.`}
      disabled={!choice.data.isPossible && !choice.data.isOn}
      checked={choice.data.isOn}
      onChange={(event) => choose.mutate(event.currentTarget.checked)}
    />
  )
}
