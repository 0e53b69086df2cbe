import type { Constituency, Establishment, Trust } from '@academies/contracts';
import { defineEntity, p } from '@mikro-orm/core';

/** What every table of the copy has: the event's `ce_sequence`, by which the newest wins, and the whole state. */
const copied = <State>() => ({ sequence: p.bigint('number'), state: p.json<State>() });

/** Names as they are searched for: see `searchable`. */
const searchName = () => p.text();

/** A text that PostgreSQL takes out of the state itself, so that column and state cannot disagree. */
const ofState = (path: string) => p.text().nullable().generated(`(state #>> '{${path}}') stored`);

/** A school or academy as this service last heard of it. */
export const EstablishmentCopy = defineEntity({
  name: 'EstablishmentCopy',
  tableName: 'register_establishment',
  properties: {
    urn: p.text().primary(),
    ...copied<Establishment>(),
    searchName: searchName(),
    name: ofState('name'),
    ukprn: ofState('ukprn'),
    statusCode: ofState('status,code'),
    typeCode: ofState('type,code'),
    phaseCode: ofState('phase,code'),
    localAuthorityCode: ofState('localAuthority,code'),
    localAuthorityName: ofState('localAuthority,name'),
    establishmentNumber: ofState('establishmentNumber'),
    region: ofState('region'),
    trustGroupUid: ofState('trust,code'),
    constituencyName: ofState('constituency,name'),
  },
});

/** A trust as this service last heard of it. */
export const TrustCopy = defineEntity({
  name: 'TrustCopy',
  tableName: 'register_trust',
  properties: {
    groupUid: p.text().primary(),
    ...copied<Trust>(),
    searchName: searchName(),
    name: ofState('name'),
    ukprn: ofState('ukprn'),
    trn: ofState('trn'),
    status: ofState('status'),
    companiesHouseNumber: ofState('companiesHouseNumber'),
  },
});

/** A constituency and its member of parliament as this service last heard of them. */
export const ConstituencyCopy = defineEntity({
  name: 'ConstituencyCopy',
  tableName: 'register_constituency',
  properties: { name: p.text().primary(), ...copied<Constituency>(), searchName: searchName() },
});

/** To be listed among a service's entities. */
export const registerEntities = [EstablishmentCopy, TrustCopy, ConstituencyCopy];
