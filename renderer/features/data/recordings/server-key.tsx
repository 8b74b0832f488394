import { Button, Code, Group, PasswordInput, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { hostOf } from './server-words.ts'

/** The key a server may want: kept in the system's keychain by the desktop app, else given by the environment. It is never shown. */
export function ServerKey({ address }: { address: string }) {
  const queryClient = useQueryClient()
  const [written, setWritten] = useState('')
  const key = useQuery(orpc.recordings.serverKey.queryOptions({ input: { address } }))
  const keep = useMutation(
    orpc.recordings.setServerKey.mutationOptions({
      onSuccess: (now) => {
        queryClient.setQueryData(orpc.recordings.serverKey.queryKey({ input: { address } }), now)
        setWritten('')
        notifyDone(now.isThere ? `The key for ${hostOf(address)} is kept.` : 'The key is forgotten.')
      },
      onError: (error) => notifyFailed('The key could not be kept', error),
    }),
  )
  if (!key.data) return null
  const { isThere, keptIn } = key.data
  if (keptIn === 'environment')
    return (
      <Text size="sm" c="dimmed">
        Key: {isThere ? 'taken from ' : 'none; where the server wants one, set '}
        <Code>DEBRIEF_TRANSCRIPTION_KEY</Code>
        {isThere ? '.' : ' before Debrief is started.'}
      </Text>
    )
  return (
    <Group gap="xs" align="flex-end">
      <PasswordInput
        size="sm"
        w={300}
        label="Key"
        placeholder={isThere ? 'Kept in the keychain' : 'None'}
        autoComplete="off"
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={(event) =>
          event.key === 'Enter' && written !== '' && keep.mutate({ address, key: written })
        }
      />
      <Button
        variant="default"
        disabled={written === ''}
        loading={keep.isPending}
        onClick={() => keep.mutate({ address, key: written })}
      >
        Keep it
      </Button>
      {isThere && (
        <Button variant="subtle" color="gray" onClick={() => keep.mutate({ address, key: null })}>
          Forget it
        </Button>
      )}
    </Group>
  )
}
