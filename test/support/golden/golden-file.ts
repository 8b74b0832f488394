import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'schemas')
const goldenFile = (version: number) => join(folder, `${String(version).padStart(4, '0')}.sqlite.br`)

/** Whether there is a golden file of a schema. */
export function hasGolden(version: number): boolean {
  return existsSync(goldenFile(version))
}

/** Unpacks the golden file of a schema: a workspace as it was made at that version, with rows in every table. */
export function unpackGolden(version: number, file: string): void {
  writeFileSync(file, brotliDecompressSync(readFileSync(goldenFile(version))))
}

/** Packs a database as the golden file of a schema. It is never written again. */
export function packGolden(version: number, file: string): void {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 }
  writeFileSync(goldenFile(version), brotliCompressSync(readFileSync(file), { params }), { flag: 'wx' })
}
