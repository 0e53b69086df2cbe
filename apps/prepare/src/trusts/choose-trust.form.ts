import type { Trust } from '@academies/contracts';
import { form, type Option, radios } from '@academies/web';

/** One of the trusts that were found, by UKPRN. */
export const chooseTrustForm = form({
  fields: { trust: radios({ label: 'Trusts found', required: 'Select a trust' }) },
  button: 'Save',
});

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
