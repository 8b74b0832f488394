import catalogue from '../../../resources/models.json' with { type: 'json' }

/**
 * A model one can download. Sizes and hashes are those whisper.cpp publishes with its models (models/README.md, MIT); the sizes are
 * rounded, in megabytes of 1,000,000 bytes.
 */
export interface CatalogueModel {
  name: string
  megabytes: number
  sha1: string
  languages: string
  remarks: string
}

/** Every model of the catalogue, the smallest first. */
export const catalogueModels: readonly CatalogueModel[] = catalogue.models

/** Where models are fetched from: the address whisper.cpp publishes, or a mirror of the house. */
export function modelsAddress(): string {
  return (process.env['DEBRIEF_MODELS_ADDRESS'] || catalogue.address).replace(/\/+$/, '')
}

/** A model's file has this name everywhere. */
export function fileNameOf(name: string): string {
  return `ggml-${name}.bin`
}
