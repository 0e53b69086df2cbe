import type { Establishment, IncomingTrust, Trust } from '@academies/contracts';

/** What an arrival is judged by beside itself: the register, and the projects that Complete has. */
export interface LookUps {
  school(urn: string): Establishment | undefined;
  trust(ukprn: string): Trust | undefined;
  /** Names that the register and other projects have for a TRN. */
  namesUnderTrn(trn: string, except: ProjectOf): string[];
  /** Incoming trusts of the other members of a group. */
  trustsInGroup(group: string, except: ProjectOf): IncomingTrust[];
  /** The inactive or active project of a URN. */
  livingProject(urn: string): { readonly id: string; readonly prepareId: string } | undefined;
}

/** A Prepare project and one academy of it. */
export interface ProjectOf {
  readonly prepareId: string;
  readonly urn: string;
}
