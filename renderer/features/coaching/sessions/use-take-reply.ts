import { t } from '@lingui/core/macro'
import { useQueryClient } from '@tanstack/react-query'
import { client, orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { textOfFile } from '../../../ui/text-of-file.ts'

const MOST_CHARACTERS = 200_000

/** Lets one choose the file an agent saved in their page, and takes it in. */
export function useTakeReply(): () => void {
  const queryClient = useQueryClient()
  const take = async (file: File) => {
    try {
      const text = await textOfFile(file, MOST_CHARACTERS)
      const { sentence } = await client.sessions.takeReply({ text })
      await queryClient.invalidateQueries({ queryKey: orpc.sessions.key() })
      notifyDone(sentence)
    } catch (error) {
      notifyFailed(t`${file.name} was not taken in`, error)
    }
  }
  return () => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.debrief-reply,.json,application/json'
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file) void take(file)
    })
    input.click()
  }
}
