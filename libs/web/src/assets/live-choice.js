/* Counts and shows the rows of a choice while somebody goes on choosing. Without it the button "Show" does. */
const form = document.querySelector('[data-module="app-live-choice"]');
const place = document.getElementById('live-choice');
let waiting;
let latest = 0;

async function show() {
  const asked = ++latest;
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  const answer = await fetch(`${form.action}/live?${query}`, { headers: { accept: 'text/html' } }).catch(
    () => undefined,
  );
  // What went wrong on the way is told by the button; what is wrong with the choice stands in the answer.
  const words = answer && (answer.ok || answer.status === 400) ? await answer.text() : undefined;
  if (asked === latest && words !== undefined) place.innerHTML = words;
}

form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, 250);
});
