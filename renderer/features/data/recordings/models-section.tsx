import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Text } from '@mantine/core'
import { IconDownload, IconFolderOpen } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SpeechModel } from '../../../../shared/contract/recordings.ts'
import { orpc } from '../../../app/client.ts'
import { isUnderWay, JobProgress } from '../../../app/job-progress.tsx'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { formatBytes } from '../../../ui/format.ts'
import { InUse } from './in-use.tsx'
import styles from './recordings.module.css'

/** The speech models there are: which is used, which can be fetched, and a file of one's own. */
export function ModelsSection() {
  const queryClient = useQueryClient()
  const models = useQuery(orpc.recordings.models.queryOptions())
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const downloads = (jobs.data ?? []).filter((job) => job.kind === 'model' && isUnderWay(job))
  const choose = useMutation(
    orpc.recordings.setPreferences.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.recordings.key() }),
      onError: (error) => notifyFailed(t`This model cannot be used`, error),
    }),
  )
  const download = useMutation(
    orpc.recordings.downloadModel.mutationOptions({
      onError: (error) => notifyFailed(t`The model could not be fetched`, error),
    }),
  )
  const bridge = globalThis.debriefBridge
  const chooseFile = async () => {
    const [path] = (await bridge?.chooseFiles()) ?? []
    if (path !== undefined) choose.mutate({ modelPath: path })
  }
  return (
    <Section
      title={t`Models`}
      note={t`What turns sound into words, and what tells speech from noise. They run on this machine, without a network.`}
      actions={
        bridge && (
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={15} aria-hidden />}
            onClick={() => void chooseFile()}
          >
            <Trans>Choose a file…</Trans>
          </Button>
        )
      }
    >
      {downloads.map((job) => (
        <JobProgress key={job.id} job={job} />
      ))}
      <QueryView query={models} what={t`the models`}>
        {(list) => (
          <ul className={styles.models} aria-label={t`Speech models`}>
            {list
              .toSorted((a, b) => nearness(b) - nearness(a))
              .map((model) => (
                <ModelLine
                  key={model.path ?? model.name}
                  model={model}
                  isBusy={choose.isPending || download.isPending || downloads.length > 0}
                  onUse={(path) => choose.mutate({ modelPath: path })}
                  onDownload={() => download.mutate({ name: model.name })}
                />
              ))}
          </ul>
        )}
      </QueryView>
    </Section>
  )
}

/** The one in use first, then those that are here, those for words before those for voices. */
function nearness({ isChosen, path, kind }: SpeechModel): number {
  return isChosen ? 3 : path === null ? (kind === 'speech' ? 1 : 0) : 2
}

function ModelLine({
  model,
  isBusy,
  onUse,
  onDownload,
}: {
  model: SpeechModel
  isBusy: boolean
  onUse(path: string): void
  onDownload(): void
}) {
  const { path } = model
  return (
    <li className={styles.model} data-chosen={model.isChosen || undefined}>
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600}>
          {model.label}
        </Text>
        <Text size="sm" c="dimmed">
          {[model.bytes === null ? null : formatBytes(model.bytes), model.languages, model.remarks]
            .filter((part) => part !== null && part !== '')
            .join(' · ')}
        </Text>
        {path !== null && (
          <Text size="xs" c="dimmed" className={styles.path} title={path}>
            {path}
          </Text>
        )}
      </div>
      <Group gap="xs" wrap="nowrap">
        {model.isChosen ? (
          <InUse />
        ) : model.kind === 'voice-activity' && path !== null ? (
          <Badge variant="light" color="gray" tt="none" size="lg" fw={600}>
            <Trans>Here</Trans>
          </Badge>
        ) : path !== null ? (
          <Button
            variant="default"
            disabled={isBusy}
            aria-label={t`Use ${model.label}`}
            onClick={() => onUse(path)}
          >
            <Trans>Use</Trans>
          </Button>
        ) : (
          <Button
            variant="default"
            disabled={isBusy}
            aria-label={t`Download ${model.label}`}
            leftSection={<IconDownload size={15} aria-hidden />}
            onClick={onDownload}
          >
            <Trans>Download</Trans>
          </Button>
        )}
      </Group>
    </li>
  )
}
