import roboto from 'pdfmake/build/fonts/Roboto.js'
import { expect, test } from 'vitest'
import { createPrintable } from '../../../engine/documents/pdf/printable.ts'

/** Numbers of the signs a TrueType font has glyphs for: its `cmap`, formats 4 and 12 (OpenType 1.9, "cmap"). */
function signsOf(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16)
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')!
  const cmap = font.readUInt32BE(entry + 8)
  const signs = new Set<number>()
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at++) {
    const start = cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4)
    const format = font.readUInt16BE(start)
    if (format === 12)
      for (let group = 0; group < font.readUInt32BE(start + 12); group++) {
        const place = start + 16 + group * 12
        for (let sign = font.readUInt32BE(place); sign <= font.readUInt32BE(place + 4); sign++)
          signs.add(sign)
      }
    if (format !== 4) continue
    const length = font.readUInt16BE(start + 6)
    for (let segment = 0; segment < length; segment += 2) {
      const [end, first] = [start + 14 + segment, start + 16 + length + segment]
      const [step, offset] = [font.readUInt16BE(first + length), font.readUInt16BE(first + 2 * length)]
      for (let sign = font.readUInt16BE(first); sign <= font.readUInt16BE(end) && sign < 0xffff; sign++) {
        const place = first + 2 * length + offset + (sign - font.readUInt16BE(first)) * 2
        const glyph = offset === 0 ? sign + step : font.readUInt16BE(place)
        if ((glyph & 0xffff) !== 0) signs.add(sign)
      }
    }
  }
  return signs
}

const fonts = Object.entries(roboto.vfs).map(
  ([name, { data, encoding }]) => [name, signsOf(Buffer.from(data, encoding))] as const,
)
const hex = (sign: number) => `U+${sign.toString(16).toUpperCase().padStart(4, '0')}`
const isLineEnd = (text: string) => text === '\t' || text === '\n' || text === '\r'

test('four fonts are looked at, each with some nine hundred signs', () => {
  expect(fonts.map(([name]) => name)).toEqual([
    'Roboto-Regular.ttf',
    'Roboto-Medium.ttf',
    'Roboto-Italic.ttf',
    'Roboto-MediumItalic.ttf',
  ])
  for (const [, signs] of fonts) expect(signs.size).toBeGreaterThan(900)
})

const printed = new Map(
  Array.from({ length: 0x20000 }, (_, sign) => sign)
    .filter((sign) => sign < 0xd800 || sign > 0xdfff)
    .map((sign) => [sign, createPrintable()(String.fromCodePoint(sign))] as const),
)

test.each(fonts)('whatever is printed, %s has', (_, signs) => {
  const isIn = (text: string) => [...text].every((one) => isLineEnd(one) || signs.has(one.codePointAt(0)!))
  expect([...printed].filter(([, text]) => !isIn(text)).map(([sign]) => hex(sign))).toEqual([])
})

test.each(fonts)('nothing to read that %s has is called missing', (_, signs) => {
  const isToRead = (sign: number) => /[\p{L}\p{N}\p{P}\p{Sc}]/u.test(String.fromCodePoint(sign))
  const missing = [...signs].filter((sign) => isToRead(sign) && printed.get(sign) === '\uFFFD')
  expect(missing.map(hex)).toEqual([])
})
