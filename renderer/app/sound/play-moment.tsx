import { t } from '@lingui/core/macro'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import { useEffect, useId } from 'react'
import { useStore } from 'zustand'
import { momentPlayer, playMoment, stopMoment } from './moment-player.ts'
import { useContactSound } from './moment-sounds.tsx'

interface PlayMomentProps {
  interactionId: number | null
  startMs: number | null
  /** Null: some seconds are played. */
  endMs: number | null
  /** Whose moment it is, for whoever does not see where the button stands. */
  label: string
  className?: string | undefined
}

/** A turn without an end is played for as long as one usually lasts. */
const usualTurnMs = 8000

/**
 * Plays a moment where it stands, and stops it; what was redacted is silent. Nothing where its conversation has no recording or the moment
 * no time. Needs `MomentSounds` around it.
 */
export function PlayMoment({ interactionId, startMs, endMs, label, className }: PlayMomentProps) {
  const owner = useId()
  const sound = useContactSound(interactionId)
  const isPlaying = useStore(momentPlayer, (state) => state.owner === owner)
  const problem = useStore(momentPlayer, ({ failed }) => (failed?.owner === owner ? failed.problem : null))
  useEffect(() => () => stopMoment(owner), [owner])
  if (!sound || startMs === null) return null
  const what = isPlaying ? t`Stop` : t`Play this moment of ${label}`
  const why = sound.isMissing ? t`The recording is not where it was.` : problem
  return (
    <Tooltip label={why ?? (isPlaying ? t`Stop` : t`Play this moment`)}>
      <ActionIcon
        className={className}
        variant={isPlaying ? 'filled' : 'light'}
        color={problem === null ? 'petrol' : 'red'}
        size={24}
        radius="xl"
        aria-label={why === null ? what : `${what}: ${why}`}
        // still reached with the keyboard, so that the reason can be read
        data-disabled={sound.isMissing || undefined}
        aria-disabled={sound.isMissing || undefined}
        onClick={() => {
          if (isPlaying) stopMoment(owner)
          else if (!sound.isMissing)
            playMoment(owner, sound, { startMs, endMs: endMs ?? startMs + usualTurnMs })
        }}
      >
        {isPlaying ? (
          <IconPlayerStopFilled size={12} aria-hidden />
        ) : (
          <IconPlayerPlayFilled size={12} aria-hidden />
        )}
      </ActionIcon>
    </Tooltip>
  )
}
