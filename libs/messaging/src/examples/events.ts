import { type Outgoing, outgoing, PreparedProjectChanged } from '@academies/contracts';

/** A change of a project, whose number (`ce_sequence`) is all that tests look at. */
export const aChange = (project: string): Outgoing =>
  outgoing(PreparedProjectChanged, { key: project, subject: project, value: PreparedProjectChanged.example() });
