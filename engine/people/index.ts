export {
  assignPerson,
  countFacts,
  deleteUnusedIdentities,
  readIdentities,
  type IdentityRow,
} from './identities.store.ts'
export { createIdentityBook, normaliseName, type AgentNaming, type IdentityBook } from './identity-book.ts'
export { createTeamObservations, type TeamObservations } from './team-observations.ts'
export {
  deleteTeamSpells,
  insertTeamSpell,
  readTeams,
  readTeamSpells,
  teamId,
  type TeamSpell,
} from './teams.store.ts'
export { refreshPeople } from './refresh-people.ts'
export { readLinks, readProposals, type LinkRow } from './joining.store.ts'
export { readDirectory, type Directory, type DirectoryPerson } from './directory.store.ts'
export { teamFinder, type TeamAt } from './team-at.ts'
export { confirmApart, confirmSame, undoJoin } from './deciding.ts'
export { listPeople, listProposals, listTeams } from './views.ts'
