import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { formFormats } from '../../../../shared/contract/scorecards.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { saveText } from '../../../ui/save-text.ts'

const formatWords: Record<(typeof formFormats)[number], string> = {
  debrief: t`Debrief, with everything`,
  connect: t`Amazon Connect`,
  genesys: t`Genesys Cloud`,
  csv: t`CSV, for a spreadsheet`,
}

/** Writes a version of a form as a file of another tool. */
export function ExportMenu({ versionId }: { versionId: number }) {
  const exporting = useMutation(orpc.scorecards.exportForm.mutationOptions())
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={exporting.isPending}>
          <Trans>Export…</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formFormats.map((format) => (
          <Menu.Item
            key={format}
            onClick={() =>
              exporting.mutate(
                { versionId, format },
                {
                  onSuccess: ({ fileName, text, notes }) => {
                    saveText(fileName, text)
                    notifyDone([t`Saved as ${fileName}.`, ...notes].join(' '))
                  },
                  onError: (error) => notifyFailed(t`The form was not exported`, error),
                },
              )
            }
          >
            {formatWords[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
