/** What the embedded font has (Roboto 3.014 as it comes with pdfmake); a test compares it with the font. */
const covered =
  /[\t\n\r\u0020-\u007E\u00A0-\u017F\u018F\u0192\u01A0\u01A1\u01AF\u01B0\u01F0\u01FA-\u01FF\u0218-\u021B\u0237\u0259\u02BC\u02C6\u02C7\u02C9\u02D8-\u02DD\u0384-\u038A\u038C\u038E-\u03A1\u03A3-\u03CE\u03D1\u03D2\u03D6\u0400-\u0482\u048A-\u0513\u1E00\u1E01\u1E3E\u1E3F\u1E80-\u1E85\u1E9E\u1EA0-\u1EF9\u1F4D\u2002-\u200B\u2010\u2011\u2013-\u2015\u2017-\u201E\u2020-\u2022\u2025-\u2027\u2030\u2032\u2033\u2039\u203A\u203C\u2044\u2070\u2074-\u208E\u20A3\u20A4\u20A6-\u20AC\u20B1\u20B9\u20BA\u20BC\u20BD\u20C1\u2113\u2116\u2122\u2126\u215B-\u215E\u2202\u2206\u2211\u2212\u221A\u221E\u222B\u2248\u2260\u2264\u2265\u25A0\u25CA\u25CB\u25CF\uFB01-\uFB04\uFFFD]/u

/** Signs the font lacks that can be said with those it has. */
const instead: Record<string, string> = {
  '\u202F': '\u00A0',
  '\u2060': '',
  '\uFEFF': '',
  '\u200C': '',
  '\u200D': '',
  '\u00AD': '',
  '→': '->',
  '←': '<-',
  '✓': '√',
  '✔': '√',
  '✗': '×',
  '✘': '×',
  '★': '*',
  '\u2012': '\u2013',
}

const MISSING = '\uFFFD'
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

export interface PrintableText {
  (text: string): string
  /** Whether anything could not be printed so far. */
  readonly hasMissing: boolean
}

/** Makes texts printable with the embedded font: what it has not stands as one replacement sign for each character a reader sees. */
export function createPrintable(): PrintableText {
  let hasMissing = false
  const printable = (text: string): string => {
    const composed = text.normalize('NFC')
    let out = ''
    for (const { segment } of graphemes.segment(composed)) {
      const signs = [...segment]
      if (signs.every((sign) => sign in instead || covered.test(sign)))
        out += signs.map((sign) => instead[sign] ?? sign).join('')
      else {
        hasMissing = true
        out += MISSING
      }
    }
    return out
  }
  return Object.defineProperty(printable, 'hasMissing', { get: () => hasMissing }) as PrintableText
}
