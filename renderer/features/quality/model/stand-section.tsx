import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
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
    onError: (error: unknown) => notifyFailed(t`Nothing was changed`, error),
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
      title={t`Language model`}
      note={
        <Badge
          variant="light"
          color={isAllowed ? 'green' : 'gray'}
          tt="none"
          size="lg"
          fw={600}
          leftSection={isAllowed ? <IconSend size={13} aria-hidden /> : <IconLock size={13} aria-hidden />}
        >
          {isAllowed ? t`On: sends to ${host ?? ''}` : t`Off: nothing is sent`}
        </Badge>
      }
      actions={
        isAllowed ? (
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() =>
              withdraw.mutate(undefined, {
                onSuccess: () => notifyDone(t`Switched off: what was under way has stopped.`),
              })
            }
          >
            <Trans>Switch off</Trans>
          </Button>
        ) : (
          <Button
            disabled={!isReady}
            loading={allow.isPending}
            onClick={() => (isHere ? yes() : setIsAsking(true))}
          >
            {isHere ? t`Switch on` : t`Switch on…`}
          </Button>
        )
      }
    >
      <dl className={styles.facts}>
        <div>
          <dt>
            <Trans>What it does</Trans>
          </dt>
          <dd>
            <Trans>
              Answers questions of your scorecards, one at a time, each with words it has to quote from the
              conversation. What it cannot show is left open. Its answers count towards nothing until they
              have earned it, question by question, under Trust.
            </Trans>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>What is sent</Trans>
          </dt>
          <dd>
            <Trans>
              The redacted text of a conversation, whether agent or customer speaks, the question, its
              guidance and settled cases. Card, account and phone numbers, e-mail addresses and PINs are taken
              out; names and addresses that were said stay in. No sound. Each request is listed below.
            </Trans>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Where to</Trans>
          </dt>
          <dd>
            {host === null
              ? t`To the server you name below, and to no other. A program on this machine will do.`
              : isHere
                ? t`To ${host}: this machine. Nothing leaves it.`
                : t`To ${host}. What is kept there is for its owner to say.`}
            {isAllowed && (
              <>
                <Trans>
                  {' '}
                  Allowed since <Instant at={allowedAt} />.
                </Trans>
              </>
            )}
          </dd>
        </div>
      </dl>
      {isAllowed && (
        <Switch
          mt="sm"
          label={t`Also draft questions for coaching sessions`}
          description={t`Sends what the session is about, the figure in words and the redacted turns of its moments, when you press “Draft questions”. Your notes stay here; names that were said in the turns go along.`}
          checked={state.draftsQuestions}
          disabled={allowDrafts.isPending}
          onChange={(event) => allowDrafts.mutate({ isAllowed: event.currentTarget.checked })}
        />
      )}
      {!isAllowed && !isReady && (
        <Text size="sm" mt="sm">
          <Trans>Name a server and a model below to begin.</Trans>
        </Text>
      )}
      <SendingQuestion
        address={isAsking ? settings.address : null}
        what={t`conversations`}
        onYes={yes}
        onNo={() => setIsAsking(false)}
      >
        <Trans>
          To answer a question, the redacted text of each conversation you choose is sent to{' '}
          <strong>{host}</strong>. Card, account and phone numbers, e-mail addresses and PINs are taken out as
          far as redaction finds them; names and addresses that were said go along. What is kept there is for
          its owner to say. You can switch it off at any time: what is under way then stops.
        </Trans>
      </SendingQuestion>
    </Section>
  )
}
