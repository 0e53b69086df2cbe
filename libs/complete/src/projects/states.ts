import type { CompleteProject, CompleteState } from '@academies/contracts';

/** Inactive or active: one URN has at most one such project (domain/handover.md, rule 2). */
export const livingStates: readonly CompleteState[] = ['inactive', 'active'];
export const isLiving = ({ state }: Pick<CompleteProject, 'state'>): boolean => livingStates.includes(state);
