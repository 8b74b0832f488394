import type { Concept } from './concepts.ts'
import { listed } from './listed.ts'

/** Evaluations and their answers. */
export const QUALITY_CONCEPTS: readonly Concept[] = [
  {
    name: 'evaluation id',
    fields: { evaluations: 'evaluation.id' },
    votes: { evaluations: 3 },
    phrases: listed(`
      evaluation id, eval id, evaluation number, review id, audit id, answer id, result id, qa id,
      assessment id, workflow id, score id, monitoring id, scorebuddy id, bewertungs id, bewertung id, id
      evaluacion, id de evaluacion, id evaluation, id de l evaluation, evaluatie id, id da avaliacao
    `),
  },
  {
    name: 'form',
    fields: { evaluations: 'evaluation.form' },
    votes: { evaluations: 2 },
    phrases: listed(`
      form name, evaluation form, scorecard name, scorecard, evaluation form name, template name, form,
      rubric, template, checklist name, checklist, evaluation name, evaluation title, bewertungsbogen,
      formular, formulario, grille, grille d evaluation, formulaire, formulier, scorekaart
    `),
  },
  {
    name: 'form id',
    fields: { evaluations: 'evaluation.formId' },
    votes: { evaluations: 2 },
    phrases: listed(`
      form id, evaluation form id, scorecard id, template id, evaluation definition id, formular id
    `),
  },
  {
    name: 'form version',
    fields: { evaluations: 'evaluation.formVersion' },
    votes: { evaluations: 1 },
    phrases: listed(`
      form version, evaluation version, scorecard version, template version, version, evaluation
      definition version
    `),
  },
  {
    name: 'evaluator',
    fields: { evaluations: ['evaluation.evaluator', 'evaluation.evaluatorId'] },
    votes: { evaluations: 4 },
    phrases: listed(`
      evaluator name, evaluator, reviewer name, reviewer, reviewed by, evaluated by, checked by, monitor, scored by, graded by, grader,
      grader name, qa analyst, quality analyst, qa specialist, qa evaluator, auditor, audited by,
      assessor, assessed by, monitored by, scorer, qa, qa name, bewerter, bewertet von, prufer, evaluador,
      evaluado por, evaluateur, evalue par, beoordelaar, beoordeeld door, avaliador, avaliado por
    `),
  },
  {
    name: 'evaluator id',
    fields: { evaluations: ['evaluation.evaluatorId', 'evaluation.evaluator'] },
    votes: { evaluations: 3 },
    phrases: listed(`
      evaluator id, evaluator email, grader email, reviewer email, reviewer id, grader id, scorer id
    `),
  },
  {
    name: 'evaluated at',
    fields: { evaluations: 'evaluation.evaluatedAt' },
    votes: { evaluations: 3 },
    phrases: listed(`
      evaluation date time, evaluation date, evaluated at, evaluated on, evaluation time, evaluation
      submit timestamp, date evaluated, review date, reviewed at, scored at, scored on, date scored, score
      date, graded at, audit date, submitted date, submitted at, submission date, completed date,
      completed on, evaluation completed date, monitoring date, date of evaluation, reported at, event
      time, release date, bewertungsdatum, datum der bewertung, fecha de evaluacion, fecha evaluacion,
      date d evaluation, date de l evaluation, beoordelingsdatum, evaluatiedatum, data da avaliacao, first
      saved at, reviewed on, graded on, audited on, assessed on, scored date, date reviewed, date graded,
      date of review
    `),
  },
  {
    // what any record may call its moment speaks for no kind
    name: 'recorded at',
    fields: { evaluations: 'evaluation.evaluatedAt' },
    phrases: listed('created at, created date, timestamp, updated at'),
  },
  {
    name: 'qa score',
    fields: { evaluations: 'evaluation.score' },
    votes: { evaluations: 3 },
    metricId: 'qa_score',
    phrases: listed(
      'qa score, quality score, evaluation score, qa percent, quality percent, evaluation percent',
    ),
  },
  {
    name: 'score',
    fields: { evaluations: 'evaluation.score', surveys: ['survey.csat', 'survey.nps'] },
    votes: { evaluations: 1.5, surveys: 1 },
    metricId: 'qa_score',
    phrases: listed(`
      total score, overall score, evaluation score, qa score, quality score, final score, score percent,
      score percentage, percent score, overall percent, total score percent, score, o total score,
      evaluation obtained score, overall, percentage, percent, total, total points, average score, result
      percent, actual score, gesamtpunktzahl, gesamtscore, gesamtergebnis, punktzahl, qualitatsscore,
      puntuacion, puntuacion total, puntaje, puntaje total, nota final, note globale, note finale, score
      global, totaalscore, eindscore, pontuacao, pontuacao total, nota
    `),
  },
  {
    name: 'max score',
    fields: { evaluations: ['evaluation.maxScore', 'answer.maxScore'] },
    votes: { evaluations: 2 },
    phrases: listed(`
      max score, maximum score, evaluation max score, possible score, score possible, maximale punktzahl,
      puntuacion maxima, score maximum, pontuacao maxima, total possible, total possible points
    `),
  },
  {
    name: 'evaluation comment',
    fields: { evaluations: 'evaluation.comment' },
    phrases: listed(`
      evaluation comments, evaluation comment, overall comments, overall comment, general comments,
      general notes, evaluator comments, reviewer comments, qa comments, coaching notes, feedback,
      comments, comment, notes, kommentar, kommentare, anmerkungen, comentarios, comentario,
      observaciones, commentaire, commentaires, opmerkingen, opmerking, observacoes
    `),
  },
  {
    name: 'calibration',
    fields: { evaluations: 'evaluation.isCalibration' },
    votes: { evaluations: 2 },
    phrases: listed(`
      calibration, is calibration, calibration id, calibration session id, kalibrierung, calibracion
    `),
  },
  {
    name: 'failed critical',
    fields: { evaluations: 'evaluation.failedCritical' },
    votes: { evaluations: 2 },
    phrases: listed(`
      failed critical question, failed critical, critical fail, auto fail, auto failed, autofail, any
      failed kill questions, critical error, fatal error, fatal, critical failure, answer fails all, has
      critical error, failed kill question, kritischer fehler, error critico, erreur critique, kritieke
      fout, erro critico
    `),
  },
  {
    name: 'evaluation source',
    fields: { evaluations: 'evaluation.source' },
    votes: { evaluations: 1 },
    phrases: listed(`
      evaluation source, evaluation type, workflow evaluation type, system submitted, auto evaluated, is
      automated, scored automatically, evaluation method
    `),
  },
  {
    name: 'evaluation status',
    fields: { evaluations: 'evaluation.status' },
    phrases: listed(`
      evaluation status, workflow status, display status, review status, status, is deleted
    `),
  },
  {
    name: 'question id',
    fields: { evaluations: 'answer.questionId' },
    votes: { evaluations: 3 },
    phrases: listed('question id, criterion id, criteria id, item id, question ref id, line item id'),
  },
  {
    name: 'question',
    fields: { evaluations: 'answer.question' },
    votes: { evaluations: 2 },
    phrases: listed(`
      question text, question name, evaluation element text, question, question title, criterion,
      criteria, evaluation question, line item, evaluation item, item name, item, question label, element,
      behavior, behaviour, parameter, attribute, frage, kriterium, pregunta, criterio, critere, question
      libelle, vraag, pergunta
    `),
  },
  {
    name: 'section',
    fields: { evaluations: 'answer.section' },
    votes: { evaluations: 0.5 },
    phrases: listed(`
      section name, section, section title, area name, question group, question group name, category name,
      category, area, abschnitt, bereich, seccion, rubrique, sectie, secao, section id
    `),
  },
  {
    name: 'answer',
    fields: { evaluations: 'answer.value' },
    votes: { evaluations: 1 },
    phrases: listed(`
      answer text, answer, answer value, selected answer, option name, selected option, response, choice,
      answer label, rating, antwort, respuesta, reponse, antwoord, resposta, option
    `),
  },
  {
    name: 'answer score',
    fields: { evaluations: 'answer.score' },
    votes: { evaluations: 2 },
    phrases: listed(`
      question score, answer score, item score, normalized score, points earned, earned points, points
      awarded, points scored, points, criterion score, raw score, score earned, evaluation obtained score,
      score, punkte, puntos, pontos, punten
    `),
  },
  {
    name: 'answer max score',
    fields: { evaluations: 'answer.maxScore' },
    votes: { evaluations: 1 },
    phrases: listed(`
      question max score, max points, possible points, points possible, maximum points, answer max score,
      score max, question points, max score, evaluation max score, max punkte, maximale punkte, maxpunkte
    `),
  },
  {
    name: 'weight',
    fields: { evaluations: 'answer.weight' },
    votes: { evaluations: 1 },
    phrases: listed(`
      question weight, weight, weighting, weightage, gewichtung, gewicht, peso, poids, weging
    `),
  },
  {
    name: 'answer comment',
    fields: { evaluations: 'answer.comment' },
    phrases: listed(`
      question comment, answer comment, question comments, answer comments, answer notes, question notes,
      item comment, comment, comments, notes, kommentar, comentario, commentaire, opmerking
    `),
  },
  {
    name: 'not applicable',
    fields: { evaluations: 'answer.notApplicable' },
    votes: { evaluations: 2 },
    phrases: listed('is na, not applicable, is not applicable, na, n a'),
  },
  {
    name: 'answer failed critical',
    fields: { evaluations: 'answer.failedCritical' },
    votes: { evaluations: 1 },
    phrases: listed(`
      answer fails section, failed kill, question failed critical, is auto fail, automatic fail
    `),
  },
]
