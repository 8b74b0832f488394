import { Link } from '@tanstack/react-router'
import type { AttachedMoment } from '../../../../shared/contract/reviews.ts'
import { placeWords } from '../../../conversation/words.ts'
import styles from './disputes.module.css'

/** Words of the conversation that an answer or a dispute rests on; leads to where they are said. */
export function MomentQuote({
  moment,
  interactionId,
}: {
  moment: AttachedMoment
  interactionId: number | null
}) {
  const words = (
    <>
      <time>{placeWords(moment.startMs, moment.segment)}</time>
      <span>“{moment.quote}”</span>
    </>
  )
  if (interactionId === null) return <div className={styles.quote}>{words}</div>
  return (
    <Link
      to="/conversations/$interactionId"
      params={{ interactionId }}
      search={{ segment: moment.segment }}
      className={styles.quote}
    >
      {words}
    </Link>
  )
}
