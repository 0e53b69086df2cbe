import {
  articlesOfAssociation,
  churchSupplementalAgreement,
  commercialTransferAgreement,
  deedOfVariation,
  masterFundingAgreement,
  supplementalFundingAgreement,
} from '../task/shared.tasks.ts';
import { documentIs, steps, task } from '../task/task.ts';

/** Legal documents of a transfer. */
export const transferLegalDocuments = [
  task('form_m', {
    title: 'Form M',
    guidance: 'The trusts tell us about the land that moves with the academy.',
    optional: true,
    fields: {
      ...steps({ received_form: 'Form M received', received_title_plans: 'Title plans received' }),
      ...documentIs('cleared', 'signed', 'saved'),
    },
  }),
  task('land_consent_letter', {
    title: 'Land consent letter',
    guidance: 'The Secretary of State agrees that the land moves to the incoming trust.',
    optional: true,
    fields: {
      ...steps({
        drafted: 'Drafted',
        signed: 'Signed for the Secretary of State',
        sent: 'Sent to the trusts',
      }),
      ...documentIs('saved'),
    },
  }),
  task('supplemental_funding_agreement', {
    ...supplementalFundingAgreement,
    fields: documentIs('received', 'cleared', 'saved'),
  }),
  task('deed_of_novation_and_variation', {
    title: 'Deed of novation and variation',
    guidance: 'The funding agreement moves from the outgoing to the incoming trust.',
    fields: documentIs(
      'received',
      'cleared',
      'signed_outgoing_trust',
      'signed_incoming_trust',
      'saved',
      'signed_secretary_of_state',
      'saved_after_sign',
    ),
  }),
  task('church_supplemental_agreement', {
    ...churchSupplementalAgreement,
    fields: documentIs(
      'received',
      'cleared',
      'signed_incoming_trust',
      'signed_diocese',
      'saved',
      'signed_secretary_of_state',
      'saved_after_sign',
    ),
  }),
  task('master_funding_agreement', {
    ...masterFundingAgreement,
    fields: documentIs('received', 'cleared', 'signed', 'saved', 'signed_secretary_of_state'),
  }),
  articlesOfAssociation,
  task('deed_of_variation', {
    ...deedOfVariation,
    fields: documentIs('received', 'cleared', 'signed', 'sent', 'saved', 'signed_secretary_of_state'),
  }),
  task('deed_of_termination_master', {
    title: 'Deed of termination for the master funding agreement',
    guidance: 'Needed when the outgoing trust closes.',
    optional: true,
    fields: {
      ...documentIs('received', 'cleared'),
      ...steps({ contact_funding_team: 'Tell the funding team that the agreement ends' }),
      ...documentIs('signed_secretary_of_state'),
      ...steps({ saved_academy: "Saved in the academy's SharePoint folder", signed: 'Signed by the outgoing trust' }),
      ...steps({ saved: "Saved in the outgoing trust's SharePoint folder" }),
    },
  }),
  task('deed_of_termination_church', {
    title: 'Deed of termination for the church supplemental agreement',
    guidance: 'Needed when a church academy leaves its agreement.',
    optional: true,
    fields: documentIs(
      'received',
      'cleared',
      'signed_outgoing_trust',
      'signed_diocese',
      'saved',
      'signed_secretary_of_state',
      'saved_after_sign',
    ),
  }),
  commercialTransferAgreement,
  task('closure_or_transfer_declaration', {
    title: 'Closure or transfer declaration',
    guidance: 'The outgoing trust says whether it closes with the transfer.',
    optional: true,
    fields: { ...documentIs('received', 'cleared', 'saved'), ...steps({ sent: 'Sent to the funding team' }) },
  }),
];
