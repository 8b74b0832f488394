import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, traverse, type NodePath } from '@babel/core'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** Attributes whose text somebody reads or hears. */
const read = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'label',
  'note',
  'placeholder',
  'purpose',
  'title',
  'what',
])

/** Shown as it is in every language: keys of a keyboard, names, code. */
const asTheyAre = new Set(['Kbd', 'Code', 'code', 'kbd', 'style'])

/** Words; not an address, a pattern or a model's name, which are given as examples. */
const isText = (text: string) => /\p{L}{2,}/u.test(text) && !/^\S*[:/_-]\S*$/.test(text)

function isTranslated(path: NodePath): boolean {
  return (
    path.findParent((parent) => {
      if (!parent.isJSXElement()) return false
      const { name } = parent.node.openingElement
      return name.type === 'JSXIdentifier' && (name.name === 'Trans' || asTheyAre.has(name.name))
    }) !== null
  )
}

/** Texts of a source that are shown in English whatever language is chosen. */
function bareTexts(source: string, file: string): string[] {
  const tree = parseSync(source, {
    filename: file,
    configFile: false,
    babelrc: false,
    parserOpts: { plugins: ['typescript', 'jsx'] },
  })
  const found: string[] = []
  if (tree)
    traverse(tree, {
      JSXText(path) {
        const text = path.node.value.trim()
        if (isText(text) && !isTranslated(path)) found.push(text)
      },
      // `t` takes what is put into it as it is
      TaggedTemplateExpression({ node: { tag, quasi } }) {
        if (tag.type !== 'Identifier' || (tag.name !== 't' && tag.name !== 'say')) return
        for (const put of quasi.expressions)
          if (put.type === 'ConditionalExpression')
            for (const branch of [put.consequent, put.alternate])
              if (branch.type === 'StringLiteral' && isText(branch.value)) found.push(branch.value)
      },
      JSXAttribute({ node: { name, value } }) {
        if (name.type !== 'JSXIdentifier' || !read.has(name.name)) return
        if (value?.type === 'StringLiteral' && isText(value.value)) found.push(`${name.name}: ${value.value}`)
      },
    })
  return found
}

test('everything the page says can be said in another language', () => {
  const files = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !file.includes('node_modules'),
  )
  expect(files.length).toBeGreaterThan(300)
  const bare = files.flatMap((file) =>
    bareTexts(readFileSync(join(root, file), 'utf8'), file).map((text) => `${file}: ${text}`),
  )
  expect(bare).toEqual([])
})

test('words put into a message untranslated are found', () => {
  expect(bareTexts('const a = t`It is ${isGood ? "good" : t`bad`}`', 'a.ts')).toEqual(['good'])
})

test('a text in a tag and one in a label are found, translated ones are not', () => {
  const source = `const A = () => <p title="Why this one"><b>Said plainly</b><Kbd>Enter</Kbd><Trans>As <i>it</i> is</Trans></p>`
  expect(bareTexts(source, 'a.tsx').toSorted()).toEqual(['Said plainly', 'title: Why this one'])
})
