import { anExampleCompleteProject, anExampleEstablishment, anExampleTrust } from '@academies/contracts';
import { putRightAt, registerSays, type ReplacedProject } from './register-says.ts';

const replaced = (facts: Partial<ReplacedProject> = {}): ReplacedProject => ({
  project: { ...anExampleCompleteProject, id: 'p', state: 'active', formingAMat: true },
  school: 'Larkmere Primary School',
  closedSchool: null,
  newSchool: null,
  incomingIsGone: false,
  closedIncoming: null,
  newIncoming: null,
  outgoingIsGone: null,
  closedOutgoing: null,
  ...facts,
});

describe('What the register says of a project whose school or trust it replaced', () => {
  it('names the school that has the number now', () =>
    expect(
      registerSays(
        replaced({
          closedSchool: { ...anExampleEstablishment, closeDate: '2026-08-31' },
          newSchool: { ...anExampleEstablishment, urn: '900456', name: 'Larkmere Primary Academy' },
        }),
      ),
    ).toEqual([
      'School: Larkmere Primary School is closed since 31 August 2026',
      'Its number is now that of Larkmere Primary Academy, URN 900456',
    ]));

  it('says that a trust is closed, or that the register has none of that number, and which it may be', () => {
    const closed = { ...anExampleTrust, closedDate: '2026-09-01' };
    expect(
      registerSays(
        replaced({ incomingIsGone: true, closedIncoming: closed, newIncoming: { ...anExampleTrust, name: 'Newmere' } }),
      ),
    ).toEqual([
      'Incoming trust: Larkmere Learning Trust is closed since 1 September 2026',
      'It may be Newmere now, UKPRN 19000042',
    ]);
    expect(registerSays(replaced({ incomingIsGone: true }))[0]).toMatch(/^Incoming trust: the register has no trust/);
    expect(registerSays(replaced({ outgoingIsGone: true, closedOutgoing: closed }))).toHaveLength(1);
  });

  it('leads to where a trust is corrected, else to what the project is about', () => {
    expect(putRightAt(replaced({ incomingIsGone: true }))).toBe('/projects/p/about/trust-ukprn');
    expect(putRightAt(replaced({ outgoingIsGone: true }))).toBe('/projects/p/about/trusts');
    expect(putRightAt(replaced())).toBe('/projects/p/about');
  });
});
