import { choice, contact, date, month, tick, yesNo } from './field.ts';
import { optional, section, task, type Task } from './task.ts';

/** Every task of a transfer, in the order of the page. A new task or field is one entry here. */
export const transferTasks: readonly Task[] = [
  ...section('Project kick-off', [
    optional('handover', 'Handover with regional delivery officer', {
      review: tick(),
      notes: tick(),
      meeting: tick(),
      sacre_exemption: tick(),
    }),
    task('stakeholder_kick_off', 'External stakeholder kick-off', {
      introductory_emails: tick(),
      setup_meeting: tick(),
      meeting: tick(),
      confirmed_date: month(),
    }),
    task('risk_protection_arrangement', "Confirm the academy's risk protection arrangements", { confirm: tick() }),
    task('headteacher', "Confirm the headteacher's details", { headteacher: contact() }),
    task('incoming_trust_ceo', "Confirm the incoming trust CEO's details", { incoming_trust_ceo: contact() }),
    task('outgoing_trust_ceo', "Confirm the outgoing trust CEO's details", { outgoing_trust_ceo: contact() }),
    task('main_contact', 'Confirm the main contact', { main_contact: contact() }),
    optional('new_urn_and_record', 'Request a new URN and record for the academy', {
      complete: tick(),
      receive: tick(),
      give: tick(),
    }),
    optional('transfer_grant_level', 'Confirm transfer grant funding level', {
      type: choice('standard', 'fast_track', 'intermediate', 'full_sponsored'),
    }),
    optional('financial_information', 'Check and confirm academy and trust financial information', {
      academy_surplus_deficit: choice('surplus', 'deficit'),
      trust_surplus_deficit: choice('surplus', 'deficit'),
    }),
  ]),
  ...section('Clear and sign legal documents', [
    optional('form_m', 'Form M', {
      received_form: tick(),
      received_title_plans: tick(),
      cleared: tick(),
      signed: tick(),
      saved: tick(),
    }),
    optional('land_consent_letter', 'Land consent letter', {
      drafted: tick(),
      signed: tick(),
      sent: tick(),
      saved: tick(),
    }),
    task('supplemental_funding_agreement', 'Supplemental funding agreement', {
      received: tick(),
      cleared: tick(),
      saved: tick(),
    }),
    task('deed_of_novation_and_variation', 'Deed of novation and variation', {
      received: tick(),
      cleared: tick(),
      signed_outgoing_trust: tick(),
      signed_incoming_trust: tick(),
      saved: tick(),
      signed_secretary_of_state: tick(),
      saved_after_sign: tick(),
    }),
    optional('church_supplemental_agreement', 'Church supplemental agreement', {
      received: tick(),
      cleared: tick(),
      signed_incoming_trust: tick(),
      signed_diocese: tick(),
      saved: tick(),
      signed_secretary_of_state: tick(),
      saved_after_sign: tick(),
    }),
    optional('master_funding_agreement', 'Master funding agreement', {
      received: tick(),
      cleared: tick(),
      signed: tick(),
      saved: tick(),
      signed_secretary_of_state: tick(),
    }),
    optional('articles_of_association', 'Articles of association', {
      received: tick(),
      cleared: tick(),
      sent: tick(),
      signed: tick(),
      saved: tick(),
    }),
    optional('deed_of_variation', 'Deed of variation', {
      received: tick(),
      cleared: tick(),
      signed: tick(),
      sent: tick(),
      saved: tick(),
      signed_secretary_of_state: tick(),
    }),
    optional('deed_of_termination_master', 'Deed of termination for the master funding agreement', {
      received: tick(),
      cleared: tick(),
      contact_funding_team: tick(),
      signed_secretary_of_state: tick(),
      saved_academy: tick(),
      signed: tick(),
      saved: tick(),
    }),
    optional('deed_of_termination_church', 'Deed of termination for the church supplemental agreement', {
      received: tick(),
      cleared: tick(),
      signed_outgoing_trust: tick(),
      signed_diocese: tick(),
      saved: tick(),
      signed_secretary_of_state: tick(),
      saved_after_sign: tick(),
    }),
    task('commercial_transfer_agreement', 'Commercial transfer agreement', {
      agreed: tick(),
      signed: tick(),
      questions_received: tick(),
      questions_checked: tick(),
      saved: tick(),
    }),
    optional('closure_or_transfer_declaration', 'Closure or transfer declaration', {
      received: tick(),
      cleared: tick(),
      saved: tick(),
      sent: tick(),
    }),
  ]),
  ...section('Get ready to transfer', [
    task('bank_details', 'Confirm whether the bank details for the general annual grant need to change', {
      changing: yesNo(),
    }),
    task('incoming_trust_completed_actions', 'Confirm the incoming trust has completed all actions', {
      emailed: tick(),
      saved: tick(),
    }),
    task('authority_to_proceed', 'Confirm this transfer has authority to proceed', {
      information_changed_checked: tick(),
      baseline_sheet_approved: tick(),
      confirmed: tick(),
    }),
  ]),
  ...section('After transfer', [
    task('date_transferred', 'Confirm the date the academy transferred', { date_transferred: date() }),
    task('redact_and_send', 'Redact and send documents', {
      redact: tick(),
      save: tick(),
      send_to_funding_team: tick(),
      send_to_solicitors: tick(),
      notify_trust: tick(),
    }),
    optional('declaration_of_expenditure', 'Receive declaration of expenditure certificate', {
      date_received: date(),
      correct: tick(),
      saved: tick(),
    }),
  ]),
];
