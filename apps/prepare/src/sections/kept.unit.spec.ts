import { aConversion, anApproved, aTransfer, context } from '../project/fixtures.spec.ts';
import type { Project } from '../project/project.ts';
import { academy, looking } from './fixtures.spec.ts';
import { saveSection } from './save-section.ts';
import { sections } from './sections.ts';

describe('Every field of every section', () => {
  const withoutAnswers = { outgoingTrustUkprn: null, academyOrderDate: null };
  const someKinds = [
    aConversion(withoutAnswers),
    aConversion({ ...withoutAnswers, formingAMat: true, incomingTrust: { ukprn: null, trn: null, name: 'New' } }),
    aTransfer(withoutAnswers),
    anApproved(aConversion(withoutAnswers)),
  ];
  /** A new group is shown by the number that it got. */
  const shownAs = (told: unknown) => (told === 'new' ? 'GRP_00000002' : told);
  const look = looking([], [academy('900124'), academy('900201'), academy('900205')]);

  it.each(sections.flatMap((one) => Object.keys(one.form.fields).map((field) => [one.name, field, one] as const)))(
    'is saved, shown again, told in the summary and published: %s, %s',
    async (_, field, one) => {
      const project = someKinds.find(({ facts }) => one.applies(facts)) as Project;
      const before = one.show(project.facts);
      const told = one.sample[field] as unknown;
      expect(before[field]).not.toEqual(told);
      const { state, events = [] } = await saveSection(one, project, {
        answer: { ...before, [field]: told },
        look,
        by: context.by,
      });
      const { facts } = state as Project;
      expect(one.show(facts)).toEqual({ ...before, [field]: shownAs(told) });
      expect(await one.rows(facts, look)).not.toEqual(await one.rows(project.facts, look));
      expect(events.map(({ value }) => value)).toMatchObject([{ project: facts }]);
    },
  );

  it('has its place in the facts, where the history finds who changed it', () => {
    const places = Object.keys(aTransfer().facts);
    for (const one of sections)
      expect(places).toEqual(expect.arrayContaining(Object.values(one.places).map((at) => at.split('.')[0])));
  });
});
