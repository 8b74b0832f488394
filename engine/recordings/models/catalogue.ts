import type { ModelKind } from '../../../shared/contract/recordings.ts'
import catalogue from '../../../resources/models.json' with { type: 'json' }

/**
 * A model one can download. Sizes and hashes are those whisper.cpp publishes with its models (models/README.md, MIT), that of the Silero
 * model is of the file itself; the sizes are rounded, in megabytes of 1,000,000 bytes.
 */
export interface CatalogueModel {
  name: string
  kind: ModelKind
  /** Where this one is published, if not where the others are. */
  address?: string
  megabytes: number
  sha1: string
}

const listed: readonly (Omit<CatalogueModel, 'kind'> & { kind?: string })[] = catalogue.models

/** Every model of the catalogue: those that make words, the smallest first, then those that hear who speaks when. */
export const catalogueModels: readonly CatalogueModel[] = listed.map((model) => ({
  ...model,
  kind: model.kind === 'voice-activity' ? 'voice-activity' : 'speech',
}))

/** Where a model is fetched from: the address whisper.cpp publishes, or a mirror of the house. */
export function addressOf({ address }: CatalogueModel): string {
  return (process.env['DEBRIEF_MODELS_ADDRESS'] || address || catalogue.address).replace(/\/+$/, '')
}

/** A model's file has this name everywhere. */
export function fileNameOf(name: string): string {
  return `ggml-${name}.bin`
}
