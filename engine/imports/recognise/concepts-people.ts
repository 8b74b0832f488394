import type { Concept } from './concepts.ts'
import { listed } from './listed.ts'

/** Who did the work, and what a roster says of them. */
export const PEOPLE_CONCEPTS: readonly Concept[] = [
  {
    name: 'agent',
    fields: { any: ['agent.name', 'agent.email', 'agent.externalId'] },
    phrases: listed(`
      agent name, agent, agent full name, employee name, user name, handling user name, advisor name,
      operator name, representative name, rep name, associate name, assignee name, gradee name, employee,
      user, users, assignee, advisor, adviser, representative, rep, csr, operator, associate, handled by,
      assigned to, answered by, assigned agent, handling agent, evaluated agent, evaluatee, gradee,
      agents, name, full name, display name, staff, staff member, team member, consultant, owner, agent
      names, ticket owner, case owner, mitarbeiter, mitarbeitername, mitarbeiterin, agentenname,
      bearbeiter, sachbearbeiter, agente, nombre del agente, nombre agente, asesor, nombre del asesor,
      empleado, operador, nom de l agent, nom agent, conseiller, teleconseiller, nom du conseiller,
      collaborateur, medewerker, naam medewerker, naam agent, agentnaam, atendente, nome do agente, nome
      do atendente, colaborador, funcionario, last name first name, lastname firstname, name last first, name last
      name first name, agent name last first, employee name last first, agent last first, employee last first,
      surname first name, nachname vorname, name vorname, first name last name, firstname lastname, vorname
      nachname
    `),
  },
  {
    name: 'agent id',
    fields: {
      roster: ['agent.externalId', 'agent.otherId'],
      any: ['agent.externalId', 'agent.email', 'agent.name'],
    },
    phrases: listed(`
      agent id, agentid, user id, employee id, agent number, agent no, agent nr, agent code, agent login,
      agent login id, agent username, login id, login, username, userid, emp id, staff id, employee
      number, employee custom id, personnel number, employee no, personnel no, staff number, staff no, payroll number, assignee id, gradee id, handling user id, evaluatee
      id, operator id, rep id, advisor id, associate id, external id, evaluated participant id,
      mitarbeiter id, mitarbeiternummer, personalnummer, personal nr, agenten id, id agente, id del
      agente, legajo, numero de empleado, id agent, id de l agent, matricule, personeelsnummer, medewerker
      id, id do agente, matricula, agent extension, acd login, acd id, wfm id, wfm login, crm id, crm user, sso id,
      telephony id, dialer id, dialler id, helpdesk id, phone login, extension
    `),
  },
  {
    name: 'agent email',
    fields: { any: ['agent.email', 'agent.externalId'] },
    phrases: listed(`
      agent email, agent e mail, agent email address, user email, employee email, assignee email, handling
      user email, gradee email, work email, mitarbeiter e mail, correo del agente, email de l agent, e
      mail medewerker, email do agente
    `),
  },
  {
    name: 'email',
    fields: { roster: 'agent.email', workforce: 'agent.email' },
    phrases: listed(`
      email, e mail, email address, mail, e mail adresse, correo, correo electronico, courriel, adresse e
      mail, e mailadres
    `),
  },
  {
    name: 'agent first name',
    fields: { any: 'agent.firstName' },
    phrases: listed('agent first name, employee first name, user first name'),
  },
  {
    name: 'agent last name',
    fields: { any: 'agent.lastName' },
    phrases: listed('agent last name, employee last name, user last name'),
  },
  {
    name: 'first name',
    fields: {
      roster: 'agent.firstName',
      workforce: 'agent.firstName',
      interactions: 'agent.firstName',
      evaluations: 'agent.firstName',
    },
    phrases: listed(`
      first name, firstname, given name, vorname, prenom, voornaam, nombre, primeiro nome
    `),
  },
  {
    name: 'last name',
    fields: {
      roster: 'agent.lastName',
      workforce: 'agent.lastName',
      interactions: 'agent.lastName',
      evaluations: 'agent.lastName',
    },
    phrases: listed(`
      last name, lastname, surname, family name, nachname, apellido, apellidos, nom, nom de famille,
      achternaam, sobrenome, apelido
    `),
  },
  {
    name: 'team',
    fields: { any: 'agent.team' },
    phrases: listed(`
      team name, team, agent team, group name, agent group, scheduling unit, management unit, team id, mu
      name, work group, workgroup, group, group id, management unit id, department, division, team
      bezeichnung, gruppe, equipo, equipe, grupo, groupe, ploeg, afdeling, abteilung
    `),
  },
  {
    name: 'site',
    fields: { any: 'agent.site' },
    phrases: listed(`
      site, site name, agent site, location, office, center, centre, contact center, standort, sede,
      vestiging, locatie, unidade
    `),
  },
  {
    name: 'manager',
    fields: { roster: 'roster.managerName' },
    votes: { roster: 2 },
    phrases: listed(`
      supervisor name, supervisor, manager name, manager, team leader, team lead, team manager, reports
      to, line manager, coach, vorgesetzter, teamleiter, teamleitung, jefe, lider de equipo, responsable,
      chef d equipe, leidinggevende, teamleider, gestor, lider
    `),
  },
  {
    name: 'role',
    fields: { roster: 'roster.role' },
    votes: { roster: 2 },
    phrases: listed(`
      role, job title, position, job role, title, rolle, funktion, cargo, puesto, poste, fonction,
      functie, rol
    `),
  },
  {
    name: 'hired on',
    fields: { roster: 'roster.hiredOn' },
    votes: { roster: 4 },
    phrases: listed(`
      hire date, hired on, date of hire, hired, employment start, employment start date, employee start
      date, joining date, date joined, join date, start date, eintrittsdatum, eintritt, fecha de ingreso,
      fecha de alta, date d embauche, date d entree, in dienst, datum in dienst, data de admissao
    `),
  },
  {
    name: 'left on',
    fields: { roster: 'roster.leftOn' },
    votes: { roster: 3 },
    phrases: listed(`
      termination date, left on, leaving date, leave date, employment end, employment end date, exit date,
      end date, austrittsdatum, austritt, fecha de baja, date de sortie, uit dienst, data de saida, data
      de demissao
    `),
  },
  {
    name: 'team from',
    fields: { roster: 'roster.teamFrom' },
    votes: { roster: 3 },
    phrases: listed(`
      team from, team since, valid from, effective date, effective from, team start, team start date,
      gultig ab, im team seit, valido desde, valable du, geldig vanaf
    `),
  },
  {
    name: 'team to',
    fields: { roster: 'roster.teamTo' },
    votes: { roster: 3 },
    phrases: listed(`
      team to, team until, valid to, valid until, effective to, team end, team end date, gultig bis,
      valido hasta, valable au, geldig tot
    `),
  },
  {
    name: 'on leave from',
    fields: { roster: 'roster.onLeaveFrom' },
    votes: { roster: 3 },
    phrases: listed(`
      on leave from, leave from, leave start, leave start date, absent from, loa start, abwesend ab
    `),
  },
  {
    name: 'on leave to',
    fields: { roster: 'roster.onLeaveTo' },
    votes: { roster: 3 },
    phrases: listed(`
      on leave to, on leave until, leave to, leave end, leave end date, absent to, loa end, abwesend bis
    `),
  },
  {
    name: 'employment status',
    fields: { roster: 'roster.status' },
    votes: { roster: 1 },
    phrases: listed(`
      employment status, employee status, agent status, active, is active, status, estado, statut
    `),
  },
]
