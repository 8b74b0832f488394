import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, NumberInput, Select, Text, TextInput } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LanguageModelSettings, LanguageModelState } from '../../../../shared/contract/judge.ts'
import { orpc } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { KeyField } from '../../../ui/key-field.tsx'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { separators } from '../../../ui/locale.ts'
import { Section } from '../../../ui/page.tsx'
import { addressProblem } from '../../../ui/server-words.ts'
import { CostFields } from './cost-fields.tsx'
import styles from './model.module.css'

/** Which model where, how it is asked, and what it may cost. */
export function SettingsSection({
  state: { settings: saved, host, isAllowed, key },
}: {
  state: LanguageModelState
}) {
  const queryClient = useQueryClient()
  const [settings, setSettings] = useState<LanguageModelSettings>(saved)
  const taken = (now: LanguageModelState) => queryClient.setQueryData(orpc.judge.state.queryKey(), now)
  const save = useMutation(
    orpc.judge.setSettings.mutationOptions({
      onSuccess: (now) => {
        taken(now)
        notifyDone(
          isAllowed && !now.isAllowed
            ? t`Saved. ${now.host ?? t`It`} is another server: switch it on first.`
            : t`The settings are saved.`,
        )
      },
      onError: (error) => notifyFailed(t`The settings were not saved`, error),
    }),
  )
  const keep = useMutation(
    orpc.judge.setKey.mutationOptions({
      onSuccess: (now) => {
        taken(now)
        notifyDone(
          now.key?.isThere === true ? t`The key for ${now.host ?? ''} is kept.` : t`The key is forgotten.`,
        )
      },
      onError: (error) => notifyFailed(t`The key could not be kept`, error),
    }),
  )
  const attempt = useMutation(orpc.judge.try.mutationOptions())
  const change = (part: Partial<LanguageModelSettings>) => setSettings({ ...settings, ...part })
  const problem = addressProblem(settings.address.trim())
  const isChanged = JSON.stringify(settings) !== JSON.stringify(saved)
  const isWhole = saved.address !== '' && saved.model !== ''
  const count = (part: 'contextTokens' | 'maxTokens' | 'parallel', least: number) => ({
    min: least,
    allowDecimal: false,
    value: settings[part],
    onChange: (value: string | number) =>
      typeof value === 'number' && value >= least && change({ [part]: value }),
  })
  return (
    <Section title={t`Server and model`} note={t`Any server that speaks OpenAI’s chat/completions.`}>
      <div className={styles.settings}>
        <Group gap="sm" align="flex-start">
          <TextInput
            label={t`Address`}
            placeholder="http://127.0.0.1:11434/v1"
            translate="no"
            className={styles.address}
            value={settings.address}
            error={problem}
            spellCheck={false}
            onChange={(event) => change({ address: event.currentTarget.value })}
          />
          <TextInput
            label={t`Model`}
            placeholder="qwen3:8b"
            translate="no"
            w={220}
            value={settings.model}
            spellCheck={false}
            onChange={(event) => change({ model: event.currentTarget.value })}
          />
        </Group>
        <Group gap="sm" align="flex-start">
          <NumberInput
            label={t`Reads at most (tokens)`}
            w={170}
            step={1024}
            thousandSeparator={separators.group}
            {...count('contextTokens', 1000)}
          />
          <NumberInput
            label={t`Writes at most`}
            w={130}
            step={100}
            thousandSeparator={separators.group}
            {...count('maxTokens', 100)}
          />
          <NumberInput label={t`At a time`} w={100} max={32} {...count('parallel', 1)} />
          <Select
            label={t`Orders of answers`}
            w={170}
            allowDeselect={false}
            data={[
              { value: '1', label: t`1: not checked` },
              { value: '2', label: t`2: also reversed` },
              { value: '3', label: t`3: also shuffled` },
            ]}
            value={String(settings.orders)}
            onChange={(value) => change({ orders: value === '1' ? 1 : value === '3' ? 3 : 2 })}
          />
        </Group>
        <CostFields {...{ settings }} onChange={change} />
        {key !== null && (
          <KeyField
            key={host}
            {...key}
            variable="DEBRIEF_LANGUAGE_MODEL_KEY"
            isPending={keep.isPending}
            onKeep={(written) => keep.mutate({ key: written })}
          />
        )}
        <Group gap="xs">
          <Button
            disabled={!isChanged || problem !== null}
            loading={save.isPending}
            onClick={() => save.mutate(settings)}
          >
            <Trans>Save</Trans>
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlugConnected size={15} aria-hidden />}
            disabled={!isWhole || isChanged || !isAllowed}
            loading={attempt.isPending}
            onClick={() => attempt.mutate(undefined)}
          >
            <Trans>Try it</Trans>
          </Button>
          <Text
            size="sm"
            role="status"
            c={attempt.data?.isGood === false || attempt.isError ? 'red' : 'dimmed'}
          >
            {attempt.data?.sentence ??
              (attempt.isError
                ? errorSentence(attempt.error)
                : !isWhole
                  ? ''
                  : isAllowed
                    ? t`Trying sends a made-up conversation, nothing of yours.`
                    : t`Switch it on first: the policy does not let anything go to ${host ?? ''} yet.`)}
          </Text>
        </Group>
      </div>
    </Section>
  )
}
