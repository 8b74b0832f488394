import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readInItsText } from './licences.ts'

interface Notice {
  title: string
  licence: string
  text: string
}

/** Packages that go along without being bundled: as they are, or (the decoders) as data in a module of our own. */
export const shippedWhole = ['better-sqlite3-multiple-ciphers', 'minimp3-wasm', 'ogv']

/** What is shipped and is no package. */
const others: Notice[] = [
  {
    title: 'VADER sentiment lexicon',
    licence: 'MIT',
    text: mitText('Copyright (c) 2016 C.J. Hutto'),
  },
  {
    // one package for each platform; none of them carries the licence, which is that of their common source
    title: 'whisper.cpp and its binding for Node (@fugood/node-whisper)',
    licence: 'MIT',
    text: mitText(
      'Copyright (c) 2023-2026 The ggml authors\nCopyright (c) 2025 ggml / whisper.cpp contributors\nCopyright (c) 2025 Jhen-Jie Hong <developer@jhen.me>\nCopyright (c) 2025 Hans Chen <hans.chen@bricks.tools>',
    ),
  },
  {
    title: 'Roboto (in pdfmake)',
    licence: 'OFL-1.1',
    text: 'Copyright 2011 The Roboto Project Authors (https://github.com/googlefonts/roboto-classic)\n\nThis Font Software is licensed under the SIL Open Font License, Version 1.1. This license is available with a FAQ at: https://openfontlicense.org',
  },
  {
    title: 'SVG-to-PDFKit (in pdfmake)',
    licence: 'MIT',
    text: mitText('Copyright (c) 2019 SVG-to-PDFKit contributors'),
  },
  {
    title: 'SQLite',
    licence: 'Public domain',
    text: 'The authors of SQLite have dedicated its code to the public domain (https://www.sqlite.org/copyright.html).',
  },
  {
    title: 'SQLite3 Multiple Ciphers, with libaegis and miniz (in better-sqlite3-multiple-ciphers)',
    licence: 'MIT',
    text: mitText(
      'Copyright (c) 2006-2026 Ulrich Telle\nCopyright (c) 2023-2024 Frank Denis (libaegis)\nCopyright 2013-2014 RAD Game Tools and Valve Software, 2010-2014 Rich Geldreich and Tenacious Software LLC (miniz)',
    ),
  },
  {
    title: 'SHA-2 by Olivier Gay (in better-sqlite3-multiple-ciphers)',
    licence: 'BSD-3-Clause',
    text: bsdText(
      'Copyright (C) 2005, 2007 Olivier Gay <olivier.gay@a3.epfl.ch>',
      'Neither the name of the project nor the names of its contributors',
    ),
  },
  {
    title: 'minimp3 (in minimp3-wasm)',
    licence: 'CC0-1.0',
    text: 'To the extent possible under law, the authors of minimp3 have dedicated it to the public domain (https://github.com/lieff/minimp3).',
  },
  {
    title: 'libopus (in opus-decoder)',
    licence: 'BSD-3-Clause',
    text: bsdText(
      'Copyright 2001-2023 Xiph.Org, Skype Limited, Octasic, Jean-Marc Valin, Timothy B. Terriberry, CSIRO, Gregory Maxwell, Mark Borgerding, Erik de Castro Lopo, Mozilla, Amazon',
      'Neither the name of Internet Society, IETF or IETF Trust, nor the names of specific contributors,',
    ),
  },
  {
    title: 'libvorbis and libogg (in ogv)',
    licence: 'BSD-3-Clause',
    text: bsdText(
      'Copyright (c) 2002-2018 Xiph.org Foundation',
      'Neither the name of the Xiph.org Foundation nor the names of its contributors',
    ),
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
  const stated = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { version, author } = stated
  const license: unknown = stated.license ?? readInItsText[name]
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

function bsdText(copyright: string, names: string): string {
  return `${copyright}

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:

- Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.

- Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.

- ${names} may be used to endorse or promote products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`
}

function mitText(copyright: string): string {
  return `${copyright}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
}
