import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Menu, type ButtonProps } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { orpc } from '../app/client.ts'
import { notifyDone, notifyFailed } from './notify.tsx'
import { paper } from './paper.ts'
import { saveBytes } from './save-text.ts'

const formats = [
  { format: 'pdf', label: t`PDF, to print or send` },
  { format: 'html', label: t`HTML, to read on a screen` },
] as const

/** Saves the weekly report of a team, or the director's across teams, as a file. */
export function ReportMenu({
  kind,
  teamId,
  days,
  size = 'sm',
}: {
  kind: 'weekly' | 'director'
  teamId?: number | undefined
  days?: number
  size?: ButtonProps['size']
}) {
  const writing = useMutation(orpc.reports.write.mutationOptions())
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant={size === 'sm' ? 'default' : 'subtle'}
          size={size}
          loading={writing.isPending}
          leftSection={<IconFileText size={14} aria-hidden />}
          flex="none"
        >
          <Trans>Report</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{kind === 'weekly' ? t`Weekly report` : t`Report across teams`}</Menu.Label>
        {formats.map(({ format, label }) => (
          <Menu.Item
            key={format}
            onClick={() =>
              writing.mutate(
                { kind, format, teamId, days, paper },
                {
                  onSuccess: ({ fileName, base64, mimeType }) => {
                    saveBytes(fileName, base64, mimeType)
                    notifyDone(t`Saved as ${fileName}.`)
                  },
                  onError: (error) => notifyFailed(t`The report was not written`, error),
                },
              )
            }
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
