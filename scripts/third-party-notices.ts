import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Notice {
  title: string
  licence: string
  text: string
}

/** Packages that go along as they are instead of being bundled. */
const shippedWhole = ['better-sqlite3']

/** What is shipped and is no package. */
const others: Notice[] = [
  {
    title: 'VADER sentiment lexicon',
    licence: 'MIT',
    text: mitText('Copyright (c) 2016 C.J. Hutto'),
  },
  {
    title: 'SQLite',
    licence: 'Public domain',
    text: 'The authors of SQLite have dedicated its code to the public domain (https://www.sqlite.org/copyright.html).',
  },
]

/**
 * The text of THIRD_PARTY_NOTICES.md: every package that the build took code from (`dist/bundled-packages`), the packages shipped
 * whole and the data, each with its licence. Needs a build. Throws when a package states no licence.
 */
export function thirdPartyNotices(root: string): string {
  const lists = join(root, 'dist', 'bundled-packages')
  const bundled = readdirSync(lists).flatMap((file): string[] =>
    JSON.parse(readFileSync(join(lists, file), 'utf8')),
  )
  const names = [...new Set([...bundled, ...shippedWhole])].toSorted()
  const notices = [...names.map((name) => packageNotice(root, name)), ...others]
  return [
    '# Third-party notices',
    'Debrief contains the following software and data of others. Electron, with Chromium and Node.js, carries its own notices in its distribution.',
    ...notices.map(
      ({ title, licence, text }) => `## ${title}\n\nLicence: ${licence}\n\n\`\`\`\`text\n${text}\n\`\`\`\``,
    ),
    '',
  ].join('\n\n')
}

function packageNotice(root: string, name: string): Notice {
  const folder = join(root, 'node_modules', name)
  const { version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (typeof license !== 'string') throw new Error(`${name} states no licence in its package.json.`)
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry))
  const owner = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`)
  const text = file
    ? readFileSync(join(folder, file), 'utf8')
    : standardText(root, license, `Copyright (c) ${owner}`)
  return { title: `${name} ${version}`, licence: license, text: text.replaceAll('\r\n', '\n').trim() }
}

/** The text of a licence for a package that comes without one. */
function standardText(root: string, license: string, copyright: string): string {
  if (license === 'MIT') return mitText(copyright)
  if (license === 'ISC') return iscText(copyright)
  const apache = join(root, 'node_modules', 'typescript', 'LICENSE.txt')
  if (license === 'Apache-2.0' && existsSync(apache)) return `${copyright}\n\n${readFileSync(apache, 'utf8')}`
  throw new Error(`There is no text at hand for the licence ${license}.`)
}

function iscText(copyright: string): string {
  return `${copyright}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`
}

function mitText(copyright: string): string {
  return `${copyright}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
}
