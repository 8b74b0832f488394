/** The id of a block's head on the page. */
export function blockHeadId(path: string): string {
  return `block-${path}`
}

/** The head before or after that of a block, in the order of the page; undefined at the ends. */
export function neighbourHead(path: string, by: -1 | 1): HTMLElement | undefined {
  const heads = [...document.querySelectorAll<HTMLElement>('[data-block]')]
  return heads[heads.findIndex(({ id }) => id === blockHeadId(path)) + by]
}

/** Puts the keyboard on a block once it is drawn, on its first field where that is wanted; on the nearest block around it where it is not there. */
export function focusBlock(path: string, isNew = false): void {
  requestAnimationFrame(() => {
    const field = isNew ? firstField(path) : undefined
    if (field) return field.focus()
    const keys = path.split('.')
    for (let length = keys.length; length > 0; length--) {
      const head = document.getElementById(blockHeadId(keys.slice(0, length).join('.')))
      if (head !== null) return head.focus()
    }
    document.querySelector<HTMLElement>('[data-block]')?.focus()
  })
}

/** Puts the keyboard on the words of a list once it is drawn. */
export function focusList(name: string): void {
  requestAnimationFrame(() => {
    const lists = [...document.querySelectorAll<HTMLElement>('[data-list]')]
    lists
      .find((list) => list.dataset.list === name)
      ?.querySelector<HTMLElement>('textarea')
      ?.focus()
  })
}

function firstField(path: string): HTMLElement | undefined {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')]
  return cards.find((card) => card.dataset.card === path)?.querySelector<HTMLElement>('textarea') ?? undefined
}
