import { join } from 'node:path'
import { createCompiledCatalog, getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'

const root = join(import.meta.dirname, '..')

export const engineLocales = join(root, 'engine', 'locales')

/** The engine's catalogue of a locale as JSON, which Node reads as it is; a message that has no translation is left out and said in English. */
export async function compiledCatalogue(locale: string): Promise<string> {
  const config = getConfig({ cwd: root })
  const catalogue = (await getCatalogs(config)).find(({ path }) =>
    path.startsWith(engineLocales.replaceAll('\\', '/')),
  )
  if (!catalogue) throw new Error('The engine has no catalogue.')
  const { messages } = await catalogue.getTranslations(locale, {
    sourceLocale: locale,
    fallbackLocales: {},
  })
  const { source, errors } = createCompiledCatalog(locale, messages, { namespace: 'json' })
  if (errors.length > 0)
    throw new Error(`These cannot be read: ${errors.map(({ source: text }) => text).join('; ')}`)
  // a message a line, so that a change shows as one
  const lines = Object.entries((JSON.parse(source) as { messages: object }).messages).map(
    ([id, message]) => `${JSON.stringify(id)}: ${JSON.stringify(message)}`,
  )
  return `{"messages": {\n${lines.join(',\n')}\n}}\n`
}
