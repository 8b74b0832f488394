import { createContext, use } from 'react'
import {
  conversationGroup,
  type ConversationGroup,
  type FiguresOver,
} from '../../../../shared/contract/group-patterns.ts'

/** The number that is open beside the page, as the address holds it. */
export interface OpenedNumber {
  driverId: string
  group: ConversationGroup
}

interface Numbers {
  opened: OpenedNumber | null
  over: FiguresOver
  days: number | undefined
  open(number: OpenedNumber): void
}

/** The numbers of a tab: which one is open, and how one is opened. */
export const NumbersContext = createContext<Numbers>({
  opened: null,
  over: 'window',
  days: undefined,
  open() {},
})

export function useNumbers(): Numbers {
  return use(NumbersContext)
}

/** A group in an address: `team 12`, `everyone`. */
export function wordOfGroup(group: ConversationGroup): string {
  return group.kind === 'everyone' ? group.kind : `${group.kind} ${group.key}`
}

/** The group of an address; null where it is none. */
export function groupOfWord(word: string): ConversationGroup | null {
  const space = word.indexOf(' ')
  const [kind, key] = space < 0 ? [word, undefined] : [word.slice(0, space), word.slice(space + 1)]
  return conversationGroup.safeParse({ kind, key }).data ?? null
}

/** What the buttons of a number carry, so that focus finds back to one of them. */
export function numberName({ driverId, group }: OpenedNumber): string {
  return `${driverId} ${wordOfGroup(group)}`
}

let lastPressed: Element | null = null

/** Remembers where a number was opened from: a number may stand in several places. */
export function rememberPressed(): void {
  lastPressed = document.activeElement
}

/** Brings focus back to the button a number was opened from, or to one with the same number. */
export function focusNumber(name: string): void {
  const buttons = [...document.querySelectorAll<HTMLElement | SVGElement>('[data-number]')]
  const own = buttons.filter(({ dataset }) => dataset.number === name)
  const back = own.find((one) => one === lastPressed) ?? own[0]
  back?.focus()
}
