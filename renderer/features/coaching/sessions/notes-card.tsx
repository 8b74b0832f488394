import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Textarea } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { SESSION_LIMITS, type SessionPage } from '../../../../shared/contract/session.ts'
import { Section } from '../../../ui/page.tsx'
import classes from './session.module.css'
import type { SessionActions } from './use-session.ts'

/** Notes that go to the agent, and one's own that never do; saved at every key stroke. */
export function NotesCard({ session, actions }: { session: SessionPage; actions: SessionActions }) {
  return (
    <Section title={t`Notes`} note={t`saved as you type`}>
      <Textarea
        label={t`Shared`}
        description={t`Goes on the sheet and into what the agent gets`}
        autosize
        minRows={4}
        maxRows={16}
        maxLength={SESSION_LIMITS.note}
        value={session.sharedNotes}
        onChange={(event) => actions.write({ sharedNotes: event.currentTarget.value })}
      />
      <div className={classes.private}>
        <Textarea
          label={
            <>
              <Trans>
                <IconLock size={13} aria-hidden /> For you alone
              </Trans>
            </>
          }
          description={t`Stays here: never printed, never in what the agent gets`}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={SESSION_LIMITS.note}
          value={session.privateNotes}
          onChange={(event) => actions.write({ privateNotes: event.currentTarget.value })}
        />
      </div>
    </Section>
  )
}
