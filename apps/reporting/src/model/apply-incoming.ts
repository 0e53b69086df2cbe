import type { PreparedProject } from '@academies/contracts';
import { type Answer, type Prepared, withAnswer } from './handover-of.ts';
import type { Incoming } from './incoming.ts';
import { mentionOf } from './mentions.ts';
import type { WorkingSet } from './working-set.ts';

/** Takes one event into the states. Answers with the Prepare ids whose rows may now look different. */
export function applyIncoming(news: Incoming, known: WorkingSet): Iterable<string> {
  const mentioning = (...mentions: (string | null)[]) =>
    new Set(mentions.flatMap((mention) => [...((mention && known.mentions.get(mention)) || [])]));

  switch (news.is) {
    case 'prepared':
      known.prepared.set(news.project.id, preparedAs(news.project, news.approvedAt, known));
      return [news.project.id];
    case 'complete':
      known.complete.set(news.project.id, news.project);
      known.hasComplete(news.project);
      if (news.answer) keep(news.project.prepareId, news.answer, known);
      return [news.project.prepareId];
    case 'answer':
      keep(news.prepareId, news.answer, known);
      return [news.prepareId];
    case 'establishment':
      known.establishments.set(news.state.urn, news.state);
      return mentioning(mentionOf.school(news.state.urn));
    case 'trust': {
      const before = known.trusts.get(news.state.groupUid)?.ukprn ?? null;
      known.trusts.set(news.state.groupUid, news.state);
      known.hasTrust(news.state);
      return mentioning(before && mentionOf.trust(before), news.state.ukprn && mentionOf.trust(news.state.ukprn));
    }
    case 'constituency':
      known.constituencies.set(news.state.name, news.state);
      return mentioning(mentionOf.constituency(news.state.name));
    case 'localAuthority':
      known.localAuthorities.set(news.state.code, news.state);
      return mentioning(mentionOf.localAuthority(news.state.code));
  }
}

const keep = (prepareId: string, answer: Answer, known: WorkingSet): void =>
  known.answers.set(prepareId, withAnswer(known.answers.get(prepareId) ?? [], answer));

/** Remembers when the present attempt began: an answer that names no attempt is judged by its time. */
function preparedAs(project: PreparedProject, approvedAt: string | undefined, known: WorkingSet): Prepared {
  const before = known.prepared.get(project.id)?.attempt;
  const number = project.attempts;
  const urns = project.academies.map(({ urn }) => urn);
  if (approvedAt !== undefined) return { project, attempt: { number, startedAt: approvedAt, urns } };
  return { project, attempt: before?.number === number ? before : { number, startedAt: null, urns: null } };
}
