import { CHARGE_STORIES } from '../stories/charges.ts'
import { PRICE_STORIES } from '../stories/roaming-and-prices.ts'
import { CONNECTION_STORIES } from '../stories/connection.ts'
import { EQUIPMENT_STORIES } from '../stories/equipment.ts'
import { ORDERS_STORIES } from '../stories/orders.ts'
import { RETENTION_STORIES } from '../stories/retention.ts'
import { CARD_LOSS_STORIES } from '../stories/card-losses.ts'
import { CARD_PAYMENT_STORIES } from '../stories/card-payments.ts'
import { EVERYDAY_STORIES } from '../stories/everyday.ts'
import { parseStories } from './script.ts'
import type { Story } from './script.ts'

export const STORIES: readonly Story[] = [
  CHARGE_STORIES,
  PRICE_STORIES,
  CONNECTION_STORIES,
  EQUIPMENT_STORIES,
  ORDERS_STORIES,
  RETENTION_STORIES,
  CARD_LOSS_STORIES,
  CARD_PAYMENT_STORIES,
  EVERYDAY_STORIES,
].flatMap(parseStories)
