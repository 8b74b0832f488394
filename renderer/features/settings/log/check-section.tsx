import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCopy, IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { AuditCheck } from '../../../../shared/contract/audit.ts'
import { orpc } from '../../../app/client.ts'
import { countOf, formatNumber } from '../../../ui/format.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'

/** The head of the log to keep elsewhere, and a walk through the whole chain. */
export function CheckSection() {
  const head = useQuery(orpc.audit.head.queryOptions())
  const check = useMutation(
    orpc.audit.verify.mutationOptions({
      onError: (error) => notifyFailed('The log was not checked', error),
    }),
  )
  return (
    <Section
      title="Is the log whole?"
      note="each entry holds the hash of the one before"
      actions={
        <Button
          size="sm"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={check.isPending}
          onClick={() => check.mutate({})}
        >
          Check the log
        </Button>
      }
    >
      <QueryView query={head} what="the log">
        {({ seq, hash }) => (
          <Stack gap="sm">
            {check.data && <Verdict check={check.data} />}
            <Text size="sm" c="dimmed">
              The head stands for every entry up to it. Printed or kept elsewhere, it shows later whether the
              log was cut short or written anew.
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
                    {copied ? 'Copied' : 'Copy the head'}
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
          `${countOf(beyondAnchor, 'entry', 'entries')} came after the newest head that was told: Debrief ended suddenly.`,
        ]
      : []),
    ...notes,
  ]
  return (
    <Alert
      role="status"
      color={broken ? 'red' : 'teal'}
      icon={broken ? <IconShieldX aria-hidden /> : <IconShieldCheck aria-hidden />}
      title={
        broken
          ? `Entry ${formatNumber(broken.seq)} does not hold`
          : `The log holds: ${countOf(entries, 'entry', 'entries')}`
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
