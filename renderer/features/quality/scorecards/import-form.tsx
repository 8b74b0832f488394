import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, FileButton, List, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FORM_FILE_CHARACTERS } from '../../../../shared/contract/scorecards.ts'
import { orpc } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { textOfFile } from '../../../ui/text-of-file.ts'

/** Brings a form in from files of another tool, and says what became of it. */
export function ImportForm() {
  const navigate = useNavigate()
  const importing = useMutation(orpc.scorecards.importForm.mutationOptions())
  const [done, setDone] = useState<typeof importing.data | null>(null)
  const take = async (files: File[]) => {
    if (files.length === 0) return
    try {
      const read = await Promise.all(
        files.map(async (file) => ({
          name: file.name.slice(-300),
          text: await textOfFile(file, FORM_FILE_CHARACTERS),
        })),
      )
      setDone(await importing.mutateAsync({ files: read }))
    } catch (error) {
      notifyFailed(t`The form was not imported`, error)
    }
  }
  const show = (scorecardId: number) =>
    void navigate({ to: '/quality/scorecards/$scorecardId', params: { scorecardId } })
  return (
    <>
      <FileButton multiple accept=".json,.csv" onChange={(files) => void take(files)}>
        {(props) => (
          <Button {...props} variant="default" loading={importing.isPending}>
            <Trans>Import a form</Trans>
          </Button>
        )}
      </FileButton>
      {done && (
        <Modal
          opened
          onClose={() => setDone(null)}
          title={done.name}
          closeButtonProps={{ 'aria-label': t`Close` }}
        >
          <Stack>
            <Text>
              {done.became === 'known'
                ? t`Version ${done.version ?? ''} was here already, word for word.`
                : done.became === 'draft'
                  ? t`It is here as a draft.`
                  : t`It is here as version ${done.version ?? ''}: reviews can be made on it.`}
              {done.rescored > 0 &&
                t` ${plural(done.rescored, { one: '# imported review', other: '# imported reviews' })} ${done.rescored === 1 ? t`was` : t`were`} scored again on it.`}
            </Text>
            {done.notes.length > 0 && (
              <List size="sm">
                {done.notes.map((note) => (
                  <List.Item key={note}>{note}</List.Item>
                ))}
              </List>
            )}
            <Button onClick={() => show(done.scorecardId)}>
              <Trans>Look at it</Trans>
            </Button>
          </Stack>
        </Modal>
      )}
    </>
  )
}
