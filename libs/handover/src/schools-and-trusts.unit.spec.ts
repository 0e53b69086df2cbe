import { anExampleTrust } from '@academies/contracts';
import { brokenRules } from './broken-rules.ts';
import { academy, aConversion, aTransfer, formingAMat, given, leaving, schoolWith, trustOf } from './fixtures.spec.ts';

describe('Rule 1: the school', () => {
  it.each(['12345', '1234567', 'ABC123', '', ' 900123'])('has a URN of six digits, not "%s"', (urn) =>
    given(aConversion({ urn, school: null })).broken('urn-is-six-digits'),
  );
  it('is in the register', () => given(aConversion({ school: null })).broken('school-is-in-register'));
  it.each([
    ['1', 'open'],
    ['3', 'open, but proposed to close'],
  ])('may have status %s, %s', (code, name) => given(aConversion(schoolWith({ status: { code, name } }))).broken());
  it.each(['2', '4', null])('may not have status %s', (code) =>
    given(aConversion(schoolWith({ status: { code, name: null } }))).broken('school-is-open'),
  );
  it.each(['28', '34', '35', '36', '38', '39', '40', '41', '45', '46', '57'])(
    'of type %s transfers and does not convert',
    (code) => {
      const school = schoolWith({ type: { code, name: null } });
      given(aConversion(school)).broken('school-suits-kind');
      given(aTransfer(school)).broken();
    },
  );
  it.each(['01', '02', '03', '05', '07', '12', '14'])('of type %s converts and does not transfer', (code) => {
    const school = schoolWith({ type: { code, name: null } });
    given(aConversion(school)).broken();
    given(aTransfer(school)).broken('school-suits-kind');
  });
  it.each(['08', '10', '11', '15', '18', '25', '29', '30', null])(
    'of type %s neither converts nor transfers',
    (code) => {
      const school = schoolWith({ type: { code, name: null } });
      given(aConversion(school)).broken('school-suits-kind');
      given(aTransfer(school)).broken('school-suits-kind');
    },
  );
});

describe('Rule 1: the academies of a transfer', () => {
  it.each([
    ['nobody', null],
    ['another trust', '9042'],
  ])('are not run by %s', (_, code) =>
    given(aTransfer({ school: { ...academy, trust: { code, name: null } } })).broken(
      'academy-is-run-by-outgoing-trust',
    ),
  );
  it('may name another record of the trust that they leave', () =>
    given(
      aTransfer({
        school: { ...academy, trust: { code: '9001', name: null } },
        outgoingTrustInRegister: { ...leaving, otherUids: ['9001'] },
      }),
    ).broken());
});

describe('Rule 2: no other project', () => {
  it('of the same URN is open in Complete', () =>
    given(aConversion({ livingProject: { prepareId: '1001' } })).broken('no-living-project'));
  it('is named by its Prepare number', () =>
    expect(brokenRules(aConversion({ livingProject: { prepareId: '1001' } }))[0]?.message).toContain('1001'));
});

describe('Rule 3: a trust', () => {
  it('is chosen when a school joins one', () =>
    given(aConversion({ incomingTrust: trustOf(null), incomingTrustInRegister: null })).broken(
      'incoming-trust-is-chosen',
    ));
  it('is not replaced by TRN and name when a school joins one', () =>
    given(
      aConversion({
        incomingTrust: trustOf(null, 'TR90042', 'Larkmere Learning Trust'),
        incomingTrustInRegister: null,
      }),
    ).broken('incoming-trust-is-chosen'));
  it.each(['29000042', '1900004', '190000422', 'TR90042'])('has eight digits, the first is 1, not "%s"', (ukprn) => {
    given(aConversion({ incomingTrust: trustOf(ukprn), incomingTrustInRegister: null })).broken(
      'incoming-trust-is-chosen',
    );
    given(aTransfer({ outgoingTrustUkprn: ukprn, outgoingTrustInRegister: null })).broken('outgoing-trust-is-known');
  });
  it('is in the register', () => {
    given(aConversion({ incomingTrustInRegister: null })).broken('incoming-trust-is-in-register');
    given(aTransfer({ outgoingTrustInRegister: null })).broken('outgoing-trust-is-in-register');
  });
  it.each([{ status: 'Closed' }, { status: 'Open', closedDate: '2024-08-31' }])(
    'that is closed is joined by nobody: %j',
    (closed) =>
      given(aConversion({ incomingTrustInRegister: { ...anExampleTrust, ...closed } })).broken(
        'incoming-trust-is-not-closed',
      ),
  );
  it.each(['Proposed to close', 'Open, but proposed to close', 'Proposed to open'])(
    'may be joined while it is %s',
    (status) => given(aConversion({ incomingTrustInRegister: { ...anExampleTrust, status } })).broken(),
  );
  it('may be left when it is closed', () =>
    given(aTransfer({ outgoingTrustInRegister: { ...leaving, status: 'Closed' } })).broken());
  it('is left by a transfer', () =>
    given(aTransfer({ outgoingTrustUkprn: null, outgoingTrustInRegister: null })).broken('outgoing-trust-is-known'));
  it.each([
    ['neither TRN nor name', trustOf(null)],
    ['no TRN', trustOf(null, null, 'Three Rivers Trust')],
    ['no name', trustOf(null, 'TR90301')],
    ['a blank name', trustOf(null, 'TR90301', '  ')],
    ['a UKPRN instead', trustOf('19000042')],
  ])('that is being formed may not have %s', (_, incomingTrust) =>
    given(formingAMat({ incomingTrust })).broken('new-trust-is-named'),
  );
});

describe('Rule 4: a TRN', () => {
  it.each(['TR9030', 'TR903011', '90301', 'tr90301'])('is TR and five digits, not "%s"', (trn) =>
    given(formingAMat({ incomingTrust: trustOf(null, trn, 'Three Rivers Trust') })).broken('new-trust-is-named'),
  );
  it('may be known under the same name, however it is spelt', () =>
    given(
      formingAMat({
        incomingTrust: trustOf(null, 'TR90301', 'St Anne’s & Three\u200b Rivers Trust Ltd'),
        namesUnderTrn: ["SAINT ANNE'S AND THREE RIVERS TRUST", "St. Anne's and Three  rivers Trust Limited "],
      }),
    ).broken());
  it('is not known under another name', () =>
    given(formingAMat({ namesUnderTrn: ['Three Rivers Trust', 'Two Rivers Trust'] })).broken('trn-has-one-name'));
  it('does not matter when a school joins a trust', () => given(aConversion({ namesUnderTrn: ['Another'] })).broken());
});

describe('Rule 5: the trusts of a transfer', () => {
  it('differ', () =>
    given(
      aTransfer({
        school: { ...academy, trust: { code: anExampleTrust.groupUid, name: null } },
        outgoingTrustUkprn: '19000042',
        outgoingTrustInRegister: anExampleTrust,
      }),
    ).broken('trusts-differ'));
  it('differ by TRN too, when one is to be formed', () =>
    given(
      aTransfer({
        formingAMat: true,
        incomingTrust: trustOf(null, 'TR90077', 'Old Mill Trust'),
        incomingTrustInRegister: null,
      }),
    ).broken('trusts-differ'));
  it('are nothing that a conversion has', () => given(aConversion({ outgoingTrustUkprn: '19000042' })).broken());
});
