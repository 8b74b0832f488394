import { t } from '@lingui/core/macro'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { CALIBRATION_LIMITS } from '../../../../shared/contract/calibration.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { saveText } from '../../../ui/save-text.ts'
import { textOfFile } from '../../../ui/text-of-file.ts'

/** Writes a reviewer's part, or their answers, into a file the person keeps. */
export function useExportFile() {
  const exporting = useMutation(orpc.calibration.export.mutationOptions())
  const save = (input: { id: number; reviewer: string }) =>
    exporting.mutate(input, {
      onSuccess: ({ fileName, text, kind }) => {
        saveText(fileName, text)
        notifyDone(
          kind === 'part'
            ? t`Give the file to ${input.reviewer}; it comes back with their answers.`
            : t`Send the file back to whoever gave you the calibration.`,
        )
      },
      onError: (error) => notifyFailed(t`No file was written`, error),
    })
  return { save, isBusy: exporting.isPending }
}

/** Takes files of calibrations in, one after the other, and opens the session of the last. */
export function useImportFiles() {
  const navigate = useNavigate()
  const importing = useMutation(orpc.calibration.import.mutationOptions())
  const { mutateAsync } = importing
  const take = async (files: readonly File[]) => {
    let sessionId: number | null = null
    for (const file of files) {
      try {
        const text = await textOfFile(file, CALIBRATION_LIMITS.fileCharacters)
        const done = await mutateAsync({ fileName: file.name.slice(-300), text })
        notifyDone(done.sentence)
        sessionId = done.id
      } catch (error) {
        notifyFailed(t`${file.name} was not taken in`, error)
      }
    }
    if (sessionId !== null) await navigate({ to: '/quality/calibration/$sessionId', params: { sessionId } })
  }
  return { take, isBusy: importing.isPending }
}
