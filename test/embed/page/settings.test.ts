import { describe, expect, it } from '@jest/globals';
import { assessmentIn, fragmentFor, settingsIn, settingsOfFrame, tokenIn } from '../../../src/embed/page/settings.ts';

const page = (search: string, hash = '') => settingsIn({ search, hash });
const frame = (search: string, hash = '') => settingsOfFrame({ search, hash });

describe('the address of a page', () => {
  it('says what the form is about', () => {
    expect(
      page(
        '?subject=component:default/checkout&name=Checkout&model=delivery-approach&depth=full&lang=de-AT&theme=dark',
        '#assessment=a-1',
      ),
    ).toEqual({
      attributes: {
        subject: 'component:default/checkout',
        model: 'delivery-approach',
        depth: 'full',
        lang: 'de-AT',
        theme: 'dark',
        assessment: 'a-1',
      },
      context: { name: 'Checkout' },
    });
  });

  it('is understood no further', () => {
    expect(page('?api=https://evil.example&readonly=&version=9&onclick=x&style=y&live&entity=e&blueprint=b')).toEqual({
      attributes: {},
      context: {},
    });
  });

  it.each(['?depth=deep', '?theme=pink', '?lang=not a language', '?lang=', '?subject=%20', '?name=', '?model='])(
    'counts as silent where it says %s',
    (search) => {
      expect(page(search)).toEqual({ attributes: {}, context: {} });
    },
  );

  it('keeps hostile text as text', () => {
    const subject = '"><script>alert(1)</script>';
    expect(page(`?subject=${encodeURIComponent(subject)}`).attributes['subject']).toBe(subject);
  });

  it('of a frame takes what portals append', () => {
    expect(frame('?entity=checkout&blueprint=service')).toEqual({
      attributes: { subject: 'checkout' },
      context: { tags: ['service'] },
    });
    expect(frame('?entity=checkout&subject=own&name=Own').attributes).toEqual({ subject: 'own' });
    expect(frame('?entity=&blueprint=')).toEqual({ attributes: {}, context: {} });
  });
});

describe('the fragment', () => {
  it('carries the token of the assessment, which no other part of an address does', () => {
    expect(tokenIn(fragmentFor('a-1', 'dadv_at_x.y.z'))).toBe('dadv_at_x.y.z');
    expect(tokenIn(fragmentFor('a-1'))).toBeUndefined();
    expect(page('?token=dadv_at_x').attributes).toEqual({});
  });

  it.each(['01936d5e-8a00-7000-8000-000000000001', 'a&b=c#d%', 'ä ö'])('names the assessment %s there and back', (id) => {
    expect(assessmentIn(fragmentFor(id))).toBe(id);
  });

  it.each(['', '#', '#assessment=', '#section-2', '#x=1'])('names none where it is "%s"', (hash) => {
    expect(assessmentIn(hash)).toBeUndefined();
  });
});
