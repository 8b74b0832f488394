import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compiledCatalogue, engineLocales } from './compiled-catalogue.ts'

for (const locale of ['de'] as const)
  writeFileSync(join(engineLocales, `${locale}.json`), await compiledCatalogue(locale))
