import {
  anExampleEstablishment,
  anExampleTrust,
  EstablishmentChanged,
  outgoing,
  type Outgoing,
  type PreparedProject,
  ProjectApproved,
  anExampleDecision,
  anExampleProject,
  anExampleTransfer,
  TrustChanged,
  type Establishment,
} from '@academies/contracts';
import type { KafkaSettings } from '@academies/messaging';
import { anOutbox } from '@academies/testing/system';

/** An outbox and a relay, as Prepare and Register have them; what it publishes is what they would. */
export async function anotherService(kafka: KafkaSettings, source: string) {
  const { queue, drain, execute, stop } = await anOutbox(kafka, source);
  return {
    publish: async (...events: Outgoing[]) => {
      await queue(events);
      await drain();
    },
    /** Publishes what an outbox would refuse. */
    publishBroken: async (key: string, type: string, payload: string) => {
      await execute(
        `insert into outbox (event_id, topic, type, key, subject, sequence, payload, size)
         values (gen_random_uuid(), 'prepare.projects', ?, ?, ?, 1, ?, 10)`,
        [type, key, key, payload],
      );
      await drain();
    },
    /** The relay forgets that it published: everything is sent a second time. */
    sendAllAgain: async () => {
      await execute('update outbox set published_at = null');
      await drain();
    },
    stop,
  };
}
export type AnotherService = Awaited<ReturnType<typeof anotherService>>;

/** A Prepare project that may be handed over; a conversion of its own school unless told otherwise. */
export const aConversion = (id: string, urn: string, more: Partial<PreparedProject> = {}): PreparedProject => ({
  ...anExampleProject,
  id,
  academies: [{ urn }],
  ...more,
});
export const aTransfer = (id: string, urns: string[], more: Partial<PreparedProject> = {}): PreparedProject => ({
  ...anExampleTransfer,
  id,
  academies: urns.map((urn) => ({ urn })),
  ...more,
});

/** An approval as Prepare publishes it. */
export const approval = (project: PreparedProject, attempt = 1): Outgoing =>
  outgoing(ProjectApproved, {
    key: project.id,
    subject: project.id,
    value: { project, decision: anExampleDecision, attempt, by: anExampleDecision.recordedBy },
  });

/** A school as Register publishes it; URNs from 910000 are academies. */
export const aSchool = (urn: string, more: Partial<Establishment> = {}): Outgoing =>
  outgoing(EstablishmentChanged, {
    key: urn,
    subject: urn,
    value: {
      establishment: {
        ...anExampleEstablishment,
        urn,
        name: `School ${urn}`,
        ...(urn >= '910000' && { type: { code: '34', name: 'Academy converter' } }),
        ...more,
      },
    },
  });

/** The trusts that the examples join and leave. */
export const theTrusts: Outgoing[] = [
  anExampleTrust,
  { ...anExampleTrust, groupUid: '9077', trn: 'TR90077', ukprn: '19000077', name: 'Old Mill Trust' },
].map((trust) => outgoing(TrustChanged, { key: trust.groupUid, subject: trust.groupUid, value: { trust } }));
