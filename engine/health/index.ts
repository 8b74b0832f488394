export { agentGaps } from './agent.ts'
export { healthReport } from './report.ts'
export { bringBack, setAside } from './set-aside.ts'
