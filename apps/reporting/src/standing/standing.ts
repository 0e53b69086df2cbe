/** How far the read model is, and what is still missing from it (domain/reporting.md, "Can it be trusted"). */
export interface Standing {
  /** All that Prepare and Complete had committed before this moment is in; null until all have said so. */
  readonly asOf: Date | null;
  /** Events that are published and not yet in; null while Kafka cannot be asked. */
  readonly waiting: number | null;
  /** Projects whose events are held back in the dead letters. */
  readonly heldBack: number;
}
