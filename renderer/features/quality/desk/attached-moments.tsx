import { t } from '@lingui/core/macro'
import { ActionIcon } from '@mantine/core'
import { IconPlayerPlayFilled, IconX } from '@tabler/icons-react'
import type { AttachedMoment } from '../../../../shared/contract/reviews.ts'
import { placeWords } from '../../../conversation/words.ts'
import styles from './desk.module.css'

/** The moments an answer rests on, each to be heard and to be taken away. */
export function AttachedMoments({
  moments,
  isReadOnly,
  onPlay,
  onChange,
}: {
  moments: readonly AttachedMoment[]
  isReadOnly: boolean
  onPlay(moment: AttachedMoment): void
  onChange(moments: AttachedMoment[]): void
}) {
  if (moments.length === 0) return null
  return (
    <ul className={styles.moments}>
      {moments.map((moment, index) => (
        <li key={`${moment.segment} ${moment.startChar} ${index}`}>
          <button type="button" onClick={() => onPlay(moment)}>
            <IconPlayerPlayFilled size={9} aria-hidden /> {placeWords(moment.startMs, moment.segment)}
          </button>
          <q>{moment.quote}</q>
          {!isReadOnly && (
            <ActionIcon
              size="xs"
              aria-label={t`Take this moment away`}
              onClick={() => onChange(moments.filter((_, at) => at !== index))}
            >
              <IconX size={12} aria-hidden />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  )
}
