/* Suggests trusts or schools while somebody types. Without it the form searches on its own page. */
import '/assets/accessible-autocomplete.min.js';

const escaped = (text) => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Asks once somebody stops typing; an answer that comes late, or when they went on, is not shown. */
function suggestionsOf(address, id) {
  let waiting;
  let latest = 0;
  return (search, populate) => {
    clearTimeout(waiting);
    const asked = ++latest;
    waiting = setTimeout(async () => {
      const answer = await fetch(`${address}?search=${encodeURIComponent(search)}`, {
        headers: { accept: 'application/json' },
      }).catch(() => undefined);
      const { matches } = answer?.ok ? await answer.json() : { matches: [] };
      if (asked === latest && document.activeElement?.id === id) populate(matches);
    }, 200);
  };
}

function enhance(field) {
  const { name, lookUp } = field.dataset;
  const input = field.querySelector(`[id="${name}_search"]`);
  const described = (input.getAttribute('aria-describedby') ?? '').split(' ');
  const hints = described.map((id) => document.getElementById(id)?.textContent.trim()).filter(Boolean);
  // Who began to type before this came goes on, and is not put out of the field.
  const typing = document.activeElement === input ? input.value : undefined;
  const place = document.createElement('div');
  input.replaceWith(place);

  const choose = (match) => {
    if (!match) return;
    // What is chosen here takes the place of choices that the page showed.
    field.querySelector('.app-register-search__choices')?.remove();
    field.querySelector(`[name="${name}_searched"]`).value = match.text;
    const choice = field.querySelector(`input[type="hidden"][name="${name}"]`) ?? document.createElement('input');
    Object.assign(choice, { type: 'hidden', name, value: match.value });
    field.append(choice);
    // Whoever follows what is chosen hears of it as of anything typed.
    choice.dispatchEvent(new Event('input', { bubbles: true }));
  };

  window.accessibleAutocomplete({
    element: place,
    id: input.id,
    name: input.name,
    defaultValue: typing === undefined ? input.value : '',
    minLength: 2,
    confirmOnBlur: false,
    // Above what follows: a list that closes must not move what somebody is about to click.
    displayMenu: 'overlay',
    inputClasses: input.classList.contains('govuk-input--error') ? 'govuk-input--error' : null,
    source: suggestionsOf(lookUp, input.id),
    onConfirm: choose,
    templates: {
      // What the page was sent with stands there as a text, not as a match.
      inputValue: (match) => (typeof match === 'string' ? match : (match?.text ?? '')),
      suggestion: (match) => {
        const { text, hint } = typeof match === 'string' ? { text: match } : match;
        return escaped(text) + (hint ? ` <span class="app-register-search__hint">${escaped(hint)}</span>` : '');
      },
    },
    tNoResults: () => 'Nothing found',
    tAssistiveHint: () =>
      [...hints, 'When results are available use up and down arrows to review and enter to select.'].join(' '),
  });
  if (typing === undefined) return;
  const next = place.querySelector('input');
  next.focus();
  next.value = typing;
  next.dispatchEvent(new Event('input', { bubbles: true }));
}

document.querySelectorAll('[data-module="app-register-search"]').forEach(enhance);
