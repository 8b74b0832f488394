import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, traverse, type NodePath, type types } from '@babel/core'
import { expect, test } from 'vitest'

type Node = types.Node

const root = join(import.meta.dirname, '..', '..')

/** Attributes whose text somebody reads or hears. */
const read = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'corner',
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

/** Words; not an address, a pattern or a model's name, which are given as examples, nor what a key has printed on it. */
const isText = (text: string) =>
  !/^Alt\b/.test(text) && /\p{L}{2,}/u.test(text) && !/^\S*[:/_-]\S*$/.test(text)

function isTranslated(path: NodePath): boolean {
  return (
    path.findParent((parent) => {
      if (!parent.isJSXElement()) return false
      const { name } = parent.node.openingElement
      return name.type === 'JSXIdentifier' && (name.name === 'Trans' || asTheyAre.has(name.name))
    }) !== null
  )
}

/** What reads like the beginning of a sentence. */
const isSentence = (text: string) => /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(text)

/** Words of a literal as a person wrote them; undefined for anything else. */
function literalText(node: Node | null): string | undefined {
  if (node?.type === 'StringLiteral') return node.value
  if (node?.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join('…')
  return undefined
}

const isMacro = (node: Node | null) =>
  (node?.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier' && node.tag.name === 't') ||
  (node?.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'plural')

/** Of values that stand for one another, those that are not translated though others are. */
function bareBeside(values: readonly (Node | null)[]): string[] {
  if (!values.some(isMacro)) return []
  return values.flatMap((value) => {
    const text = literalText(value)
    return text !== undefined && isText(text) && /^\p{Lu}\p{Ll}/u.test(text) ? [text] : []
  })
}

/** Whether nobody reads a literal: the message of an error, where it is imported from, a type. */
const isUnread = (path: NodePath) =>
  path.findParent(
    (parent) =>
      (parent.isNewExpression() && parent.get('callee').isIdentifier({ name: 'Error' })) ||
      parent.isImportDeclaration() ||
      parent.isTSType() ||
      (parent.isTaggedTemplateExpression() && isMacro(parent.node)) ||
      (parent.isCallExpression() && parent.get('callee').isIdentifier({ name: 'plural' })),
  ) !== null || isTranslated(path)

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
      'StringLiteral|TemplateLiteral'(path: NodePath) {
        const text = literalText(path.node)
        if (text !== undefined && isSentence(text) && !path.parentPath?.isJSXAttribute() && !isUnread(path))
          found.push(text)
      },
      ConditionalExpression: ({ node: { consequent, alternate } }) =>
        void found.push(...bareBeside([consequent, alternate])),
      LogicalExpression: ({ node: { left, right } }) => void found.push(...bareBeside([left, right])),
      ArrayExpression: ({ node: { elements } }) => void found.push(...bareBeside(elements)),
      ObjectExpression: ({ node: { properties } }) =>
        void found.push(
          ...bareBeside(properties.map((one) => (one.type === 'ObjectProperty' ? one.value : null))),
        ),
      JSXAttribute({ node: { name, value } }) {
        if (name.type !== 'JSXIdentifier' || !read.has(name.name)) return
        if (value?.type === 'StringLiteral' && isText(value.value)) found.push(`${name.name}: ${value.value}`)
      },
    })
  return [...new Set(found)]
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

test('a sentence in code, and a word beside translated ones, are found; an error and a kind are not', () => {
  const source = `const a = { label: t\`One\`, hint: 'Two', kind: 'three' }
const b = isOn ? 'Stop' : t\`Go\`
const c = ['It is so', \`No answer: \${why}\`, isOn]
const d = [t\`Who\`, 'When']
throw new Error('Nobody sees it')`
  expect(bareTexts(source, 'a.ts').toSorted()).toEqual(['It is so', 'No answer: …', 'Stop', 'Two', 'When'])
})

test('a text in a tag and one in a label are found, translated ones are not', () => {
  const source = `const A = () => <p title="Why this one"><b>Said plainly</b><Kbd>Enter</Kbd><Trans>As <i>it</i> is</Trans></p>`
  expect(bareTexts(source, 'a.tsx').toSorted()).toEqual(['Said plainly', 'title: Why this one'])
})
