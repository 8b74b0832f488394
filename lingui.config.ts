import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

/** The languages of the page, and where what it says in each is kept. English is what the source says. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  // see there; the name stands in package.json
  runtimeConfigModule: { Trans: ['#trans', 'Trans'] },
  // what is shared is said by the page and by the engine, and stands in the catalogues of both
  catalogs: [
    { path: '<rootDir>/renderer/locales/{locale}', include: ['<rootDir>/renderer', '<rootDir>/shared'] },
    {
      path: '<rootDir>/engine/locales/{locale}',
      include: ['<rootDir>/engine', '<rootDir>/electron', '<rootDir>/shared'],
    },
  ],
  macro: { corePackage: ['@lingui/core/macro', '#speech'] },
  // where a message stands changes with every line added above it, which would hide what changed
  format: formatter({ lineNumbers: false, origins: false }),
})
