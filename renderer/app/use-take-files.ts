import { t } from '@lingui/core/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { DISPUTE_FILE_CHARACTERS } from '../../shared/contract/disputes.ts'
import { exchangeKindOf, type ExchangeKind } from '../../shared/domain/exchange-files.ts'
import { notifyDone, notifyFailed } from '../ui/notify.tsx'
import { textOfFile } from '../ui/text-of-file.ts'
import { client } from './client.ts'
import { useDroppedFiles } from './dropped-files.ts'

const takers: Partial<Record<ExchangeKind, (input: { text: string }) => Promise<{ sentence: string }>>> = {
  reply: (input) => client.sessions.takeReply(input),
  dispute: (input) => client.disputes.import(input),
}

/**
 * Takes files that came to the window, dropped or opened from the desktop: what another Debrief wrote goes where it belongs, everything
 * else to the import page. `paths` are of files whose content the page never had.
 */
export function useTakeFiles(): (files: File[], paths?: string[]) => Promise<void> {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const drop = useDroppedFiles((state) => state.drop)
  const open = useDroppedFiles((state) => state.open)
  return async (files, paths = []) => {
    const names = [...files.map(({ name }) => name), ...paths.map((path) => path.replace(/^.*[\\/]/, ''))]
    const kinds = new Set(names.map(exchangeKindOf))
    const [kind] = kinds
    const take = kinds.size === 1 && kind && paths.length === 0 ? takers[kind] : undefined
    if (take) {
      for (const file of files) {
        try {
          const { sentence } = await take({ text: await textOfFile(file, DISPUTE_FILE_CHARACTERS) })
          notifyDone(sentence)
        } catch (error) {
          notifyFailed(t`${file.name} was not taken in`, error)
        }
      }
      await queryClient.invalidateQueries()
      return kind === 'dispute' ? navigate({ to: '/quality', search: { tab: 'disputes' } }) : undefined
    }
    if (files.length > 0) drop(files)
    if (paths.length > 0) open(paths)
    if (kinds.size === 1 && kind === 'calibration' && paths.length === 0)
      return navigate({ to: '/quality', search: { tab: 'calibration' } })
    if (kinds.size === 1 && kind === 'aggregate')
      return navigate({ to: '/data', search: { tab: 'workspaces' } })
    return navigate({ to: '/data', search: { tab: 'import' } })
  }
}
