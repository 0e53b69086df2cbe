import { soughtIn } from './sought.ts';

const id = '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11';
const nothing = { uuid: null, prepareId: null, email: null };

describe('What service support looks for', () => {
  it.each([
    [id, { uuid: id }],
    [` "${id.toUpperCase()}", `, { uuid: id }],
    [`https://complete.example/projects/${id}`, { uuid: id }],
    ['8', { prepareId: '8' }],
    ['Project 8', { prepareId: '8' }],
    ['8/900123', { prepareId: '8' }],
    ['https://prepare.example/projects/8', { prepareId: '8' }],
    ['#17', { text: '#17' }],
    ['mailto:Wren@Education.gov.uk', { email: 'wren@education.gov.uk' }],
    ['Marrowby and Ashdown', {}],
  ])('reads %s', (typed, found) => expect(soughtIn(typed)).toMatchObject({ ...nothing, ...found }));
});
