/** Month names and their common short forms in the languages exports come in, without accents, in lower case. */
const NAMES: readonly string[][] = [
  [
    'january',
    'jan',
    'januar',
    'janner',
    'jaenner',
    'enero',
    'ene',
    'janvier',
    'janv',
    'januari',
    'janeiro',
    'gennaio',
    'gen',
  ],
  ['february', 'feb', 'februar', 'febrero', 'fevrier', 'fevr', 'fev', 'februari', 'fevereiro', 'febbraio'],
  ['march', 'mar', 'marz', 'maerz', 'mrz', 'marzo', 'mars', 'maart', 'mrt', 'marco'],
  ['april', 'apr', 'abril', 'abr', 'avril', 'avr', 'aprile'],
  ['may', 'mai', 'mayo', 'mei', 'maio', 'maggio', 'mag'],
  ['june', 'jun', 'juni', 'junio', 'juin', 'junho', 'giugno', 'giu'],
  ['july', 'jul', 'juli', 'julio', 'juillet', 'juil', 'julho', 'luglio', 'lug'],
  ['august', 'aug', 'agosto', 'ago', 'aout', 'augustus'],
  ['september', 'sep', 'sept', 'septiembre', 'septembre', 'setembro', 'set', 'settembre'],
  ['october', 'oct', 'oktober', 'okt', 'octubre', 'octobre', 'outubro', 'out', 'ottobre', 'ott'],
  ['november', 'nov', 'noviembre', 'novembre', 'novembro'],
  ['december', 'dec', 'dezember', 'dez', 'diciembre', 'dic', 'decembre', 'dezembro', 'dicembre'],
]

const MONTHS = new Map(NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))

/** The month 1..12 a word names, in English, German, Spanish, French, Dutch, Portuguese or Italian; 0 for none. */
export function monthOfWord(word: string): number {
  const plain = word.toLowerCase()
  return MONTHS.get(plain) ?? MONTHS.get(plain.normalize('NFKD').replace(/\p{M}/gu, '')) ?? 0
}
