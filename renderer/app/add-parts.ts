import type { Unsaved } from './unsaved.ts'

/** Adds a change for each part that was changed, so that of what is typed in one place the newest stands; `words` name the places. */
export function addParts<State, Part extends Partial<State>>(
  unsaved: Unsaved<State>,
  changed: Part,
  words: { [Name in keyof Part]-?: string },
  save: (part: Partial<Part>) => Promise<unknown>,
): void {
  for (const place of Object.keys(changed) as (keyof Part)[]) {
    const part: Partial<Part> = {}
    part[place] = changed[place]
    unsaved.add({
      place: words[place],
      onto: (state) => ({ ...state, ...part }),
      save: () => save(part).then(() => null),
    })
  }
}
