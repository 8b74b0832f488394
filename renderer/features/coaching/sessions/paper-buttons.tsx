import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { SessionPage } from '../../../../shared/contract/session.ts'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { paper } from '../../../ui/paper.ts'
import { printHtml } from '../../../ui/print-html.ts'
import { bytesOf, saveBytes } from '../../../ui/save-text.ts'

/** The sheet on paper: printed, or as PDF. */
export function PaperButtons({ session }: { session: SessionPage }) {
  const sheet = useMutation(orpc.sessions.sheet.mutationOptions())
  const { mutateAsync } = sheet
  const make = async (format: 'html' | 'pdf') => {
    try {
      const file = await mutateAsync({ id: session.id, format, paper })
      if (format === 'pdf') saveBytes(file.fileName, file.base64, file.mimeType)
      else printHtml(new TextDecoder().decode(bytesOf(file.base64)))
    } catch (error) {
      notifyFailed(t`The sheet was not made`, error)
    }
  }
  return (
    <Group gap={4}>
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        loading={sheet.isPending && sheet.variables.format === 'html'}
        onClick={() => void make('html')}
      >
        <Trans>Print</Trans>
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        loading={sheet.isPending && sheet.variables.format === 'pdf'}
        onClick={() => void make('pdf')}
      >
        <Trans>PDF</Trans>
      </Button>
    </Group>
  )
}
