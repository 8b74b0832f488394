import { t } from '@lingui/core/macro'
import { Skeleton } from '@mantine/core'
import reader from '../../conversation/conversation-reader.module.css'
import styles from './conversation-page.module.css'

/** The page's shape while the conversation is on its way. */
export function ConversationSkeleton() {
  return (
    <main className={reader.page} role="status" aria-label={t`Loading the conversation`}>
      <div className={styles.head}>
        <Skeleton height={12} width={120} />
        <Skeleton height={26} width={320} mt={12} />
        <Skeleton height={14} width={560} mt={12} />
      </div>
      <div className={reader.body}>
        <div className={reader.main}>
          <div className={reader.lane}>
            <Skeleton height={190} />
          </div>
          <div className={reader.words}>
            {[62, 48, 70, 40, 66].map((width, place) => (
              <Skeleton
                key={width}
                height={44}
                width={`${width}%`}
                my={12}
                ml={place % 2 === 0 ? 'auto' : 0}
                radius="lg"
              />
            ))}
          </div>
        </div>
        <div className={reader.side}>
          <Skeleton height={320} radius="lg" />
          <Skeleton height={160} radius="lg" />
        </div>
      </div>
    </main>
  )
}
