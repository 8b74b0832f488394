import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { CoachingPage } from '../features/coaching/coaching-page.tsx'
import { orpc } from './client.ts'
import { NotFound } from './not-found.tsx'
import { PageFailure } from './page-failure.tsx'
import { firstView } from './profile/may-see.ts'
import { queryClient } from './query-client.ts'
import {
  coachingSearch,
  conversationSearch,
  conversationsSearch,
  dataSearch,
  newDisputeSearch,
  patternsSearch,
  qualitySearch,
  searchSearch,
  settingsSearch,
  sessionsSearch,
  weekSearch,
} from './search.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: PageFailure })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    const here = await queryClient.ensureQueryData(orpc.profiles.me.queryOptions()).catch(() => undefined)
    throw redirect({ to: firstView(here), replace: true })
  },
})

const mine = createRoute({
  getParentRoute: () => root,
  path: '/mine',
  component: lazyRouteComponent(() => import('../features/mine/mine-page.tsx'), 'MinePage'),
})

const coaching = createRoute({
  getParentRoute: () => root,
  path: '/coaching',
  validateSearch: coachingSearch,
  component: CoachingPage,
})

const week = createRoute({
  getParentRoute: () => root,
  path: '/coaching/week',
  validateSearch: weekSearch,
  component: lazyRouteComponent(() => import('../features/coaching/sessions/week-page.tsx'), 'WeekPage'),
})

const sessions = createRoute({
  getParentRoute: () => root,
  path: '/coaching/sessions',
  validateSearch: sessionsSearch,
  component: lazyRouteComponent(() => import('../features/coaching/sessions/board-page.tsx'), 'BoardPage'),
})

const session = createRoute({
  getParentRoute: () => root,
  path: '/coaching/sessions/$sessionId',
  params: {
    parse: ({ sessionId }) => ({ sessionId: Number(sessionId) }),
    stringify: ({ sessionId }) => ({ sessionId: String(sessionId) }),
  },
  component: lazyRouteComponent(
    () => import('../features/coaching/sessions/session-page.tsx'),
    'SessionPage',
  ),
})

const questions = createRoute({
  getParentRoute: () => root,
  path: '/coaching/questions',
  component: lazyRouteComponent(
    () => import('../features/coaching/sessions/questions-page.tsx'),
    'QuestionsPage',
  ),
})

const conversations = createRoute({
  getParentRoute: () => root,
  path: '/conversations',
  validateSearch: conversationsSearch,
  component: lazyRouteComponent(
    () => import('../features/conversations/conversations-page.tsx'),
    'ConversationsPage',
  ),
})

const search = createRoute({
  getParentRoute: () => root,
  path: '/conversations/search',
  validateSearch: searchSearch,
  component: lazyRouteComponent(
    () => import('../features/conversations/search/search-page.tsx'),
    'SearchPage',
  ),
})

const conversation = createRoute({
  getParentRoute: () => root,
  path: '/conversations/$interactionId',
  params: {
    parse: ({ interactionId }) => ({ interactionId: Number(interactionId) }),
    stringify: ({ interactionId }) => ({ interactionId: String(interactionId) }),
  },
  validateSearch: conversationSearch,
  component: lazyRouteComponent(
    () => import('../features/conversations/conversation-page.tsx'),
    'ConversationPage',
  ),
})

const quality = createRoute({
  getParentRoute: () => root,
  path: '/quality',
  validateSearch: qualitySearch,
  component: lazyRouteComponent(() => import('../features/quality/quality-page.tsx'), 'QualityPage'),
})

const review = createRoute({
  getParentRoute: () => root,
  path: '/quality/reviews/$reviewId',
  params: {
    parse: ({ reviewId }) => ({ reviewId: Number(reviewId) }),
    stringify: ({ reviewId }) => ({ reviewId: String(reviewId) }),
  },
  component: lazyRouteComponent(() => import('../features/quality/desk/desk-page.tsx'), 'DeskPage'),
})

const dispute = createRoute({
  getParentRoute: () => root,
  path: '/quality/disputes/$disputeId',
  params: {
    parse: ({ disputeId }) => ({ disputeId: Number(disputeId) }),
    stringify: ({ disputeId }) => ({ disputeId: String(disputeId) }),
  },
  component: lazyRouteComponent(() => import('../features/quality/disputes/dispute-page.tsx'), 'DisputePage'),
})

const newDispute = createRoute({
  getParentRoute: () => root,
  path: '/quality/disputes/new',
  validateSearch: newDisputeSearch,
  component: lazyRouteComponent(
    () => import('../features/quality/disputes/new-dispute-page.tsx'),
    'NewDisputePage',
  ),
})

const scorecard = createRoute({
  getParentRoute: () => root,
  path: '/quality/scorecards/$scorecardId',
  params: {
    parse: ({ scorecardId }) => ({ scorecardId: Number(scorecardId) }),
    stringify: ({ scorecardId }) => ({ scorecardId: String(scorecardId) }),
  },
  component: lazyRouteComponent(
    () => import('../features/quality/scorecards/scorecard-page.tsx'),
    'ScorecardPage',
  ),
})

const calibration = createRoute({
  getParentRoute: () => root,
  path: '/quality/calibration/$sessionId',
  params: {
    parse: ({ sessionId }) => ({ sessionId: Number(sessionId) }),
    stringify: ({ sessionId }) => ({ sessionId: String(sessionId) }),
  },
  component: lazyRouteComponent(
    () => import('../features/quality/calibration/session-page.tsx'),
    'CalibrationSessionPage',
  ),
})

const questionRule = createRoute({
  getParentRoute: () => root,
  path: '/quality/scorecards/$scorecardId/rules/$questionId',
  params: {
    parse: ({ scorecardId, questionId }) => ({ scorecardId: Number(scorecardId), questionId }),
    stringify: ({ scorecardId, questionId }) => ({ scorecardId: String(scorecardId), questionId }),
  },
  component: lazyRouteComponent(() => import('../features/quality/rules/rule-page.tsx'), 'RulePage'),
})

const patterns = createRoute({
  getParentRoute: () => root,
  path: '/patterns',
  validateSearch: patternsSearch,
  component: lazyRouteComponent(() => import('../features/patterns/patterns-page.tsx'), 'PatternsPage'),
})

const finding = createRoute({
  getParentRoute: () => root,
  path: '/patterns/findings/$findingId',
  params: {
    parse: ({ findingId }) => ({ findingId: Number(findingId) }),
    stringify: ({ findingId }) => ({ findingId: String(findingId) }),
  },
  component: lazyRouteComponent(
    () => import('../features/patterns/findings/finding-page.tsx'),
    'FindingPage',
  ),
})

const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  validateSearch: dataSearch,
  component: lazyRouteComponent(() => import('../features/data/data-page.tsx'), 'DataPage'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: settingsSearch,
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
})

/** Every page and its address. Pages read theirs with `getRouteApi('/data').useSearch()`. */
export const routeTree = root.addChildren([
  home,
  mine,
  coaching,
  week,
  sessions,
  session,
  questions,
  conversations,
  search,
  conversation,
  quality,
  review,
  dispute,
  newDispute,
  scorecard,
  calibration,
  questionRule,
  patterns,
  finding,
  data,
  settings,
])
