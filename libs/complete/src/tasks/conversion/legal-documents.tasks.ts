import {
  articlesOfAssociation,
  churchSupplementalAgreement,
  commercialTransferAgreement,
  deedOfVariation,
  masterFundingAgreement,
  supplementalFundingAgreement,
} from '../task/shared.tasks.ts';
import { documentIs, steps, task } from '../task/task.ts';

const signedForUs = documentIs('received', 'cleared', 'signed', 'saved', 'sent', 'signed_secretary_of_state');

/** Legal documents of a conversion. */
export const conversionLegalDocuments = [
  task('land_questionnaire', {
    title: 'Land questionnaire and title plans',
    guidance: "The school's solicitors say who owns the land.",
    fields: {
      ...documentIs('received', 'cleared', 'signed', 'saved'),
      ...steps({
        title_plans_received: 'Title plans received',
        title_plans_cleared: 'Title plans cleared',
        title_plans_saved: "Title plans saved in the school's SharePoint folder",
      }),
    },
  }),
  task('supplemental_funding_agreement', { ...supplementalFundingAgreement, fields: signedForUs }),
  task('church_supplemental_agreement', {
    ...churchSupplementalAgreement,
    fields: documentIs('received', 'cleared', 'signed', 'signed_diocese', 'saved', 'sent', 'signed_secretary_of_state'),
  }),
  task('master_funding_agreement', { ...masterFundingAgreement, fields: signedForUs }),
  articlesOfAssociation,
  task('deed_of_variation', { ...deedOfVariation, fields: signedForUs }),
  task('trust_modification_order', {
    title: 'Trust modification order',
    guidance: 'Needed when a charitable trust owns the land.',
    optional: true,
    fields: {
      ...documentIs('received'),
      ...steps({ sent_to_legal: 'Sent to our lawyers' }),
      ...documentIs('cleared', 'saved'),
    },
  }),
  task('direction_to_transfer', {
    title: 'Direction to transfer',
    guidance: 'Needed when land is moved by order of the Secretary of State.',
    optional: true,
    fields: documentIs('received', 'cleared', 'signed', 'saved'),
  }),
  task('lease_125_years', {
    title: '125 year lease',
    guidance: 'Needed when the local authority owns the land.',
    optional: true,
    fields: steps({
      email: 'Ask the solicitors for the lease',
      receive: 'Receive the lease',
      save: "Save the lease in the school's SharePoint folder",
    }),
  }),
  task('subleases', {
    title: 'Subleases',
    guidance: 'Needed when the school lets a part of its land to somebody else.',
    optional: true,
    fields: {
      ...documentIs('received', 'cleared', 'signed', 'saved'),
      ...steps({
        email_signed: 'Ask the solicitors for the signed subleases',
        receive_signed: 'Receive the signed subleases',
        save_signed: "Save the signed subleases in the school's SharePoint folder",
      }),
    },
  }),
  task('tenancy_at_will', {
    title: 'Tenancy at will or licence to occupy',
    guidance: 'Lets the academy use the land until the lease is there.',
    optional: true,
    fields: steps({
      email_signed: 'Ask the solicitors for the signed document',
      receive_signed: 'Receive the signed document',
      save_signed: "Save the signed document in the school's SharePoint folder",
    }),
  }),
  task('third_party_leases', {
    title: 'Third party leases',
    guidance: 'Needed when somebody other than the local authority owns the land.',
    optional: true,
    fields: documentIs('received', 'cleared', 'saved'),
  }),
  task('private_finance_initiative', {
    title: 'Private finance initiative',
    guidance: 'Needed when the buildings were paid for by a private finance initiative (PFI).',
    optional: true,
    fields: documentIs('received', 'cleared', 'signed', 'saved'),
  }),
  commercialTransferAgreement,
];
