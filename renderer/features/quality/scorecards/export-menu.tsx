import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { formFormats } from '../../../../shared/contract/scorecards.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { saveText } from '../../../ui/save-text.ts'

const formatWords: Record<(typeof formFormats)[number], string> = {
  debrief: 'Debrief, with everything',
  connect: 'Amazon Connect',
  genesys: 'Genesys Cloud',
  csv: 'CSV, for a spreadsheet',
}

/** Writes a version of a form as a file of another tool. */
export function ExportMenu({ versionId }: { versionId: number }) {
  const exporting = useMutation(orpc.scorecards.exportForm.mutationOptions())
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={exporting.isPending}>
          Export…
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
                    notifyDone([`Saved as ${fileName}.`, ...notes].join(' '))
                  },
                  onError: (error) => notifyFailed('The form was not exported', error),
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
