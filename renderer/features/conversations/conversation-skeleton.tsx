import { Skeleton } from '@mantine/core'
import styles from './conversation-page.module.css'

/** The page's shape while the conversation is on its way. */
export function ConversationSkeleton() {
  return (
    <main className={styles.page} role="status" aria-label="Loading the conversation">
      <div className={styles.head}>
        <Skeleton height={12} width={120} />
        <Skeleton height={26} width={320} mt={12} />
        <Skeleton height={14} width={560} mt={12} />
      </div>
      <div className={styles.body}>
        <div className={styles.main}>
          <div className={styles.lane}>
            <Skeleton height={190} />
          </div>
          <div className={styles.words}>
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
        <div className={styles.side}>
          <Skeleton height={320} radius="lg" />
          <Skeleton height={160} radius="lg" />
        </div>
      </div>
    </main>
  )
}
