import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, NumberInput, Text, TextInput } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordingPreferences, TranscriptionServer } from '../../../../shared/contract/recordings.ts'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { SendingQuestion } from '../../../ui/sending-question.tsx'
import { addressProblem, hostOf, isThisMachine } from '../../../ui/server-words.ts'
import { QueryView } from '../../../ui/states.tsx'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { InUse } from './in-use.tsx'
import styles from './recordings.module.css'
import { ServerKey } from './server-key.tsx'

/** A server in place of a model: off until somebody switches it on, who is told what is then sent where. */
export function ServerSection() {
  const preferences = useQuery(orpc.recordings.preferences.queryOptions())
  return (
    <Section
      title={t`Transcription server`}
      note={t`In place of a model, for those who have a machine with a graphics card: any that speaks OpenAI’s audio/transcriptions.`}
    >
      <QueryView query={preferences} what={t`the server`}>
        {({ server }) => <Server key={server?.address} saved={server} />}
      </QueryView>
    </Section>
  )
}

const usual: TranscriptionServer = { address: '', model: '', parallel: 4 }

function Server({ saved }: { saved: RecordingPreferences['server'] }) {
  const queryClient = useQueryClient()
  const [settings, setSettings] = useState<TranscriptionServer>(saved ?? usual)
  const [isAsking, setIsAsking] = useState(false)
  const attempt = useMutation(orpc.recordings.tryServer.mutationOptions())
  const save = useMutation(
    orpc.recordings.setPreferences.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.recordings.key() }),
      onError: (error) => notifyFailed(t`The server could not be set`, error),
    }),
  )
  const isOn = saved?.isOn === true
  const { address, model, parallel } = {
    ...settings,
    address: settings.address.trim(),
    model: settings.model.trim(),
  }
  const problem = addressProblem(address)
  const isWhole = address !== '' && model !== '' && problem === null
  const isChanged =
    !saved || address !== saved.address || model !== saved.model || parallel !== saved.parallel
  const change = (part: Partial<TranscriptionServer>) => {
    setSettings({ ...settings, ...part })
    attempt.reset()
  }
  const use = () => {
    setIsAsking(false)
    save.mutate({ server: { address, model, parallel, isOn: true } })
  }
  return (
    <div className={styles.server}>
      <Group gap="sm" align="flex-start">
        <TextInput
          label={t`Address`}
          placeholder="http://127.0.0.1:8000/v1"
          translate="no"
          className={styles.address}
          value={settings.address}
          error={problem}
          spellCheck={false}
          onChange={(event) => change({ address: event.currentTarget.value })}
        />
        <TextInput
          label={t`Model`}
          placeholder="large-v3"
          translate="no"
          w={240}
          value={settings.model}
          spellCheck={false}
          onChange={(event) => change({ model: event.currentTarget.value })}
        />
        <NumberInput
          label={t`At a time`}
          w={100}
          min={1}
          max={32}
          clampBehavior="strict"
          allowDecimal={false}
          value={settings.parallel}
          onChange={(value) => typeof value === 'number' && value >= 1 && change({ parallel: value })}
        />
      </Group>
      {isWhole && <ServerKey key={address} address={address} />}
      <Group gap="xs">
        {isOn && !isChanged ? (
          <>
            <InUse />
            <Button
              variant="default"
              loading={save.isPending}
              onClick={() => save.mutate({ server: { ...saved, isOn: false } })}
            >
              <Trans>Stop using it</Trans>
            </Button>
            {/* only what the policy names may be tried, and using it is what names it there */}
            <Button
              variant="default"
              leftSection={<IconPlugConnected size={15} aria-hidden />}
              loading={attempt.isPending}
              onClick={() => attempt.mutate({ address, model, parallel })}
            >
              <Trans>Try it</Trans>
            </Button>
          </>
        ) : (
          <Button
            disabled={!isWhole}
            loading={save.isPending}
            onClick={() => (isThisMachine(address) ? use() : setIsAsking(true))}
          >
            {isThisMachine(address) ? t`Use this server` : t`Use this server…`}
          </Button>
        )}
        <Text
          size="sm"
          role="status"
          c={attempt.data?.isGood === false || attempt.isError ? 'red' : 'dimmed'}
        >
          {attempt.data?.sentence ?? (attempt.isError ? errorSentence(attempt.error) : '')}
        </Text>
      </Group>
      <SendingQuestion
        address={isAsking ? address : null}
        what={t`recordings`}
        onYes={use}
        onNo={() => setIsAsking(false)}
      >
        <Trans>
          To transcribe a recording, what agents and customers say in it is sent to{' '}
          <strong>{hostOf(address)}</strong> as it was spoken: names, card numbers and all. Redaction comes
          after. What is kept there is for its owner to say.
        </Trans>
      </SendingQuestion>
    </div>
  )
}
