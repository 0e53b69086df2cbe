export type { Client, Machine } from './clients.ts';
export { allPersonas, personas, type Persona } from './personas.table.ts';
export { type Identity, type IdentityOptions, startIdentity } from './start-identity.ts';
export { hiddenIn, visitor, type Visitor } from './visitor.ts';
