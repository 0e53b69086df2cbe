import type { Found, Typed } from '../field/field.ts';
import { form } from '../form/form.ts';
import { lookedUp } from '../form/looked-up.ts';
import { fromRegister } from './from-register.ts';

const oak = { value: '10060001', text: 'Oak Trust', hint: 'UKPRN 10060001', numbers: ['TR00001'] };
const elm = { value: '10060002', text: 'Oak and Elm Trust', numbers: ['TR00002'] };
const ash = { value: '', text: 'Ashen Trust', numbers: ['TR00003'], whyNot: 'Ashen Trust has no UKPRN yet' };
const trusts = [oak, elm, ash];

/** A register of two trusts that answers with at most so many. */
const register =
  (most: number) =>
  async (search: string): Promise<Found> => {
    const found = trusts.filter(({ value, text, numbers }) =>
      [value, ...numbers, text, ...text.split(' ')].some((word) => word.toLowerCase() === search.toLowerCase()),
    );
    return { matches: found.slice(0, most), more: found.length > most };
  };

const joining = form({ fields: { trust: fromRegister('trust', { label: 'Trust', required: 'Enter the trust' }) } });

/** Sends the form as a browser without JavaScript does, and says what came of it. */
async function send(typed: Typed, most = 20) {
  const found = await lookedUp(joining, typed, { trust: register(most) });
  const parsed = joining.parse(typed, { today: '2027-04-01', found });
  if ('ok' in parsed) return parsed.ok.trust;
  const again = joining.empty().form.again(parsed.typed, parsed.errors, parsed.found).field('trust')?.params;
  return { errors: parsed.errors.map(({ input, message }) => [input, message]), params: again };
}

describe('A trust of the register', () => {
  it('is searched by the first post, which is no mistake, and chosen by the second', async () => {
    expect(await send({ trust_search: 'oak' })).toMatchObject({
      errors: [],
      params: {
        searched: 'oak',
        radios: { items: [{ value: oak.value, text: 'Oak Trust' }, { value: elm.value }] },
        input: { value: 'oak' },
      },
    });
    expect(await send({ trust_search: 'oak', trust_searched: 'oak', trust: elm.value })).toBe(elm.value);
  });

  it.each(['10060001', 'TR00001', 'tr00001'])('is taken at once by its number %s', async (search) =>
    expect(await send({ trust_search: search })).toBe(oak.value),
  );

  it('is chosen from one that was found by its name, too', async () =>
    expect(await send({ trust_search: 'elm' })).toMatchObject({ errors: [], params: { radios: { items: [{}] } } }));

  it('is searched again when the search is changed, whatever is still chosen', async () =>
    expect(await send({ trust_search: 'elm', trust_searched: 'oak', trust: oak.value })).toMatchObject({
      errors: [],
      params: { searched: 'elm', radios: { items: [{ value: elm.value }] } },
    }));

  it('that was chosen before stays without a search', async () =>
    expect(await send({ trust_search: '', trust: oak.value })).toBe(oak.value));

  it.each<[string, Typed, [string, string]]>([
    ['nothing', {}, ['trust_search', 'Enter the trust']],
    [
      'none',
      { trust_search: 'ash' },
      ['trust_search', 'No trust matches “ash”. Check the spelling, or enter the UKPRN or TRN'],
    ],
    ['no choice', { trust_search: 'oak', trust_searched: 'oak' }, ['trust', 'Select a trust']],
    ['a stranger', { trust: '10069999' }, ['trust_search', 'Select a trust that is in the register']],
  ])('is asked for again with a message: %s', async (_, typed, error) =>
    expect(await send(typed)).toMatchObject({ errors: [error] }),
  );

  it.each(['ashen', 'TR00003', 'Ashen Trust'])('that cannot be chosen is shown with the reason: %s', async (search) =>
    expect(await send({ trust_search: search })).toMatchObject({
      errors: [['trust_search', 'Ashen Trust has no UKPRN yet']],
      params: {
        radios: { items: [{ text: 'Ashen Trust', hint: { text: 'Ashen Trust has no UKPRN yet' }, disabled: true }] },
      },
    }),
  );

  it('says when more were found than the page shows', async () =>
    expect(await send({ trust_search: 'oak' }, 1)).toMatchObject({
      params: {
        radios: {
          hint: {
            text: 'More than 1 trusts match. The first 1 are shown: enter more of the name, or the UKPRN or TRN',
          },
        },
      },
    }));

  it('shows the one that is chosen now, when the page says its name', () =>
    expect(
      joining.filledWith({ trust: oak.value }, { offer: { trust: [oak] } }).form.field('trust')?.params,
    ).toMatchObject({ radios: { value: oak.value, items: [{ text: 'Oak Trust' }] }, input: { value: '' } }));
});
