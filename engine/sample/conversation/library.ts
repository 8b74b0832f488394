import { BILLING_STORIES } from '../stories/billing.ts'
import { CARD_STORIES } from '../stories/card-services.ts'
import { ORDERS_STORIES } from '../stories/orders.ts'
import { RETENTION_STORIES } from '../stories/retention.ts'
import { TECHNICAL_STORIES } from '../stories/technical.ts'
import { parseStories } from './script.ts'
import type { Story } from './script.ts'

export const STORIES: readonly Story[] = [
  BILLING_STORIES,
  TECHNICAL_STORIES,
  ORDERS_STORIES,
  RETENTION_STORIES,
  CARD_STORIES,
].flatMap(parseStories)
