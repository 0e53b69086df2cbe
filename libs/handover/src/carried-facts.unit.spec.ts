import { anExampleDecision, anExampleProject, anExampleTransfer, type TransferReason } from '@academies/contracts';
import { carriedFacts } from './carried-facts.ts';

const carried = (project: Parameters<typeof carriedFacts>[0]) =>
  carriedFacts(project, { decision: anExampleDecision, region: 'london' });
const because = (...reasons: TransferReason[]) => {
  const facts = carried({ ...anExampleTransfer, transfer: { initiatedBy: null, reasons, type: null } });
  return [facts.inadequateOfsted, facts.financialSafeguardingGovernanceIssues, facts.outgoingTrustToClose];
};

describe('What is carried from a conversion', () => {
  it.each([
    ['voluntary', false],
    ['sponsored', true],
    [null, null],
  ] as const)('says of the route %s that there is a directive academy order: %s', (route, ordered) =>
    expect(carried({ ...anExampleProject, route }).directiveAcademyOrder).toBe(ordered),
  );

  it('holds no outgoing trust and no reasons of a transfer, whatever an older state carries', () =>
    expect(
      carried({ ...anExampleTransfer, kind: 'conversion', outgoingTrustUkprn: '19000077', route: 'voluntary' }),
    ).toMatchObject({ outgoingTrustUkprn: null, inadequateOfsted: null, outgoingTrustToClose: null }));

  it('is blank about the decision before there is one', () =>
    expect(carriedFacts(anExampleProject, { decision: null, region: null })).toMatchObject({
      advisoryBoardDate: null,
      advisoryBoardConditions: null,
      region: null,
    }));
});

describe('What is carried from a transfer', () => {
  it('holds the outgoing trust, and no academy order', () =>
    expect(carried({ ...anExampleTransfer, academyOrderDate: '2026-10-06' })).toMatchObject({
      outgoingTrustUkprn: '19000077',
      directiveAcademyOrder: null,
      academyOrderDate: null,
    }));

  it('leaves the flags unanswered while no reason is chosen', () => expect(because()).toEqual([null, null, null]));

  it.each([
    ['inadequate_ofsted', [true, false, false]],
    ['finance', [false, true, false]],
    ['safeguarding', [false, true, false]],
    ['leadership_and_governance', [false, true, false]],
    ['trust_closing', [false, false, true]],
    ['academy_closing', [false, false, true]],
    ['voluntary', [false, false, false]],
    ['strategic', [false, false, false]],
  ] as const)('reads Ofsted, issues and closing from the reason %s', (reason, flags) =>
    expect(because(reason)).toEqual(flags),
  );
});
