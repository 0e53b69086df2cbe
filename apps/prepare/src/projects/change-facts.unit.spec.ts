import { anExampleEstablishment, anExampleTrust } from '@academies/contracts';
import { given } from '@academies/testing';
import { assignPerson } from '../people/assign-person.ts';
import { changeGroup } from '../trusts/change-group.ts';
import { changeIncomingTrust } from '../trusts/change-incoming-trust.ts';
import { changeOutgoingTrust } from '../trusts/change-outgoing-trust.ts';
import { addNote } from './add-note.ts';
import { changeCase } from './change-case.ts';
import { changeSchools } from './change-schools.ts';
import { changeTransferReasons } from './change-transfer-reasons.ts';
import { aConversion, anApproved, aRejected, aTransfer, occasion } from './examples.spec.ts';

const { by } = occasion;
const changedEvent = 'prepare.project.changed.v1';
const breaks = (
  mendedOn: 'incoming-trust' | 'outgoing-trust' | 'group' | 'assigned-to' | 'school',
  rule = 'a-rule',
) => [{ rule, message: 'Something is wrong', mendedOn }];
const trust = { ukprn: '19000099', trn: null, name: null };
const academy = (urn: string, code = anExampleTrust.groupUid) => ({
  ...anExampleEstablishment,
  urn,
  trust: { code, name: null },
});

describe('The assigned person', () => {
  const person = { email: 'sam@education.gov.uk', name: 'Sam de la Cruz' };
  it('is stored by e-mail and name', () =>
    given(aConversion())
      .when(assignPerson, { person, broken: [], by })
      .thenEvent({ changed: ['assignedTo'], project: { assignedTo: person } }));
  it('may be nobody before an approval', () =>
    given(aConversion())
      .when(assignPerson, { person: null, broken: breaks('assigned-to'), by })
      .thenEvent({ project: { assignedTo: null } }));
  it('has an e-mail of an allowed domain', () =>
    given(aConversion())
      .when(assignPerson, { person, broken: breaks('assigned-to'), by })
      .thenRefused('assigned-to'));
  it('stays when the project is locked', () =>
    given(anApproved()).when(assignPerson, { person, broken: [], by }).thenRefused());
  it('makes no event when it stays the same', () =>
    given(aConversion()).when(assignPerson, { person: by, broken: [], by }).then());
});

describe('The incoming trust', () => {
  it('is changed by UKPRN', () =>
    given(aConversion())
      .when(changeIncomingTrust, { trust, broken: [], by })
      .thenEvent({ project: { incomingTrust: trust } }));
  it('keeps the rules of its page, and leaves those of others to their pages', () => {
    given(aConversion())
      .when(changeIncomingTrust, { trust, broken: breaks('incoming-trust'), by })
      .thenRefused('incoming-trust');
    given(aConversion())
      .when(changeIncomingTrust, { trust, broken: breaks('group'), by })
      .then(changedEvent);
  });
  it('that is being formed may lack its TRN until the approval', () =>
    given(aConversion({ formingAMat: true }))
      .when(changeIncomingTrust, {
        trust: { ...trust, ukprn: null, name: 'Three Rivers' },
        broken: breaks('incoming-trust', 'new-trust-is-named'),
        by,
      })
      .then(changedEvent));
  it('that is being formed has a name', () =>
    given(aConversion({ formingAMat: true }))
      .when(changeIncomingTrust, {
        trust: { ...trust, ukprn: null },
        broken: breaks('incoming-trust', 'new-trust-is-named'),
        by,
      })
      .thenRefused('incoming-trust'));
  it('can be mended after it was rejected', () =>
    given(aRejected()).when(changeIncomingTrust, { trust, broken: [], by }).then(changedEvent));
});

describe('The outgoing trust', () => {
  const change = { trust: anExampleTrust, academies: [academy('900201')], broken: [], by };
  it('runs every chosen academy', () => {
    given(aTransfer())
      .when(changeOutgoingTrust, change)
      .thenEvent({ project: { outgoingTrustUkprn: anExampleTrust.ukprn } });
    given(aTransfer())
      .when(changeOutgoingTrust, { ...change, academies: [academy('900201'), academy('900202', '1')] })
      .thenRefused('outgoing-trust');
  });
  it('is not the incoming trust', () =>
    given(aTransfer())
      .when(changeOutgoingTrust, { ...change, broken: breaks('incoming-trust', 'trusts-differ') })
      .thenRefused('outgoing-trust'));
  it('is nothing that a conversion has', () => given(aConversion()).when(changeOutgoingTrust, change).thenRefused());
});

describe('The schools', () => {
  const change = { schools: [academy('900205')], outgoingTrust: anExampleTrust, broken: [], by };
  it('of a transfer are run by its outgoing trust', () => {
    given(aTransfer())
      .when(changeSchools, change)
      .thenEvent({ project: { academies: [{ urn: '900205' }] } });
    given(aTransfer())
      .when(changeSchools, { ...change, schools: [academy('900205', '1')] })
      .thenRefused('school');
  });
  it('are at least one, and one of a conversion', () => {
    given(aTransfer())
      .when(changeSchools, { ...change, schools: [] })
      .thenRefused('school');
    given(aConversion())
      .when(changeSchools, { ...change, schools: [academy('900205'), academy('900206')] })
      .thenRefused('school');
  });
  it('keep the rules about schools', () =>
    given(aConversion())
      .when(changeSchools, { ...change, broken: breaks('school') })
      .thenRefused('school'));
});

describe('Other facts', () => {
  const transfer = { initiatedBy: 'incoming_trust', reasons: ['strategic'], type: 'merging_trusts' } as const;
  const texts = { rationale: 'Near each other', risks: null, benefits: null };
  it('the group', () => {
    given(aConversion())
      .when(changeGroup, { group: 'GRP_00000001', broken: [], by })
      .thenEvent({ project: { group: 'GRP_00000001' } });
    given(aConversion())
      .when(changeGroup, { group: 'GRP_00000001', broken: breaks('group'), by })
      .thenRefused('group');
  });
  it('the reasons of a transfer', () => {
    given(aTransfer())
      .when(changeTransferReasons, { transfer: { ...transfer, reasons: [...transfer.reasons] }, by })
      .thenEvent({ project: { transfer } });
    given(aConversion())
      .when(changeTransferReasons, { transfer: { ...transfer, reasons: [] }, by })
      .thenRefused();
  });
  it('rationale, risks and benefits', () =>
    given(aConversion())
      .when(changeCase, { texts, by })
      .thenEvent({ project: { summary: { ...texts, notes: [] } } }));
  it('a note, with who and when', () => {
    const note = { subject: 'Visit', text: 'Met the chair.' };
    given(aConversion())
      .when(addNote, { ...note, ...occasion })
      .thenEvent({ project: { summary: { notes: [{ ...note, by, at: occasion.at }] } } });
    given(aConversion())
      .when(addNote, { ...note, text: ' ', ...occasion })
      .thenRefused();
    given(anApproved())
      .when(addNote, { ...note, ...occasion })
      .thenRefused();
  });
});
