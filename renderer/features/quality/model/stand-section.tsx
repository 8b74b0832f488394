import { Badge, Button, Switch, Text } from '@mantine/core'
import { IconLock, IconSend } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LanguageModelState } from '../../../../shared/contract/judge.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { SendingQuestion } from '../../../ui/sending-question.tsx'
import { isThisMachine } from '../../../ui/server-words.ts'
import { Instant } from '../../../ui/time.tsx'
import styles from './model.module.css'

/** Whether a model may be asked, what that means, and the switch for it. */
export function StandSection({ state }: { state: LanguageModelState }) {
  const queryClient = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const taken = {
    onSuccess: (now: LanguageModelState) => queryClient.setQueryData(orpc.judge.state.queryKey(), now),
    onError: (error: unknown) => notifyFailed('Nothing was changed', error),
  }
  const allow = useMutation(orpc.judge.allow.mutationOptions(taken))
  const withdraw = useMutation(orpc.judge.withdraw.mutationOptions(taken))
  const allowDrafts = useMutation(orpc.judge.allowDrafts.mutationOptions(taken))
  const { host, isAllowed, allowedAt, settings } = state
  const isReady = host !== null && settings.model !== ''
  const isHere = isThisMachine(settings.address)
  const yes = () => {
    setIsAsking(false)
    if (host !== null) allow.mutate({ host })
  }
  return (
    <Section
      title="Language model"
      note={
        <Badge
          variant="light"
          color={isAllowed ? 'green' : 'gray'}
          tt="none"
          size="lg"
          fw={600}
          leftSection={isAllowed ? <IconSend size={13} aria-hidden /> : <IconLock size={13} aria-hidden />}
        >
          {isAllowed ? `On: sends to ${host}` : 'Off: nothing is sent'}
        </Badge>
      }
      actions={
        isAllowed ? (
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() =>
              withdraw.mutate(undefined, {
                onSuccess: () => notifyDone('Switched off: what was under way has stopped.'),
              })
            }
          >
            Switch off
          </Button>
        ) : (
          <Button
            disabled={!isReady}
            loading={allow.isPending}
            onClick={() => (isHere ? yes() : setIsAsking(true))}
          >
            {isHere ? 'Switch on' : 'Switch on…'}
          </Button>
        )
      }
    >
      <dl className={styles.facts}>
        <div>
          <dt>What it does</dt>
          <dd>
            Answers questions of your scorecards, one at a time, each with words it has to quote from the
            conversation. What it cannot show is left open. Its answers count towards nothing until they have
            earned it, question by question, under Trust.
          </dd>
        </div>
        <div>
          <dt>What is sent</dt>
          <dd>
            The redacted text of a conversation, whether agent or customer speaks, the question, its guidance
            and settled cases. Card, account and phone numbers, e-mail addresses and PINs are taken out; names
            and addresses that were said stay in. No sound. Each request is listed below.
          </dd>
        </div>
        <div>
          <dt>Where to</dt>
          <dd>
            {host === null
              ? 'To the server you name below, and to no other. A program on this machine will do.'
              : isHere
                ? `To ${host}: this machine. Nothing leaves it.`
                : `To ${host}. What is kept there is for its owner to say.`}
            {isAllowed && (
              <>
                {' '}
                Allowed since <Instant at={allowedAt} />.
              </>
            )}
          </dd>
        </div>
      </dl>
      {isAllowed && (
        <Switch
          mt="sm"
          label="Also draft questions for coaching sessions"
          description="Sends what the session is about, the figure in words and the redacted turns of its moments, when you press “Draft questions”. Your notes stay here; names that were said in the turns go along."
          checked={state.draftsQuestions}
          disabled={allowDrafts.isPending}
          onChange={(event) => allowDrafts.mutate({ isAllowed: event.currentTarget.checked })}
        />
      )}
      {!isAllowed && !isReady && (
        <Text size="sm" mt="sm">
          Name a server and a model below to begin.
        </Text>
      )}
      <SendingQuestion
        address={isAsking ? settings.address : null}
        what="conversations"
        onYes={yes}
        onNo={() => setIsAsking(false)}
      >
        To answer a question, the redacted text of each conversation you choose is sent to{' '}
        <strong>{host}</strong>. Card, account and phone numbers, e-mail addresses and PINs are taken out as
        far as redaction finds them; names and addresses that were said go along. What is kept there is for
        its owner to say. You can switch it off at any time: what is under way then stops.
      </SendingQuestion>
    </Section>
  )
}
