export { drawWaitingList, removeWaitingList, restoreWaitingList } from './draw.ts'
export { tiesOf } from './ties.ts'
export { waitingListViews } from './views.ts'
