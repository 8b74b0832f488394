import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Skeleton } from '@mantine/core'
import type { ConversationItem } from '../../../../shared/contract/conversations.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Instant } from '../../../ui/time.tsx'
import { channelWords, csatWords, durationWords } from '../../../conversation/words.ts'
import styles from './conversation-table.module.css'
import { SentimentBar } from './sentiment-bar.tsx'

/** The cells of one conversation; grey bars while its page is on its way. */
export function ConversationCells({ item }: { item: ConversationItem | undefined }) {
  if (!item) {
    return [70, 60, 55, 40, 50, 90, 70, 40, 20].map((width, place) => (
      <div key={place} role="gridcell">
        <Skeleton height={12} width={`${width}%`} />
      </div>
    ))
  }
  return (
    <>
      <div role="gridcell" className={styles.cell}>
        <Instant at={item.at} />
      </div>
      <div role="gridcell" className={`${styles.cell} ${styles.two}`}>
        <span className={item.agent ? '' : styles.none}>{item.agent?.name ?? t`not known`}</span>
        {item.agent?.team && <span className={styles.second}>{item.agent.team}</span>}
      </div>
      <div role="gridcell" className={`${styles.cell} ${styles.two}`}>
        <span>{item.queue ?? '–'}</span>
        {item.reason && <span className={styles.second}>{item.reason}</span>}
      </div>
      <div role="gridcell" className={styles.cell}>
        {channelWords(item.channel)}
      </div>
      <div role="gridcell" className={`${styles.cell} ${styles.right} ${styles.two}`}>
        <span>{durationWords(item.durationMs)}</span>
        <span className={styles.second}>
          <Plural value={item.turns} one="# turn" other="# turns" />
        </span>
      </div>
      <div role="gridcell" className={`${styles.cell} ${styles.opening}`} title={item.firstWords}>
        {item.firstWords}
      </div>
      <div role="gridcell" className={styles.mood}>
        {item.customerSentimentEnd === null ? (
          <span className={styles.none}>
            <Trans>not available</Trans>
          </span>
        ) : (
          <SentimentBar value={item.customerSentimentEnd} />
        )}
      </div>
      <div role="gridcell" className={`${styles.cell} ${styles.right} ${item.csat ? '' : styles.none}`}>
        {csatWords(item.csat)}
      </div>
      <div
        role="gridcell"
        className={`${styles.cell} ${styles.right} ${item.evaluations === 0 ? styles.none : ''}`}
      >
        {formatNumber(item.evaluations)}
      </div>
    </>
  )
}
