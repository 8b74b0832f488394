export * from './audit/index.ts'
export { answerQuestion, approvalsFor, askForApproval, withdrawApproval } from './approvals/flow.ts'
export { hasSecondPerson, lacksApproval } from './approvals/second-person.ts'
export { adopt, hashOfPolicy, policyHistory, policyVersion, type LockedPolicy } from './policy/adopt.ts'
export { governCopy, holderOfProfile, holderOfTeams, type CopyHolder } from './copy-for.ts'
export { refusal } from './policy/check.ts'
export {
  mayGoTo,
  mayScore,
  mustMayGoTo,
  mustScore,
  mustTranscribe,
  withDestination,
} from './policy/destinations.ts'
export { putLockedInForce, readLockedPolicy } from './policy/given-by-it.ts'
export { holdAlike, policyInForce, policyLabel, policySince } from './policy/in-force.ts'
export { mayRank, mustRank } from './policy/ranking.ts'
export { readPolicyText } from './policy/read-policy.ts'
export { replayPolicy } from './policy/replay.ts'
export { tryPolicy } from './policy/try-policy.ts'
export {
  changeProfile,
  checkPassphrase,
  createProfile,
  createSignedIn,
  createSlowDown,
  enterProfile,
  hasProfiles,
  keepPassphrase,
  listProfiles,
  mustProfile,
  personBehind,
  personOfIdentity,
  profileDetails,
  removeProfile,
  replacePassphrase,
  restoreProfile,
  unnoticed,
  userOfComputer,
  whoIsHere,
  writePassphrase,
  type Person,
  type SignedIn,
  type SlowDown,
} from './profiles/index.ts'
export {
  createSights,
  fence,
  guardInput,
  openOwnRecords,
  scopeOf,
  veilOver,
  type Sight,
  type OwnRecords,
  type OwnTeam,
  type Sights,
  type Veil,
} from './sight/index.ts'
export { ruleOf, rules, type Rule } from './rules.ts'
