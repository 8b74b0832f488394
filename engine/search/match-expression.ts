import type { Alternative, Clause, Phrase, Query } from './query.ts'

function phraseExpression(phrase: Phrase): string {
  // words are letters and digits, so nothing in them can end the quotes
  return `"${phrase.words.map((word) => word.text).join(' ')}"${phrase.isPrefix ? ' *' : ''}`
}

function alternativeExpression({ phrases, within }: Alternative): string {
  const parts = phrases.map(phraseExpression)
  return within === null ? parts.join(' ') : `NEAR(${parts.join(' ')}, ${within})`
}

/** What is looked for, for SQLite's `MATCH`: any alternative of a clause. */
export function clauseExpression(clause: Clause): string {
  return `(${clause.map(alternativeExpression).join(' OR ')})`
}

/** All clauses and none of what is excluded, in one turn. */
export function turnExpression({ clauses, excluded }: Pick<Query, 'clauses' | 'excluded'>): string {
  const wanted = clauses.map(clauseExpression).join(' AND ')
  return excluded.length === 0 ? wanted : `(${wanted}) NOT ${clauseExpression(excluded)}`
}
