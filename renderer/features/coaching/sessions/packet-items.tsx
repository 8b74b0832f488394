import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Menu } from '@mantine/core'
import { IconFileImport, IconPackageExport } from '@tabler/icons-react'
import type { SessionPage } from '../../../../shared/contract/session.ts'
import { client } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { saveBytes } from '../../../ui/save-text.ts'
import { useTakeReply } from './use-take-reply.ts'

/** The page for the agent, one for each who takes part, and their answers on the way back. */
export function PacketItems({ session }: { session: SessionPage }) {
  const takeReply = useTakeReply()
  const isGroup = session.people.length > 1
  const save = async (agentId: number, name: string) => {
    try {
      const { fileName, base64, mimeType } = await client.sessions.packet({ id: session.id, agentId })
      saveBytes(fileName, base64, mimeType)
      notifyDone(t`Give the page to ${name}; the answer they save in it comes back as a file.`)
    } catch (error) {
      notifyFailed(t`The page was not made`, error)
    }
  }
  return (
    <>
      {session.people.map((person) => (
        <Menu.Item
          key={person.id}
          leftSection={<IconPackageExport size={16} aria-hidden />}
          onClick={() => void save(person.id, person.name)}
        >
          {isGroup ? t`Page for ${person.name}` : t`Page for the agent`}
        </Menu.Item>
      ))}
      <Menu.Item leftSection={<IconFileImport size={16} aria-hidden />} onClick={takeReply}>
        <Trans>Take an answer in</Trans>
      </Menu.Item>
    </>
  )
}
