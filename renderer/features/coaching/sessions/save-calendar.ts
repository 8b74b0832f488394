import { t } from '@lingui/core/macro'
import { client } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { saveText } from '../../../ui/save-text.ts'

/** Saves one session, or with null everything planned, as a calendar file. */
export async function saveCalendar(sessionId: number | null): Promise<void> {
  try {
    const { name, text } = await client.sessions.calendar({ id: sessionId })
    saveText(name, text)
  } catch (error) {
    notifyFailed(t`No calendar file was written`, error)
  }
}
