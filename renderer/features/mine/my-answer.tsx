import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MySession } from '../../../shared/contract/profiles.ts'
import { orpc } from '../../app/client.ts'
import { errorSentence } from '../../ui/error-sentence.ts'
import { notifyDone } from '../../ui/notify.tsx'
import { Instant } from '../../ui/time.tsx'
import classes from './mine.module.css'

/** What an agent says to a session that was held: what was said stands, and can be said anew. */
export function MyAnswer({ session: { id, title, acknowledgement } }: { session: MySession }) {
  const queryClient = useQueryClient()
  const [isAnew, setIsAnew] = useState(false)
  const [comment, setComment] = useState('')
  const reply = useMutation(
    orpc.profiles.myReply.mutationOptions({
      onSuccess: () => {
        setIsAnew(false)
        setComment('')
        notifyDone(t`Your answer stands with the session.`)
        void queryClient.invalidateQueries({ queryKey: orpc.profiles.mySessions.key() })
      },
    }),
  )
  if (acknowledgement && !isAnew)
    return (
      <div>
        <Text size="sm">
          {acknowledgement.agrees ? t`You have read it and agree` : t`You have read it and see it otherwise`},{' '}
          <Instant at={acknowledgement.at} show="relative" />.{' '}
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setIsAnew(true)}>
            <Trans>Answer anew</Trans>
          </Button>
        </Text>
        {acknowledgement.comment !== '' && (
          <Text size="sm" className={classes.words}>
            “{acknowledgement.comment}”
          </Text>
        )}
      </div>
    )
  const say = (agrees: boolean) => reply.mutate({ id, agrees, comment: comment.trim() })
  return (
    <Stack gap={6}>
      <Textarea
        label={t`In your words`}
        description={t`Optional. Whoever coached you reads it with the session “${title}”.`}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {reply.isError && (
        <Alert color="red" role="alert">
          {errorSentence(reply.error)}
        </Alert>
      )}
      <Group gap="xs">
        <Button
          size="sm"
          leftSection={<IconCheck size={16} aria-hidden />}
          loading={reply.isPending && reply.variables.agrees}
          disabled={reply.isPending}
          onClick={() => say(true)}
        >
          <Trans>Read and agreed</Trans>
        </Button>
        <Button
          size="sm"
          variant="default"
          loading={reply.isPending && !reply.variables.agrees}
          disabled={reply.isPending}
          onClick={() => say(false)}
        >
          <Trans>Read, I see it otherwise</Trans>
        </Button>
        {isAnew && (
          <Button size="sm" variant="subtle" color="gray" onClick={() => setIsAnew(false)}>
            <Trans>Leave it as it is</Trans>
          </Button>
        )}
      </Group>
    </Stack>
  )
}
