import type { Trust } from '@academies/contracts';
import type { Option } from '@academies/forms';

/** A trust to choose; one without UKPRN cannot be joined yet. */
export const trustOptions = (trusts: readonly Trust[]): Option[] =>
  trusts.flatMap(({ ukprn, name, trn, status, type }) =>
    ukprn
      ? [
          {
            value: ukprn,
            text: name,
            hint: [`UKPRN ${ukprn}`, trn, type, status === 'Open' ? null : status].filter(Boolean).join(', '),
          },
        ]
      : [],
  );
