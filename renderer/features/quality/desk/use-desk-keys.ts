import { useEffect, type RefObject } from 'react'
import { optionsOf, type ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import { isTyping } from '../../../ui/keyboard.ts'
import type { useDesk } from './use-desk.ts'

interface DeskKeys {
  panel: RefObject<HTMLDivElement | null>
  isOn: boolean
  asked: readonly ScorecardQuestion[]
  activeId: string | null
  actions: ReturnType<typeof useDesk>
  onActivate(id: string): void
  onAttach(questionId: string): void
  onStep(direction: 1 | -1): void
}

/**
 * A whole form without the mouse: `j` and `k` go through the questions, digits answer and go on, `0` does not apply, `t` notes, `m` attaches the
 * moment, `,` and `.` go through the turns, `s` skips, Backspace clears; with the modifier, Enter submits, from a field too. Escape leaves a field.
 */
export function useDeskKeys(keys: DeskKeys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!keys.isOn) return
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        void keys.actions.submit()
        return
      }
      const { target } = event
      if (event.key === 'Escape' && target instanceof HTMLElement && keys.panel.current?.contains(target)) {
        target.blur()
        return
      }
      if (isTyping(event) || event.defaultPrevented) return
      const does = commands(keys)[event.key] ?? digit(keys, event.key)
      if (!does) return
      event.preventDefault()
      does()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
}

function commands(keys: DeskKeys): Record<string, () => void> {
  const { asked, activeId, actions } = keys
  const at = asked.findIndex(({ id }) => id === activeId)
  const go = (to: number) => {
    const next = asked[Math.max(0, Math.min(asked.length - 1, to))]
    if (next) keys.onActivate(next.id)
  }
  const active = asked[at]
  const focus = (id: string) => document.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus()
  return {
    j: () => go(at + 1),
    k: () => go(at - 1),
    t: () => active && focus(`note-${active.id}`),
    m: () => active && keys.onAttach(active.id),
    c: () => focus('remark'),
    s: openSkip,
    ',': () => keys.onStep(-1),
    '.': () => keys.onStep(1),
    Backspace: () => active && actions.clear(active.id),
    Enter: () =>
      active && (active.type === 'text' ? focus(`text-${active.id}`) : focus(`number-${active.id}`)),
  }
}

/** A digit answers the question at hand and goes on to the next; several choices stay where they are. */
function digit(keys: DeskKeys, key: string): (() => void) | undefined {
  const question = keys.asked.find(({ id }) => id === keys.activeId)
  if (!question || !/^\d$/.test(key)) return undefined
  const next = () => commands(keys).j?.()
  if (key === '0') {
    if (!question.allowsNotApplicable) return undefined
    return () => {
      keys.actions.change(question.id, { answer: { isNotApplicable: true } })
      next()
    }
  }
  const option = optionsOf(question)[Number(key) - 1]
  if (!option) return undefined
  if (question.type !== 'multiple')
    return () => {
      keys.actions.change(question.id, { answer: { optionIds: [option.id] } })
      next()
    }
  return () => {
    const chosen = keys.actions.given(question.id)?.answer.optionIds ?? []
    const optionIds = chosen.includes(option.id)
      ? chosen.filter((id) => id !== option.id)
      : [...chosen, option.id]
    keys.actions.change(question.id, { answer: { optionIds } })
  }
}

/** What opens beside a button that is out of sight is out of sight, too. */
function openSkip(): void {
  const button = document.querySelector<HTMLElement>('[data-skip-review]')
  button?.scrollIntoView({ block: 'nearest' })
  button?.click()
}
