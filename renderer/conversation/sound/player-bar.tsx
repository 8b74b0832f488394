import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Menu, Popover, Slider, Text, Tooltip } from '@mantine/core'
import {
  IconFocusCentered,
  IconLink,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
  IconPlayerSkipForwardFilled,
  IconPlayerTrackNextFilled,
  IconPlayerTrackPrevFilled,
  IconRepeat,
  IconRewindBackward5,
  IconRewindForward5,
  IconVolume,
  IconVolumeOff,
  type Icon,
} from '@tabler/icons-react'
import { perCent } from '../../../shared/domain/format.ts'
import { formatClock, formatNumber } from '../../ui/format.ts'
import { speeds } from '../../app/sound/playback.ts'
import styles from './player-bar.module.css'
import type { Sound } from '../../app/sound/sound.ts'
import { useSoundState } from './use-sound.ts'

interface PlayerBarProps {
  sound: Sound
  isFollowing: boolean
  onFollow(isFollowing: boolean): void
  onTurn(direction: 1 | -1): void
  /** Null where the conversation has no moments. */
  onMoment: ((direction: 1 | -1) => void) | null
  /** Loops the turn being spoken, or ends the loop. */
  onLoop(): void
  onShare(): void
}

const skipMs = 5000

/** The player: stays in sight while the page scrolls. Everything on it has a key. */
export function PlayerBar(props: PlayerBarProps) {
  const { sound, isFollowing, onFollow, onTurn, onMoment, onLoop, onShare } = props
  const isPlaying = useSoundState(sound, (state) => state.isPlaying)
  const isLooping = useSoundState(sound, (state) => state.loop !== null)
  const problem = useSoundState(sound, (state) => state.problem)
  const skip = (ms: number) => sound.seek(sound.store.getState().positionMs + ms)
  return (
    <section className={styles.bar} aria-label={t`Player`}>
      <div className={styles.controls}>
        {onMoment && (
          <Tool
            icon={IconPlayerTrackPrevFilled}
            label={t`Previous moment`}
            hint="p"
            onClick={() => onMoment(-1)}
          />
        )}
        <Tool
          icon={IconPlayerSkipBackFilled}
          label={t`Turn before`}
          hint={t`Shift ←`}
          onClick={() => onTurn(-1)}
        />
        <Tool icon={IconRewindBackward5} label={t`Back 5 seconds`} hint="←" onClick={() => skip(-skipMs)} />
        <Tooltip label={t`${isPlaying ? t`Pause` : t`Play`} (space)`}>
          <ActionIcon
            variant="filled"
            color="petrol"
            size={34}
            radius="xl"
            aria-label={isPlaying ? t`Pause` : t`Play`}
            onClick={sound.toggle}
          >
            {isPlaying ? (
              <IconPlayerPauseFilled size={18} aria-hidden />
            ) : (
              <IconPlayerPlayFilled size={18} aria-hidden />
            )}
          </ActionIcon>
        </Tooltip>
        <Tool icon={IconRewindForward5} label={t`On 5 seconds`} hint="→" onClick={() => skip(skipMs)} />
        <Tool
          icon={IconPlayerSkipForwardFilled}
          label={t`Next turn`}
          hint={t`Shift →`}
          onClick={() => onTurn(1)}
        />
        {onMoment && (
          <Tool
            icon={IconPlayerTrackNextFilled}
            label={t`Next moment`}
            hint="n"
            onClick={() => onMoment(1)}
          />
        )}
      </div>
      <Position sound={sound} />
      <div className={styles.controls}>
        <Tooltip
          label={isLooping ? t`End the loop (l)` : t`Loop this turn (l), or draw a span on the waveform`}
        >
          <ActionIcon
            variant={isLooping ? 'light' : 'subtle'}
            color={isLooping ? 'petrol' : 'gray'}
            aria-label={t`Loop`}
            aria-pressed={isLooping}
            onClick={onLoop}
          >
            <IconRepeat size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Speed sound={sound} />
        <Volume sound={sound} />
        <Tool icon={IconLink} label={t`Copy a link to this moment`} onClick={onShare} />
        <Tooltip label={t`The transcript follows the voice (f). Scrolling by hand turns it off`}>
          <Button
            size="compact-sm"
            variant={isFollowing ? 'light' : 'default'}
            leftSection={<IconFocusCentered size={14} aria-hidden />}
            aria-pressed={isFollowing}
            onClick={() => onFollow(!isFollowing)}
          >
            <Trans>Follow</Trans>
          </Button>
        </Tooltip>
      </div>
      {problem !== null && (
        <Text size="sm" className={styles.problem} role="alert">
          {problem}
        </Text>
      )}
    </section>
  )
}

function Tool(props: { icon: Icon; label: string; hint?: string; onClick(): void }) {
  const { icon: Picture, label, hint, onClick } = props
  return (
    <Tooltip label={hint ? `${label} (${hint})` : label}>
      <ActionIcon aria-label={label} onClick={onClick}>
        <Picture size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

/** Where the sound is, as a slider and a clock. */
function Position({ sound }: { sound: Sound }) {
  const durationMs = useSoundState(sound, (state) => state.durationMs)
  const second = useSoundState(sound, (state) => Math.floor(state.positionMs / 250) / 4)
  return (
    <>
      <Slider
        className={styles.position}
        size="xs"
        thumbSize={12}
        min={0}
        max={Math.max(1, Math.ceil(durationMs / 1000))}
        step={0.25}
        value={second}
        label={(value) => formatClock(value * 1000)}
        thumbLabel={t`Position`}
        thumbProps={{
          'aria-valuetext': t`${formatClock(second * 1000)} of ${formatClock(durationMs)}`,
        }}
        onChange={(value) => sound.seek(value * 1000)}
      />
      <span className={styles.clock}>
        <span data-testid="position">{formatClock(second * 1000)}</span> / {formatClock(durationMs)}
      </span>
    </>
  )
}

function Speed({ sound }: { sound: Sound }) {
  const speed = useSoundState(sound, (state) => state.speed)
  const words = (value: number) =>
    `${formatNumber(value, Number.isInteger(value) ? 0 : 2).replace(/0$/, '')}×`
  return (
    <Menu position="top" width={110}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          className={styles.speed}
          aria-label={t`Speed ${words(speed)}`}
        >
          {words(speed)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>Speed, pitch kept</Trans>
        </Menu.Label>
        {speeds.map((value) => (
          <Menu.Item key={value} fw={value === speed ? 650 : undefined} onClick={() => sound.setSpeed(value)}>
            {words(value)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Volume({ sound }: { sound: Sound }) {
  const volume = useSoundState(sound, (state) => state.volume)
  const Picture = volume === 0 ? IconVolumeOff : IconVolume
  return (
    <Popover position="top" width={170} trapFocus>
      <Popover.Target>
        <ActionIcon aria-label={t`Volume ${perCent(volume)}`}>
          <Picture size={17} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Slider
          size="sm"
          value={Math.round(volume * 100)}
          label={(value) => perCent(value / 100)}
          thumbLabel={t`Volume`}
          onChange={(value) => sound.setVolume(value / 100)}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
