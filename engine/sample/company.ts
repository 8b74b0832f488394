/** Wrenfield Connect is invented: broadband, mobile lines and a payment card, served by three teams. */
export const MAIL_DOMAIN = 'wrenfield.example'

export type TeamId = 'Harbor' | 'Summit' | 'Juniper'
export type QueueId = 'Billing' | 'Technical' | 'Orders' | 'Retention' | 'Card Services'
export type Channel = 'voice' | 'chat'

export const TEAMS: Record<TeamId, { supervisor: string; site: string }> = {
  Harbor: { supervisor: 'Imelda Castellanos', site: 'Tampa' },
  Summit: { supervisor: 'Roland Achterberg', site: 'Limerick' },
  Juniper: { supervisor: 'Wilhelmina Oduya', site: 'Cebu' },
}

export const EVALUATORS = [
  { name: 'Beatrix Odalys', extraFailShare: 0.02 },
  { name: 'Farouk Lindgren-Amadi', extraFailShare: 0.01 },
  { name: 'Josephine Tremblet', extraFailShare: 0.05 },
  { name: 'Owen Castellari', extraFailShare: 0.02 },
] as const

interface Queue {
  dialledNumber: string
  /** Satisfaction 1..5 an ordinary agent gets here. */
  satisfaction: number
  talkMedianSeconds: number
  wrapMedianSeconds: number
  waitMedianSeconds: number
  holdShare: number
  holdMedianSeconds: number
  transferShare: number
  resolvedShare: number
  /** Share of the queue's contacts about each reason. */
  reasons: Record<string, number>
}

export const QUEUES: Record<QueueId, Queue> = {
  Billing: {
    dialledNumber: '+18005550101',
    satisfaction: 4.4,
    talkMedianSeconds: 235,
    wrapMedianSeconds: 62,
    waitMedianSeconds: 70,
    holdShare: 0.28,
    holdMedianSeconds: 62,
    transferShare: 0.06,
    resolvedShare: 0.82,
    reasons: {
      'Bill dispute': 24,
      'Duplicate charge': 13,
      'Refund chase': 18,
      'Payment arrangement': 17,
      'Roaming charges': 11,
      'Price change': 17,
    },
  },
  Technical: {
    dialledNumber: '+18005550102',
    satisfaction: 4.15,
    talkMedianSeconds: 330,
    wrapMedianSeconds: 85,
    waitMedianSeconds: 110,
    holdShare: 0.34,
    holdMedianSeconds: 70,
    transferShare: 0.09,
    resolvedShare: 0.72,
    reasons: {
      'No connection': 28,
      'Slow speed': 20,
      'Technician appointment': 19,
      'Router setup': 13,
      'App and password': 12,
      'Business line': 8,
    },
  },
  Orders: {
    dialledNumber: '+18005550103',
    satisfaction: 4.85,
    talkMedianSeconds: 175,
    wrapMedianSeconds: 48,
    waitMedianSeconds: 40,
    holdShare: 0.16,
    holdMedianSeconds: 48,
    transferShare: 0.04,
    resolvedShare: 0.9,
    reasons: {
      'Order status': 27,
      'Delivery missing': 18,
      'New order': 17,
      Upgrade: 15,
      'Moving home': 13,
      'SIM activation': 10,
    },
  },
  Retention: {
    dialledNumber: '+18005550104',
    satisfaction: 3.1,
    talkMedianSeconds: 300,
    wrapMedianSeconds: 90,
    waitMedianSeconds: 95,
    holdShare: 0.32,
    holdMedianSeconds: 75,
    transferShare: 0.07,
    resolvedShare: 0.68,
    reasons: {
      Cancellation: 38,
      'Contract end': 22,
      Complaint: 24,
      Bereavement: 7,
      'Price complaint': 9,
    },
  },
  'Card Services': {
    dialledNumber: '+18005550105',
    satisfaction: 4.5,
    talkMedianSeconds: 210,
    wrapMedianSeconds: 58,
    waitMedianSeconds: 55,
    holdShare: 0.26,
    holdMedianSeconds: 58,
    transferShare: 0.05,
    resolvedShare: 0.84,
    reasons: {
      'Lost or stolen card': 23,
      'Fraud alert': 18,
      'Declined payment': 22,
      'Disputed transaction': 17,
      'Limit change': 9,
      'PIN and app access': 11,
    },
  },
}

/** How a team's time is spread over queues, before an agent's own leaning. */
export const TEAM_QUEUES: Record<TeamId, Partial<Record<QueueId, number>>> = {
  Harbor: { Billing: 0.68, Retention: 0.2, Orders: 0.12 },
  Summit: { Technical: 0.58, Orders: 0.3, Billing: 0.12 },
  Juniper: { 'Card Services': 0.55, Billing: 0.25, Orders: 0.2 },
}

/**
 * The new authorisation console of Card Services keeps customers waiting from this many days before the end of
 * the sample: a problem of the tool, whoever answers.
 */
export const SLOW_CONSOLE_DAYS = 45
export const SLOW_CONSOLE = { holdShare: 0.66, holdMedianSeconds: 165 }
