import type { ScorecardDefinition } from '../../../../shared/domain/scorecard/definition.ts'
import { createTurns } from '../in-turn.ts'

/** Saves a draft's newest state, one save after the other, each on top of the revision the one before left. */
export interface DraftSaver {
  set(definition: ScorecardDefinition): void
  isSaved(): boolean
  /** Saves what is not saved yet; gives the revision then on record. Throws what the saving threw. */
  save(): Promise<number>
}

/** A saver of the draft that stands as `definition` under `revision`. */
export function createDraftSaver(
  start: { definition: ScorecardDefinition; revision: number },
  write: (draft: { definition: ScorecardDefinition; revision: number }) => Promise<{ revision: number }>,
): DraftSaver {
  const turns = createTurns()
  let { revision } = start
  let saved = start.definition
  let latest = start.definition
  return {
    set(definition) {
      latest = definition
    },
    isSaved: () => latest === saved,
    async save() {
      await turns.run(async () => {
        const definition = latest
        if (definition === saved) return
        revision = (await write({ definition, revision })).revision
        saved = definition
      })
      return revision
    },
  }
}
