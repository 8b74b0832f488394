import { t } from '@lingui/core/macro'
import { Text } from '@mantine/core'
import { IconPlayerPlayFilled, IconRobot } from '@tabler/icons-react'
import type { AttachedMoment, AutomatedAnswer } from '../../../../shared/contract/reviews.ts'
import { confidenceWords, placeWords } from '../../../conversation/words.ts'
import styles from './desk.module.css'

const said = { pass: 'said', fail: t`not said`, abstain: t`no answer` } as const

const standing = { shadow: 'unverified', assist: t`filling in`, trusted: 'trusted' } as const

/** What automation makes of the question: shown once the reviewer has answered or where it filled in, labelled with how far it is trusted. */
export function AutomatedLine({
  automated,
  onPlay,
}: {
  automated: AutomatedAnswer
  onPlay(moment: AttachedMoment): void
}) {
  const [moment] = automated.evidence
  return (
    <div className={styles.automated}>
      <IconRobot size={14} aria-hidden />
      <Text size="xs" component="div">
        {automated.model ?? t`Automated`}, {standing[automated.trust]}:{' '}
        <strong>{automated.value ?? said[automated.outcome]}</strong>
        {automated.outcome !== 'abstain' && automated.confidence !== null
          ? `, ${confidenceWords(automated.confidence)}`
          : ''}
        {automated.sentence === null ? '' : `. ${automated.sentence}`}
        {moment && (automated.outcome === 'pass' || automated.model !== null) && (
          <>
            {' '}
            <button type="button" onClick={() => onPlay(moment)}>
              <IconPlayerPlayFilled size={9} aria-hidden /> {placeWords(moment.startMs, moment.segment)}
            </button>{' '}
            <q>{moment.quote}</q>
          </>
        )}
      </Text>
    </div>
  )
}
