import { aConversion } from '../project/fixtures.spec.ts';
import type { Group, SectionLookUps } from './look-ups.ts';
import { trusts } from './trusts.sections.ts';
import type { Section } from './section.ts';

const { offer } = trusts.find(({ name }) => name === 'group') as Section;
const offered = async (...groups: Group[]) => {
  const look: Pick<SectionLookUps, 'groups'> = { groups: () => Promise.resolve(groups) };
  return (await offer?.(aConversion().facts, look as SectionLookUps))?.['group'];
};

describe('The groups that a project can join', () => {
  it("begin with the trust's own, so that a second one is not chosen unawares", async () =>
    expect(await offered({ reference: 'GRP_00000001', members: 0 }, { reference: 'GRP_00000003', members: 2 })).toEqual(
      [
        { value: 'GRP_00000003', text: 'GRP_00000003', hint: 'The group of this trust, with 2 projects' },
        { value: 'none', text: 'No group' },
        { value: 'new', text: 'A new group', hint: expect.stringContaining('has a group already') },
        { value: 'GRP_00000001', text: 'GRP_00000001', hint: 'No projects yet' },
      ],
    ));

  it('are none, or a new one, while the trust has none', async () =>
    expect(await offered()).toEqual([
      { value: 'none', text: 'No group' },
      { value: 'new', text: 'A new group' },
    ]));
});
