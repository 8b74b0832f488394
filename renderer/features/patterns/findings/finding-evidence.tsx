import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { SystemicRecord } from '../../../../shared/contract/systemic.ts'
import { formatDayRange } from '../../../ui/dates.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import { ConversationLine } from '../conversation-line.tsx'
import classes from '../patterns.module.css'
import { GroupFigures } from '../group-figures.tsx'
import { groupWord } from '../words.ts'

/** The figures as they stood when the finding was kept, which later data do not change. */
export function FindingEvidence({ finding: { figures, group } }: { finding: SystemicRecord }) {
  return (
    <Section title={t`As it stood`} note={formatDayRange(figures.window)}>
      <p className={classes.sentence}>{figures.sentence}</p>
      <GroupFigures driver={figures.driver} group={group} cell={figures} />
    </Section>
  )
}

/** The conversations that were picked with it, and the way to all behind the figure. */
export function FindingConversations({ finding }: { finding: SystemicRecord }) {
  const { conversations, driver, group, figures } = finding
  return (
    <Section
      title={t`Conversations`}
      actions={
        driver.isMeasured && (
          <TextLink
            to="/patterns"
            search={{
              by: group.kind === 'queue' ? 'queue' : undefined,
              driver: driver.id,
              group: groupWord(group),
            }}
          >
            <Trans>The cell as it is now</Trans>
          </TextLink>
        )
      }
    >
      {conversations.length === 0 ? (
        <p className={classes.sentence}>
          <Trans>None are picked: this figure has no conversations behind it.</Trans>
        </p>
      ) : (
        <ul className={classes.list} aria-label={t`Conversations of the finding`}>
          {conversations.map((conversation) => (
            <li key={`${conversation.interactionId} ${conversation.evaluationId}`}>
              <ConversationLine conversation={conversation} driver={figures.driver} />
              {conversation.note !== '' && <span>{conversation.note}</span>}
              {conversation.isGone && (
                <span>
                  <Trans>no longer there</Trans>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
