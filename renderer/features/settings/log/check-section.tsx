import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCopy, IconDownload, IconFileCheck, IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AuditCheck } from '../../../../shared/contract/audit.ts'
import { orpc } from '../../../app/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'

/** The head of the log to keep elsewhere, and a walk through the whole chain. */
export function CheckSection() {
  const queryClient = useQueryClient()
  /** The log grows by what is asked of it here, and by what went on meanwhile. */
  const lookAgain = () => void queryClient.invalidateQueries({ queryKey: orpc.audit.key() })
  const head = useQuery(orpc.audit.head.queryOptions())
  const check = useMutation(
    orpc.audit.verify.mutationOptions({
      onError: (error) => notifyFailed(t`The log was not checked`, error),
      onSettled: lookAgain,
    }),
  )
  const written = useMutation(
    orpc.audit.export.mutationOptions({
      onError: (error) => notifyFailed(t`The log was not exported`, error),
      onSettled: lookAgain,
    }),
  )
  return (
    <Section
      title={t`Is the log whole?`}
      note={t`each entry holds the hash of the one before`}
      actions={
        <Group gap="xs">
          <Button
            size="sm"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={written.isPending}
            onClick={() => written.mutate({})}
          >
            <Trans>Export the log</Trans>
          </Button>
          <Button
            size="sm"
            leftSection={<IconShieldCheck size={16} aria-hidden />}
            loading={check.isPending}
            onClick={() => check.mutate({})}
          >
            <Trans>Check the log</Trans>
          </Button>
        </Group>
      }
    >
      <QueryView query={head} what={t`the log`}>
        {({ seq, hash }) => (
          <Stack gap="sm">
            {check.data && <Verdict check={check.data} />}
            {written.data && (
              <Alert role="status" color="gray" icon={<IconFileCheck aria-hidden />}>
                <Trans>
                  <Plural value={written.data.entries} one="# entry is" other="# entries are" /> in{' '}
                  <Code style={{ overflowWrap: 'anywhere' }}>{written.data.file}</Code>, a line for each.
                </Trans>
              </Alert>
            )}
            <Text size="sm" c="dimmed">
              <Trans>
                The head stands for every entry up to it. Printed or kept elsewhere, it shows later whether
                the log was cut short or written anew.
              </Trans>
            </Text>
            <Group gap="sm">
              <Code>
                {seq}:{hash}
              </Code>
              <CopyButton value={`${seq}:${hash}`}>
                {({ copied, copy }) => (
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconCopy size={14} aria-hidden />}
                    onClick={copy}
                  >
                    {copied ? t`Copied` : t`Copy the head`}
                  </Button>
                )}
              </CopyButton>
            </Group>
          </Stack>
        )}
      </QueryView>
    </Section>
  )
}

function Verdict({ check: { entries, broken, beyondAnchor, notes } }: { check: AuditCheck }) {
  const remarks = [
    ...(beyondAnchor > 0
      ? [
          t`${plural(beyondAnchor, { one: '# entry', other: '# entries' })} came after the newest head that was told: Debrief ended suddenly.`,
        ]
      : []),
    ...notes,
  ]
  return (
    <Alert
      role="status"
      color={broken ? 'red' : 'gray'}
      icon={broken ? <IconShieldX aria-hidden /> : <IconShieldCheck aria-hidden />}
      title={
        broken
          ? t`Entry ${formatNumber(broken.seq)} does not hold`
          : t`The log holds: ${plural(entries, { one: '# entry', other: '# entries' })}`
      }
    >
      {broken && <Text size="sm">{broken.sentence}</Text>}
      {remarks.map((remark) => (
        <Text key={remark} size="sm">
          {remark}
        </Text>
      ))}
    </Alert>
  )
}
