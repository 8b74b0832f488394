export { scoreSentiment } from './score-sentiment.ts'
export type { Sentiment } from './score-sentiment.ts'
