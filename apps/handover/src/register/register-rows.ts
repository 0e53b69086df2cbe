import type { Arrival, RegisterLookUps } from '@academies/complete';
import type { Establishment, Trust } from '@academies/contracts';
import { establishmentsByUrn, trustsByTrn, trustsByUkprn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';

const present = (values: readonly (string | null)[]): string[] => values.filter((value) => value !== null);

/** The schools and trusts that some arrivals name, as Complete's copy of the register has them. */
export class RegisterRows implements RegisterLookUps {
  private constructor(
    private readonly schools: ReadonlyMap<string, Establishment>,
    private readonly byUkprn: ReadonlyMap<string, Trust>,
    private readonly byTrn: ReadonlyMap<string, Trust>,
  ) {}

  static async load(em: EntityManager, arrivals: readonly Arrival[]): Promise<RegisterRows> {
    const prepared = arrivals.map((arrival) => arrival.prepared);
    const ukprns = prepared.flatMap(({ incomingTrust, outgoingTrustUkprn }) => [
      incomingTrust.ukprn,
      outgoingTrustUkprn,
    ]);
    return new RegisterRows(
      await establishmentsByUrn(
        em,
        arrivals.map(({ urn }) => urn),
      ),
      await trustsByUkprn(em, present(ukprns)),
      await trustsByTrn(em, present(prepared.map(({ incomingTrust }) => incomingTrust.trn))),
    );
  }

  school(urn: string): Establishment | undefined {
    return this.schools.get(urn);
  }

  trust(ukprn: string): Trust | undefined {
    return this.byUkprn.get(ukprn);
  }

  namesOfTrn(trn: string): string[] {
    const known = this.byTrn.get(trn);
    return known ? [known.name] : [];
  }
}
