import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react'
import { printHtml } from '../../../ui/print-html.ts'
import { saveText } from '../../../ui/save-text.ts'
import { recoveryPage, recoveryText } from './recovery-sheet.ts'

/** A recovery key, shown once, with what keeps it. */
export function RecoveryKey({ recoveryKey }: { recoveryKey: string }) {
  return (
    <Stack gap="sm">
      <Text size="sm">
        <Trans>
          It opens the workspace when the passphrase is lost, and is not shown again. Keep it apart from this
          computer. Who loses both loses the data.
        </Trans>
      </Text>
      <Code block fz="md" aria-label={t`Recovery key`}>
        {recoveryKey}
      </Code>
      <Group gap="xs">
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => printHtml(recoveryPage(recoveryKey))}
        >
          <Trans>Print</Trans>
        </Button>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => saveText('debrief-recovery-key.txt', recoveryText(recoveryKey))}
        >
          <Trans>Save</Trans>
        </Button>
        <CopyButton value={recoveryKey}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="sm"
              leftSection={<IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {copied ? t`Copied` : t`Copy`}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  )
}
