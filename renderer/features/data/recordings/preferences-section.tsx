import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { SegmentedControl, Select, Stack, Switch, TagsInput, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RecordingPreferences } from '../../../../shared/contract/recordings.ts'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { NamePattern } from './name-pattern.tsx'
import styles from './recordings.module.css'
import { WatchedFolder } from './watched-folder.tsx'
import { locale } from '../../../ui/locale.ts'

/** How recordings are taken in and transcribed. What is set holds from the next recording on. */
export function PreferencesSection({ names }: { names: string[] }) {
  const queryClient = useQueryClient()
  const preferences = useQuery(orpc.recordings.preferences.queryOptions())
  const save = useMutation(
    orpc.recordings.setPreferences.mutationOptions({
      onSuccess: (saved) => queryClient.setQueryData(orpc.recordings.preferences.queryKey(), saved),
      onError: (error) => notifyFailed(t`This could not be set`, error),
    }),
  )
  return (
    <Section title={t`How recordings come in`} note={t`Holds for the next ones that do`}>
      <QueryView query={preferences} what={t`what is set for recordings`}>
        {(set) => <Preferences set={set} names={names} onChange={(part) => save.mutate(part)} />}
      </QueryView>
    </Section>
  )
}

function Preferences({
  set,
  names,
  onChange,
}: {
  set: RecordingPreferences
  names: string[]
  onChange(part: Partial<RecordingPreferences>): void
}) {
  return (
    <div className={styles.preferences}>
      <Line
        label={t`Where they lie`}
        about={
          set.storage === 'copied'
            ? t`Each is copied into the workspace and stays there, whatever happens to the file.`
            : t`Each stays where it was found. Where the file goes away, it is shown as missing.`
        }
      >
        <SegmentedControl
          size="xs"
          aria-label={t`Where recordings lie`}
          value={set.storage}
          data={[
            { value: 'referenced', label: t`Where found` },
            { value: 'copied', label: t`Copied` },
          ]}
          onChange={(value) => onChange({ storage: value })}
        />
      </Line>
      <Line
        label={t`The agent’s channel`}
        about={t`For recordings with two. What a file says of itself goes before.`}
      >
        <SegmentedControl
          size="xs"
          aria-label={t`The agent’s channel`}
          value={set.agentChannel === null ? 'find' : String(set.agentChannel)}
          data={[
            { value: 'find', label: t`Find out` },
            { value: '0', label: t`Left` },
            { value: '1', label: t`Right` },
          ]}
          onChange={(value) => onChange({ agentChannel: value === 'find' ? null : Number(value) })}
        />
      </Line>
      <Line label={t`Language`} about={t`Found out for each recording, unless all are in one language.`}>
        <Select
          size="xs"
          w={210}
          aria-label={t`Language of the recordings`}
          searchable
          value={set.languageCode ?? ''}
          data={languageChoices(set.languageCode)}
          onChange={(value) => onChange({ languageCode: value === '' ? null : value })}
          allowDeselect={false}
        />
      </Line>
      <Line
        label={t`Speech and noise`}
        about={t`Told apart by loudness alone, or by the Silero model where it is here: that takes longer, and knows a keyboard from a voice.`}
      >
        <SegmentedControl
          size="xs"
          aria-label={t`How speech is told from noise`}
          value={set.voiceActivity}
          data={[
            { value: 'loudness', label: t`Loudness` },
            { value: 'silero', label: t`Silero` },
          ]}
          onChange={(value) => onChange({ voiceActivity: value })}
        />
      </Line>
      <Line label={t`Transcribe by itself`} about={t`As soon as a recording has come in, beside your work.`}>
        <Switch
          aria-label={t`Transcribe by itself`}
          checked={set.transcribesByItself}
          onChange={(event) => onChange({ transcribesByItself: event.currentTarget.checked })}
        />
      </Line>
      <Line
        label={t`Watched folder`}
        about={
          globalThis.debriefBridge
            ? t`New recordings in it are imported while Debrief runs. Empty: none is watched.`
            : t`New recordings in it are imported while Debrief runs. Set in the desktop app: a page in a browser names no folders.`
        }
      >
        <WatchedFolder
          key={set.watchedFolder}
          folder={set.watchedFolder}
          onChange={(watchedFolder) => onChange({ watchedFolder })}
        />
      </Line>
      <div className={styles.wide}>
        <NamePattern
          key={set.namePattern}
          saved={set.namePattern}
          names={names}
          onSave={(namePattern) => onChange({ namePattern })}
        />
      </div>
      <Stack gap={4} className={styles.wide}>
        <Text size="sm" fw={600}>
          <Trans>Words of your trade</Trans>
        </Text>
        <Text size="sm" c="dimmed">
          <Trans>
            Names of products and other words the model should expect. Names of agents are known already.
          </Trans>
        </Text>
        <TagsInput
          size="sm"
          aria-label={t`Words of your trade`}
          placeholder={t`Add a word, then Enter`}
          value={set.vocabulary}
          splitChars={[',', ';', '\n']}
          onChange={(vocabulary) => onChange({ vocabulary })}
        />
      </Stack>
    </div>
  )
}

function Line({ label, about, children }: { label: string; about: string; children: ReactNode }) {
  return (
    <div className={styles.preference}>
      <div>
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      </div>
      {children}
    </div>
  )
}

const commonLanguages = [
  'ar',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'fi',
  'fr',
  'he',
  'hi',
  'hu',
  'it',
  'ja',
  'ko',
  'nl',
  'no',
  'pl',
  'pt',
  'ro',
  'ru',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh',
]

function languageChoices(chosen: string | null): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const codes =
    chosen === null || commonLanguages.includes(chosen) ? commonLanguages : [...commonLanguages, chosen]
  const languages = codes.map((value) => ({ value, label: names.of(value) ?? value }))
  return [{ value: '', label: t`Find out` }, ...languages.toSorted((a, b) => a.label.localeCompare(b.label))]
}
