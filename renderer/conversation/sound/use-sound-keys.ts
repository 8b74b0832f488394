import { useEffect } from 'react'
import { isTyping } from '../../ui/keyboard.ts'
import type { Sound } from '../../app/sound/sound.ts'

const stepMs = 5000

/** Space plays and pauses, the arrows skip, `[` and `]` change the speed, `l` loops; off while typing or on a control of its own. */
export function useSoundKeys(
  sound: Sound | null,
  actions: { turn(direction: 1 | -1): void; loop(): void; follow(): void },
): void {
  useEffect(() => {
    if (!sound) return
    const { turn, loop, follow } = actions
    let isByPointer = true
    const onPointer = () => {
      isByPointer = true
    }
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Tab') isByPointer = false
      if (isTyping(event) || event.defaultPrevented) return
      const key = keys(sound, turn, loop, follow)[`${event.shiftKey ? 'Shift+' : ''}${event.key}`]
      if (!key || ownsKey(event, isByPointer)) return
      event.preventDefault()
      key()
    }
    window.addEventListener('keydown', listen)
    window.addEventListener('pointerdown', onPointer)
    return () => {
      window.removeEventListener('keydown', listen)
      window.removeEventListener('pointerdown', onPointer)
    }
  }, [sound, actions])
}

function keys(
  sound: Sound,
  turn: (direction: 1 | -1) => void,
  loop: () => void,
  follow: () => void,
): Record<string, () => void> {
  const skip = (ms: number) => sound.seek(sound.store.getState().positionMs + ms)
  return {
    ' ': sound.toggle,
    ArrowLeft: () => skip(-stepMs),
    ArrowRight: () => skip(stepMs),
    'Shift+ArrowLeft': () => turn(-1),
    'Shift+ArrowRight': () => turn(1),
    '[': () => sound.stepSpeed(-1),
    ']': () => sound.stepSpeed(1),
    l: loop,
    f: follow,
  }
}

/** A slider or menu is moved with the arrows; a button one came to by the keyboard, not by pressing it, is pressed with the space bar. */
function ownsKey(event: KeyboardEvent, isByPointer: boolean): boolean {
  const target = event.target
  if (!(target instanceof Element)) return false
  if (target.closest('[role="slider"], [role="menu"], [role="listbox"], [role="tab"]')) return true
  return event.key === ' ' && !isByPointer && target.closest('button, a, [role="button"], summary') !== null
}
