import type { NotePage } from "../../protocol/panel-state.ts";
import type { NoteObject } from "./note-document.ts";

type Said = Pick<NoteObject["opened"], "id" | "by" | "at">;

const said = ({ id, by, at }: Said): Said => ({ id, by, at });

/** A note's page as the command line hands it out: what only the panel needs is left behind. */
export function noteObject(page: NotePage): NoteObject {
  return {
    id: page.id,
    title: page.title,
    kind: page.kind,
    status: page.status,
    badges: page.badges,
    impact: page.impact,
    context: page.context,
    costOfDelay: page.costOfDelay,
    neededBy: page.neededBy,
    owner: page.owner,
    decider: page.decider,
    opened: said(page.opened),
    closed: page.closed,
    places: page.places.map(
      ({ id, path, status, startLine, endLine, elsewhere, reason, quote, symbol, whole }) => ({
        id,
        path,
        status,
        startLine,
        endLine,
        elsewhere,
        reason,
        quote,
        symbol,
        whole,
      }),
    ),
    labels: page.labels.map(({ label }) => label),
    evidence: page.evidence.map((fact) => ({
      ...said(fact),
      text: fact.text,
      link: fact.link,
      figure: fact.figure,
      source: fact.source,
      date: fact.date,
    })),
    options: page.options.map((option) => ({
      ...said(option),
      letter: option.letter,
      doNothing: option.doNothing,
      title: option.title,
      summary: option.summary,
      implications: option.implications,
      effort: option.effort,
      people: option.people,
      confidence: option.confidence,
      givesUp: option.givesUp,
      gains: option.gains,
      risks: option.risks.map(({ text, likelihood, hurt, response }) => ({
        text,
        likelihood,
        hurt,
        response,
      })),
      reversibility: option.reversibility,
      costToUndo: option.costToUndo,
      assumptions: option.assumptions,
      dependsOn: option.dependsOn,
      stillOwed: option.stillOwed,
      recommended: option.recommended,
      taken: option.taken,
    })),
    recommendation: page.recommendation,
    questions: page.questions.map((question) => ({
      ...said(question),
      text: question.text,
      options: question.options,
      waitsFor: question.waitsFor,
      replies: question.replies.map((reply) => ({ ...said(reply), kind: reply.kind, text: reply.text })),
    })),
    decisions: page.decisions.map((decision) => ({
      ...said(decision),
      option: decision.option,
      letter: decision.letter,
      because: decision.because,
      restsOn: decision.restsOn,
      revisitOn: decision.revisitOn,
      revisitIf: decision.revisitIf,
      consequences: decision.consequences,
      confirmation: decision.confirmation,
      stands: decision.stands,
      dissent: decision.dissent.map((one) => ({ ...said(one), because: one.because })),
    })),
    heard: page.heard.map((one) => ({ ...said(one), text: one.text, backBy: one.backBy })),
    comments: page.comments.map((one) => ({ ...said(one), text: one.text })),
    contested: page.contested.map(({ option, field, versions }) => ({
      option,
      field,
      versions: versions.map(({ event, by, at, text }) => ({ event, by, at, text })),
    })),
    unread: page.unread.map(({ id, kind, why }) => ({ id, kind, why })),
  };
}
