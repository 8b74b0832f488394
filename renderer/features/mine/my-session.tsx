import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconFileDownload, IconFileText } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { MySession } from '../../../shared/contract/profiles.ts'
import { orpc } from '../../app/client.ts'
import { notifyFailed } from '../../ui/notify.tsx'
import { bytesOf, saveBytes } from '../../ui/save-text.ts'
import { Instant } from '../../ui/time.tsx'
import { AgreedLine } from './agreed-line.tsx'
import classes from './mine.module.css'
import { MyAnswer } from './my-answer.tsx'
import { PacketModal } from './packet-modal.tsx'

/** One session of an agent: when and with whom, its page, what was agreed, and the answer to it. */
export function MySessionItem({ session }: { session: MySession }) {
  const { id, title, heldAt, plannedAt, coach, commitments } = session
  const [html, setHtml] = useState<string | null>(null)
  const packet = useMutation(
    orpc.profiles.myPacket.mutationOptions({
      onError: (error) => notifyFailed(t`The page of this session was not opened`, error),
    }),
  )
  const read = async () => {
    const { base64 } = await packet.mutateAsync({ id })
    setHtml(new TextDecoder().decode(bytesOf(base64)))
  }
  const save = async () => {
    const { fileName, base64, mimeType } = await packet.mutateAsync({ id })
    saveBytes(fileName, base64, mimeType)
  }
  return (
    <li className={classes.item}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Title order={3} size="h4">
              {title}
            </Title>
            <Text size="sm" c="dimmed">
              <When heldAt={heldAt} plannedAt={plannedAt} />
              {coach !== '' && t`, with ${coach}`}
            </Text>
          </div>
          <Group gap={4}>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconFileText size={16} aria-hidden />}
              loading={packet.isPending}
              aria-label={t`Read its page: ${title}`}
              onClick={() => void read().catch(() => {})}
            >
              <Trans>Read its page</Trans>
            </Button>
            <Button
              variant="subtle"
              size="sm"
              leftSection={<IconFileDownload size={16} aria-hidden />}
              disabled={packet.isPending}
              aria-label={t`Save: ${title}`}
              onClick={() => void save().catch(() => {})}
            >
              <Trans>Save</Trans>
            </Button>
          </Group>
        </Group>
        {commitments.length > 0 && (
          <ul className={classes.list} aria-label={t`Agreed in “${title}”`}>
            {commitments.map((one) => (
              <AgreedLine key={one.id} commitment={one} />
            ))}
          </ul>
        )}
        {heldAt !== null && <MyAnswer session={session} />}
      </Stack>
      {html !== null && <PacketModal title={title} html={html} onClose={() => setHtml(null)} />}
    </li>
  )
}

function When({ heldAt, plannedAt }: Pick<MySession, 'heldAt' | 'plannedAt'>) {
  if (heldAt !== null)
    return (
      <Trans>
        Held <Instant at={heldAt} />
      </Trans>
    )
  if (plannedAt === null) return <Trans>Being held</Trans>
  return (
    <Trans>
      Planned for <Instant at={plannedAt} />
    </Trans>
  )
}
