import type { SystemicRecord } from '../../../../shared/contract/systemic.ts'
import { IntervalPlot } from '../../../charts/interval-plot.tsx'
import { formatDayRange } from '../../../ui/dates.ts'
import { countOf } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import { ConversationLine } from '../conversation-line.tsx'
import classes from '../patterns.module.css'
import { differenceWords, estimateWords, groupWord, valueWords } from '../words.ts'

/** The figures as they stood when the finding was kept, which later data do not change. */
export function FindingEvidence({ finding: { figures, group } }: { finding: SystemicRecord }) {
  const { driver, compared, mean } = figures
  return (
    <Section title="As it stood" note={formatDayRange(figures.window)}>
      <p className={classes.sentence}>{figures.sentence}</p>
      <IntervalPlot
        name={`${driver.label}, ${group.label}`}
        data={{
          unit: driver.unit,
          scale: driver.scale,
          polarity: driver.polarity,
          posterior: { mean: mean.value, low: mean.low, high: mean.high },
          peerMean: compared?.rest ?? null,
        }}
      />
      <dl className={classes.figures}>
        <dt>{group.label}</dt>
        <dd>
          {estimateWords(driver, mean)}, {countOf(figures.agents, 'agent')}
        </dd>
        {compared && (
          <>
            <dt>The rest</dt>
            <dd>
              {valueWords(driver, compared.rest)}, {countOf(compared.restAgents, 'agent')}
            </dd>
            <dt>Beside it</dt>
            <dd>{differenceWords(driver, compared.difference)}</dd>
          </>
        )}
      </dl>
    </Section>
  )
}

/** The conversations that were picked with it, and the way to all behind the figure. */
export function FindingConversations({ finding }: { finding: SystemicRecord }) {
  const { conversations, driver, group, figures } = finding
  return (
    <Section
      title="Conversations"
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
            The cell as it is now
          </TextLink>
        )
      }
    >
      {conversations.length === 0 ? (
        <p className={classes.sentence}>None are picked: this figure has no conversations behind it.</p>
      ) : (
        <ul className={classes.list} aria-label="Conversations of the finding">
          {conversations.map((conversation) => (
            <li key={`${conversation.interactionId} ${conversation.evaluationId}`}>
              <ConversationLine conversation={conversation} driver={figures.driver} />
              {conversation.note !== '' && <span>{conversation.note}</span>}
              {conversation.isGone && <span>no longer there</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
