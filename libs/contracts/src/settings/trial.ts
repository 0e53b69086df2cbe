import { stoppedBy, yesNo } from './setting.ts';

/** A trial: the whole system with fictional data, to try it out. The same setting goes to every process. */
export const trialSettings = () => ({
  TRIAL: stoppedBy(
    yesNo()
      .default('no')
      .describe(
        '`yes` makes it a trial: it fills itself with fictional data, every page, file and response says so, and it has topics of its own. Databases that hold anything else are refused; `npm run trial:remove` takes all of it away.',
      ),
    ({ TRIAL, TRIAL_IN_PRODUCTION, NODE_ENV }) =>
      NODE_ENV === 'production' &&
      TRIAL === 'yes' &&
      TRIAL_IN_PRODUCTION !== 'yes' &&
      'TRIAL is yes in production: take it out, or set TRIAL_IN_PRODUCTION=yes too where nothing but the trial runs',
  ),
  TRIAL_IN_PRODUCTION: yesNo().default('no').describe('`yes` lets production be a trial.'),
});

/** Whether a process belongs to a trial, as its settings say it. */
export type Trial = 'yes' | 'no';
